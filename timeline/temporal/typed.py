"""Reads a date that a person typed: EDTF, ISO, a time of day with its zone, or anything an article could say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.diagnostics import Diagnostic
from timeline.edtf.days import iso_day, parse_day
from timeline.edtf.parse import EdtfError, parse
from timeline.errors import DateError
from timeline.model.timex import Timex
from timeline.model.vocabulary import Anchor, TimexType
from timeline.temporal.calendars.calendar import days_of as span
from timeline.temporal.calendars.calendar import index_of, valid_day
from timeline.temporal.calendars.cycles import choose
from timeline.temporal.calendars.meaning import Cyclic
from timeline.temporal.tag import opening, tag_in

if TYPE_CHECKING:
    from timeline.edtf.value import Edtf
    from timeline.lang.packs import LanguagePack
    from timeline.model.document import Dct
    from timeline.temporal.context.trace import Trace

_LOOKS_LIKE_EDTF: Final = re.compile(r"[-\dXYW/.\[\]{},?~%T:+ZQ]+")
_MEANT_AS_EDTF: Final = re.compile(r"[\[{]|\.\.|-?\d{4}-\d\d")
"""Typed like this, it is no article's way of saying a day: a refusal is told instead of looking for words in it."""
_SHORT: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})\.?")
_CLOCK_AFTER_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)[ T]+(\d{1,2})[:h](\d\d)?\s*(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)


def read(
    words: str,
    *,
    packs: Sequence[LanguagePack],
    dct: Dct | None,
    timezone: str,
    others: Sequence[LanguagePack] = (),
    trace: Trace | None = None,
) -> Timex:
    """The one date in the words. Of `packs`, the one that understands most of the words is believed.

    `others` are asked only when none of those understands the better part: words are short, and nine languages would
    find a day in too many of them. Raises `DateError` that shows what was understood, with a finding E301.
    """
    typed = words.strip()
    if (exact := _exact(typed)) is not None:
        return exact
    if (short := _day_and_month(typed, packs, dct)) is not None:
        return short
    found = _by_packs(typed, packs, dct, trace)
    if found is None or not _covers(found, typed):
        found = _by_packs(typed, others, dct, trace, best=found)
    if found is not None and _covers(found, typed):
        return found
    from timeline.temporal.fallback import absolute_date  # noqa: PLC0415  # dateparser is slow to load and rarely needed

    outside = absolute_date(typed, timezone)
    if outside is not None:
        return outside
    if found is not None and found.edtf is not None and not _DIGIT.search(typed[: found.start] + typed[found.end :]):
        return found  # the rest is words, not part of another date
    raise _refusal(typed, found, dct)


def _exact(typed: str) -> Timex | None:
    """EDTF and ISO, a day and a time of day with a blank between them included. Raises `DateError`."""
    clock = _CLOCK_AFTER_DAY.fullmatch(typed)
    if clock:
        day, hour, minute, zone = clock.groups()
        typed = f"{day}T{int(hour):02d}:{minute or '00'}{(zone or '').upper()}"
    elif not _LOOKS_LIKE_EDTF.fullmatch(typed):
        return None
    try:
        return from_edtf(typed, parse(typed))
    except EdtfError as error:
        if _MEANT_AS_EDTF.match(typed):
            raise DateError(str(error), findings=[Diagnostic("E301", str(error))]) from error
        return None


def _day_and_month(typed: str, packs: Sequence[LanguagePack], dct: Dct | None) -> Timex | None:
    """`20/10` alone: in the order of the first pack, the next such day. In an article it would be a fraction."""
    short = _SHORT.fullmatch(typed)
    if short is None or not packs or dct is None:
        return None
    first, second = int(short[1]), int(short[2])
    swapped = packs[0].time.date_order == "mdy" or second > 12
    day, month = (second, first) if swapped and first <= 12 else (first, second)
    if valid_day(2024, month, day) is None:  # a leap year: 29 February is a date
        return None
    choice = choose(Cyclic("month_day", (month, day)), parse_day(dct.day), "future")
    if choice is None:
        return None
    found = from_edtf(typed, parse(iso_day(choice.chosen.first)))
    return found.model_copy(update={"anchor": Anchor.TYPED, "anchor_day": dct.day, "rule": "day-and-month"})


