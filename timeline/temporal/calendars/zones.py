"""Zones of clock times: an offset as it stands, or a place whose clocks say the offset of that day (summer time)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.edtf.days import civil

if TYPE_CHECKING:
    from timeline.lang.words import Words

_MINUTE: Final = timedelta(minutes=1)


_SIGNS: Final = {"+": "+", "-": "-", "–": "-"}
_FARTHEST: Final = {"+": 14, "-": 12}
"""Hours from UTC of the easternmost and westernmost clocks."""


def hours_from(split: Words, at: int) -> tuple[str, int] | None:
    """What "+8" or "-03:00" after UTC or GMT says, and the word after it; in "9:00 GMT - 10:00 GMT" the sign is none."""
    keys = split.keys
    sign = _SIGNS.get(keys[at]) if at + 1 < len(keys) else None
    if sign is None or not keys[at + 1].isdecimal() or split.starts[at + 1] != split.ends[at]:
        return None
    hours = int(keys[at + 1]) if len(keys[at + 1]) <= 2 else 99
    if hours > _FARTHEST[sign]:
        return None
    minutes = keys[at + 3] if keys[at + 2 : at + 3] == [":"] and keys[at + 3 : at + 4] else ""
    if minutes in {"00", "30", "45"}:
        return f"{sign}{hours:02d}:{minutes}", at + 4
    return f"{sign}{hours:02d}:00", at + 2


def is_place(zone: str) -> bool:
    """Whether it is an IANA name: "Europe/Paris", not "+02:00" or "Z"."""
    return "/" in zone


def offset(zone: str | None, day: int, clock: str) -> str | None:
    """The offset from UTC, `+02:00`, that a zone has at a time of day; nothing in years that no zone knows."""
    if zone is None or not is_place(zone):
        return zone
    year, month, number = civil(day)
    if not 1 < year < 9999 or len(clock) < 5:
        return None
    try:
        here = datetime(year, month, number, int(clock[:2]) % 24, int(clock[3:5]), tzinfo=ZoneInfo(zone))
    except ZoneInfoNotFoundError:
        return None
    gap = here.utcoffset()
    if gap is None or gap % _MINUTE:  # local mean time, before there were zones
        return None
    minutes = gap // _MINUTE
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
