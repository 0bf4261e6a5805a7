"""The publication date of one article, from what was given and from what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import DateError, SourceError
from timeline.lang import asked, packs
from timeline.model.document import Dct, DctCandidate, Document
from timeline.model.timex import Timex
from timeline.model.vocabulary import Anchor, Signal
from timeline.temporal import dct, typed
from timeline.temporal.tag import tag

_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")

_TWO_WAYS: Final = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])([/.-])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)(?!\d)")
"""Digits of which either may be the month."""
_MONTHS_FIRST: Final = "America/New_York"
"""The zone of newsrooms that write the month first."""
_NO_SIGN: Final = "no sign that says what it is was found"
_BARE_CLOCK: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?![\d:Z+-])")
"""A day and a time of day without its zone, inside EDTF."""


class Dated(NamedTuple):
    """`candidates` as days and times, those that cannot be read left out; `findings`: what speaks against the choice."""

    dct: Dct | None = None
    candidates: tuple[DctCandidate, ...] = ()
    modified: str | None = None
    findings: tuple[Diagnostic, ...] = ()


def dated(document: Document, given: str | None, today: date, timezone: str) -> Dct:
    """The document creation time. Raises `SourceError` (E105) when there is none, `DateError` for a bad given date."""
    return believed(weighed(document, given, today, timezone))


def believed(signs: Dated) -> Dct:
    """The choice. Raises `SourceError` (E105) when there is none."""
    if signs.dct is None:
        raise SourceError(signs.findings[0].render(), findings=signs.findings)
    return signs.dct


def weighed(document: Document, given: str | None, today: date, timezone: str) -> Dated:
    """The choice among all signs, and what is to be said of it (E105, W117 to W119). Raises `DateError` for a bad given date."""
    candidates = tuple(_candidates(document, given, today, timezone))
    modified = _moment(document.modified, document, timezone)
    page = dct.Page(document.zone, modified, today)
    chosen = dct.choose(candidates, timezone, page)
    if chosen is None:
        return Dated(None, candidates, modified, (_undated(document),))
    told = _doubts(chosen, candidates, timezone, page)
    where = Where(document.path or "article")
    return Dated(chosen, candidates, modified, tuple(Diagnostic(code, message, where) for code, message in told))


def _undated(document: Document) -> Diagnostic:
    said = next((candidate.date for candidate in document.candidates), None)
    message = f"the date it gives, {said!r}, cannot be read" if said else "nothing says when it was published"
    return Diagnostic("E105", message, Where(document.path or "article"))


def _doubts(
    chosen: Dct, candidates: tuple[DctCandidate, ...], timezone: str, page: dct.Page
) -> Iterator[tuple[str, str]]:
    others = dct.against(chosen, candidates, timezone, page)
    said = f"{chosen.day} by {chosen.signal.value} was taken"
    if others:
        yield "W117", f"{said}, not {', '.join(others)}"
    if page.today is not None and chosen.day > (page.today + timedelta(days=1)).isoformat():
        yield "W118", f"{said}, which is still to come"
    if not others and dct.is_estimate(chosen, candidates):
        changed = dct.changed_on(chosen.day, page)
        yield (
            "W119",
            f"{said}: {'the page says that it was changed then, and not when it was published' if changed else _NO_SIGN}",
        )


def _candidates(document: Document, given: str | None, today: date, timezone: str) -> Iterator[DctCandidate]:
    if given is not None:
        anchor = Dct(day=today.isoformat(), signal=Signal.TYPED)
        yield DctCandidate(date=read_day(given, anchor, timezone), signal=Signal.GIVEN)
        return
    readings = [(one, _moment(one.date, document, timezone)) for one in document.candidates]
    known = {
        read[:10]
        for one, read in readings
        if read is not None and one.signal is not Signal.HTMLDATE and not _TWO_WAYS.search(one.date)
    }
    for candidate, read in readings:
        if read is not None:
            yield candidate.model_copy(update={"date": _order(candidate.date, read, document.zone, known)})


def _order(words: str, read: str, zone: str | None, known: set[str]) -> str:
    """The day of 8/6/2025: as another sign has it, else as the newsroom's country orders it, else as it was read."""
    found = _TWO_WAYS.search(words)
    if found is None or read[:10] in known:
        return read
    first, second, year = int(found[1]), int(found[3]), found[4]
    months_first, days_first = f"{year}-{first:02d}-{second:02d}", f"{year}-{second:02d}-{first:02d}"
    backed = [day for day in (months_first, days_first) if day in known]
    if backed:
        return backed[0]
    if zone is None and found[2] != ".":
        return read
    return months_first if zone == _MONTHS_FIRST and found[2] == "/" else days_first


def _moment(words: str | None, document: Document, timezone: str) -> str | None:
    """An ISO day or time; the first full date in words that stand in a page; `None` where there is none."""
    if words is None:
        return None
    if document.page is not None and not _ISO.fullmatch(words):
        return _in_line(words, document.language)
    try:
        return read_day(words, None, timezone)
    except DateError:
        return _in_line(words, document.language)


def _in_line(words: str, language: str | None) -> str | None:
    """The day of a line like "By A. Writer, Paris | 17 October 2025 at 8.15pm"."""
    asked_first = (packs.load(language),) if language in packs.available() else asked.first()
    for pack in (*asked_first, *asked.after(words)):
        for timex in tag(words, pack, None):
            full = timex.anchor is Anchor.ABSOLUTE and timex.earliest is not None
            if full and timex.earliest == timex.latest:
                return timex.earliest
    return None


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