def from_edtf(words: str, edtf: Edtf) -> Timex:
    """A typed EDTF date as a timex that needs no anchor."""
    canonical = edtf.canonical
    form = str(edtf.form.value)
    timed = "T" in canonical
    value = canonical if form == "point" else words
    grain = "minute" if timed else {4: "year", 7: "month"}.get(len(canonical), "day") if form == "point" else "day"
    earliest, latest = days_of(edtf)
    return Timex(
        start=0,
        end=len(words),
        text=words,
        type=TimexType.TIME if timed else TimexType.DATE,
        value=value,
        edtf=canonical,
        earliest=earliest,
        latest=latest,
        granularity=grain,
        anchor=Anchor.ABSOLUTE,
        window=form == "window",
        rule="edtf",
    )


def days_of(edtf: Edtf) -> tuple[str | None, str | None]:
    earliest, latest = edtf.bounds
    return (None if earliest is None else iso_day(earliest)), (None if latest is None else iso_day(latest))


def _by_packs(
    typed: str, packs: Sequence[LanguagePack], dct: Dct | None, trace: Trace | None, best: Timex | None = None
) -> Timex | None:
    for pack in packs:
        for timex in tag_in(
            typed, pack, replace(opening(dct, week=pack.time.week_start), direction="future"), trace=trace
        ):
            if best is None or _rank(timex) > _rank(best):
                best = timex
    return best


def _rank(timex: Timex) -> tuple[bool, int]:
    return timex.edtf is not None, timex.end - timex.start


def _covers(timex: Timex, typed: str) -> bool:
    """Whether most of what was typed is in the date; a stray article or preposition does no harm."""
    return timex.edtf is not None and (timex.end - timex.start) * 2 >= len(typed)


def _refusal(typed: str, found: Timex | None, dct: Dct | None) -> DateError:
    if found is None:
        message = f"{typed!r} is not understood as a date"
    elif found.edtf is not None:
        message = f"of {typed!r} only {found.text!r} is understood, as {found.value}"
    elif dct is None:
        message = f"{found.text!r} is understood as {found.underspecified or found.value}, but there is no day to read it against"
    else:
        message = f"{found.text!r} is understood as {found.type.value.lower()} {found.value}, which is no day or window"
    return DateError(message, findings=[Diagnostic("E301", message)])


_DIGIT: Final = re.compile(r"\d")
_PERIOD: Final = re.compile(r"(today|day|week|month|quarter|year)\s*([+-]\s*\d+)?", re.IGNORECASE)


def read_period(
    words: str,
    *,
    packs: Sequence[LanguagePack],
    dct: Dct | None,
    timezone: str,
    others: Sequence[LanguagePack] = (),
) -> tuple[str | None, str | None]:
    """First and last ISO day, inclusive, `None` open: of `month`, `week+1`, `day-3`, EDTF, or words.

    `dct` says what day it is. Raises `DateError`.
    """
    counted = _PERIOD.fullmatch(words.strip())
    if counted and dct is not None:
        return _counted(counted[1].lower(), int((counted[2] or "0").replace(" ", "")), dct, opening(dct).week)
    timex = read(words, packs=packs, dct=dct, timezone=timezone, others=others)
    return timex.earliest, timex.latest


def _counted(unit: str, steps: int, dct: Dct, week: int) -> tuple[str, str]:
    grain = "day" if unit == "today" else unit
    first, last = span(grain, index_of(grain, parse_day(dct.day), week) + steps, week)
    return iso_day(first), iso_day(last)
