"""Dates as programs write them into pages, as ISO: what is not one of these forms stays words, for the date reader."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Final

_ISO: Final = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:(?:T|\s+|\s*,\s*)(\d\d?):(\d\d)(?::\d\d?(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?",
    re.IGNORECASE,
)
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?(Z|[+-]\d\d:?\d\d)?)?")
_SLASHED: Final = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)(?:\s+(\d\d?):(\d\d)(?::\d\d)?)?")
_EPOCH: Final = re.compile(r"(\d{10})(\d{3})?(?:\.\d+)?")
_SCRIPTED: Final = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d?),? (\d{4}) (\d\d:\d\d)(?::\d\d)?(?: (?:GMT|UTC)([+-]\d{4})?)?.*"
)
_BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST: Final = 160


def iso(value: Any) -> str | None:
    """An ISO day or time where the value is written by a program; else its words; `None` where there are none."""
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    written = " ".join(str(value).split())
    if not any(character.isdigit() for character in written) or len(written) > _LONGEST:
        return None
    return _number(written) or _written(written) or _mailed(written) or written


def _number(written: str) -> str | None:
    """Seconds or milliseconds since 1970, and days written without signs between."""
    if found := _EPOCH.fullmatch(written):
        return (_BEGIN + timedelta(seconds=int(found[1]))).isoformat()
    if found := _COMPACT.fullmatch(written):
        return _joined(found[1], found[2], found[3], (found[4], found[5]), found[6])
    return None


def _written(written: str) -> str | None:
    if found := _ISO.match(written):
        rest = written[found.end() :].strip()
        whole = found[4] is not None or not rest
        return _joined(found[1], found[2], found[3], (found[4], found[5]), found[6]) if whole else None
    if found := _SLASHED.fullmatch(written):
        return _joined(found[1], found[2], found[3], (found[4], found[5]), None)
    return None


def _mailed(written: str) -> str | None:
    """`Fri, 17 Oct 2025 08:00:00 +0200` (RFC 5322), and what JavaScript prints of a date."""
    if found := _SCRIPTED.fullmatch(written):
        written = f"{found[2]} {found[1]} {found[3]} {found[4]} {found[5] or '+0000'}"
    elif not re.match(r"(?:[A-Z][a-z]{2},? )?\d\d? [A-Z][a-z]{2} \d{4} \d\d:\d\d", written):
        return None
    try:
        return parsedate_to_datetime(written).isoformat()
    except ValueError:
        return None


def _joined(year: str, month: str, day: str, clock: tuple[str | None, str | None], zone: str | None) -> str | None:
    written = f"{year}-{int(month):02d}-{int(day):02d}"
    if clock[0] is not None and clock[1] is not None:
        written += f"T{int(clock[0]):02d}:{clock[1]}{_offset(zone)}"
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return None
    return written


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"
