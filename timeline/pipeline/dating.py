"""The publication date of one article, from what was given and from what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import DateError, SourceError
from timeline.lang import asked
from timeline.model.document import Dct, DctCandidate, Document
from timeline.model.timex import Timex
from timeline.model.vocabulary import Signal
from timeline.temporal import dct, typed

_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")

_BARE_CLOCK: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?![\d:Z+-])")
"""A day and a time of day without its zone, inside EDTF."""


def dated(document: Document, given: str | None, today: date, timezone: str) -> Dct:
    """The document creation time. Raises `SourceError` (E105) when there is none, `DateError` for a bad given date."""
    candidates = list(_candidates(document, given, today, timezone))
    chosen = dct.choose(candidates, timezone)
    if chosen is not None:
        return chosen
    said = next((candidate.date for candidate in document.candidates), None)
    message = f"the date it gives, {said!r}, cannot be read" if said else "nothing says when it was published"
    finding = Diagnostic("E105", message, Where(document.path or "article"))
    raise SourceError(finding.render(), findings=[finding])


def _candidates(document: Document, given: str | None, today: date, timezone: str) -> Iterator[DctCandidate]:
    if given is not None:
        anchor = Dct(day=today.isoformat(), signal=Signal.TYPED)
        yield DctCandidate(date=read_day(given, anchor, timezone), signal=Signal.GIVEN)
        return
    for candidate in document.candidates:
        try:
            yield candidate.model_copy(update={"date": read_day(candidate.date, None, timezone)})
        except DateError:
            continue


def read_day(words: str, anchor: Dct | None, timezone: str) -> str:
    """An ISO day or time as it is; other words if they name one day. Raises `DateError`."""
    if _ISO.fullmatch(words) and _stands_in_the_calendar(words):
        return words
    timex = read_words(words, anchor, timezone)
    if timex.earliest is None or timex.earliest != timex.latest:
        raise DateError(f"{words!r} is not one day: {timex.edtf or timex.value}")
    return timex.earliest


def in_zone(timex: Timex, timezone: str) -> Timex:
    """With the offset of a zone that is not the ledger's after each bare time of day, which would be taken for its own."""
    zone = ZoneInfo(timezone)

    def zoned(edtf: str) -> str:
        return _BARE_CLOCK.sub(lambda bare: f"{bare[0]}{_offset(bare[0], zone)}", edtf)

    edtf = timex.edtf and zoned(timex.edtf)
    return timex.model_copy(update={"edtf": edtf, "alternatives": tuple(map(zoned, timex.alternatives))})


def _offset(local: str, zone: ZoneInfo) -> str:
    written = datetime.fromisoformat(local).replace(tzinfo=zone).strftime("%z")
    return f"{written[:3]}:{written[3:5]}"


def _stands_in_the_calendar(written: str) -> bool:
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return False
    return True


def read_words(words: str, anchor: Dct | None, timezone: str) -> Timex:
    """A typed date. Raises `DateError` that shows what was understood, also when that is only a part of the words."""
    timex = typed.read(words, packs=asked.first(), dct=anchor, timezone=timezone, others=asked.after(words))
    if (timex.end - timex.start) * 2 < len(words.strip()):
        message = f"of {words!r}, only {timex.text!r} is understood, as {timex.edtf or timex.value}"
        raise DateError(message, findings=[Diagnostic("E301", message)])
    return timex
