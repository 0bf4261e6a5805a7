"""The day the story stands at, as the text goes on: what "the next day", "that month" and bare times of day follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import civil
from timeline.lang import words
from timeline.temporal.calendars import calendar
from timeline.temporal.calendars.meaning import (
    Between,
    Cyclic,
    Fixed,
    Length,
    OfDay,
    Offset,
    Part,
    Ref,
    Repeat,
    Shift,
    ToEvent,
    Window,
)

if TYPE_CHECKING:
    from timeline.temporal.calendars.meaning import Meaning, Place
    from timeline.temporal.context.situation import Direction, Situation
    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice

_UNPLACED: Final = (Length, Repeat, Ref, ToEvent, Window)
_DAY_GRAINS: Final = frozenset({"day", "minute", "daypart"})
PERIODS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12}
"""What reports are about, by its months."""
_HEADING: Final = 2
"""Words that may stand before the year of a heading."""
_SMALL_HOURS: Final = "09"
_MIDNIGHT: Final = "24:00"
_STORY_GRAINS: Final = frozenset({"month", "year", "season", "week", "weekend", "quarter"})


def in_paragraph(situation: Situation, seen: Lattice, end: int, start: int) -> Situation:
    """A new paragraph between two dates speaks of no period yet."""
    if situation.period is None or words.PARAGRAPH not in seen.words.keys[end:start]:
        return situation
    return replace(situation, period=None)


def chapter(situation: Situation, one: Candidate, place: Place, seen: Lattice) -> Situation:
    """In a narrative a year that is a line of its own heads a chapter; a sentence that opens with another year ends it."""
    if not situation.narrative or not isinstance(one.meaning, Fixed):
        return situation
    named = civil(place.days.first)[0]
    opens = one.start == 0 or any(seen.ends_paragraph(at) for at in range(max(0, one.start - _HEADING), one.start + 1))
    if place.grain == "year" and opens and seen.ends_paragraph(one.end):
        return replace(situation, chapter=named)
    if situation.chapter != named and seen.leads(one.start) and place.grain in {"month", *_DAY_GRAINS}:
        return replace(situation, chapter=None)
    return situation


def apposed(end: int, one: Candidate, seen: Lattice) -> bool:
    """Whether it says again, after a comma, what date was just read: "in 1992, four years earlier"."""
    tied = isinstance(one.meaning, Offset) and one.meaning.story
    return tied and seen.words.keys[end : one.start] == [","]


def _period(situation: Situation, meaning: Meaning, place: Place) -> tuple[str, int] | None:
    """A month to a year that was named; a date of its own ends it, "on Monday" and "a year earlier" do not."""
    if isinstance(meaning, Part):
        return _period(situation, meaning.base, place)
    if isinstance(meaning, Offset) or (isinstance(meaning, Shift) and meaning.story):
        return situation.period
    if place.grain in PERIODS:
        return place.grain, place.days.first
    dated = isinstance(meaning, Fixed) or (isinstance(meaning, Cyclic) and meaning.kind == "month_day")
    return None if dated else situation.period


def follow(
    situation: Situation, meaning: Meaning, place: Place, *, leading: bool, bound: str | None = None, end: int = 0
) -> Situation:
    """The situation after a date has been read. In narratives months and years move the story too, to their middle.

    The middle, because the nearest October to the middle of 1940 is that of 1940, and the nearest to New Year is not.
    `leading`: the date opens its sentence; a year that does not is mostly an aside ("the pact of 1939"), except where
    the story has no day yet: the first year of a narrative says when it plays. A look back
    ("the previous year") is one as well. `bound`: what "from January" or "since 1990" limits is no period of its own.
    `end`: the word after the date. What has lasted since Monday is told of today.
    """
    if isinstance(meaning, _UNPLACED) or (isinstance(meaning, Shift) and meaning.story and meaning.n < 0):
        return situation
    if bound == "since" and not situation.narrative:
        return situation
    if bound is None or situation.period is None:
        situation = replace(situation, period=_period(situation, meaning, place))
    if isinstance(meaning, Between):
        return replace(situation, story=place.days.last)
    if place.grain in _DAY_GRAINS:
        told = bound is None and situation.published is not None and place.days.first <= situation.published
        behind = place.days.first if told else situation.behind
        return replace(
            situation,
            story=place.days.first,
            overnight=place.overnight or place.clock == _MIDNIGHT,
            behind=behind,
            told_at=end,
        )
    aside = place.grain == "year" and not leading and situation.story != situation.published
    if situation.narrative and not aside and place.grain in _STORY_GRAINS and not isinstance(meaning, Offset):
        return replace(situation, story=(place.days.first + place.days.last) // 2)
    return situation


def looking(situation: Situation, meaning: Meaning, side: Direction | None) -> Situation:
    """For a time of day, or "the next day", in a new sentence: what is told as past was not on a day that is still to come.

    "They may try again on 3 March. The countdown was halted at 2:52" goes back to the last day that is over.
    """
    day, today = situation.story, situation.published
    if situation.narrative or day is None or today is None or not follows(meaning):
        return situation
    if side == "past" and day > today:
        return replace(situation, story=today if situation.behind is None else situation.behind, overnight=False)
    if side == "future" and day < today and isinstance(meaning, OfDay) and meaning.time != "NI":
        return replace(situation, story=today, overnight=False)
    return situation


def follows(meaning: Meaning) -> bool:
    """Whether it is counted from the day the story stands at."""
    return (isinstance(meaning, OfDay) and meaning.base is None) or getattr(meaning, "story", False) is True


def counted_on(situation: Situation, last: Meaning, first: Place | None) -> Situation:
    """The situation at the far end of a range: it goes on from the near end, unless its words point from the article ("until today").

    Small hours after an evening are those of the next day: "from 22 to 2".
    """
    pointing = last.base if isinstance(last, Part) else last
    if situation.published is None or (isinstance(pointing, Shift) and not pointing.story):
        return situation
    start = first.days.first if first else None
    if (
        first
        and first.clock
        and isinstance(last, OfDay)
        and last.base is None
        and last.time < min(first.clock, _SMALL_HOURS)
    ):
        start = first.days.first + 1
    return replace(situation, published=start, story=start, direction="future")


def told(meaning: Shift | Offset, unit: str, situation: Situation) -> tuple[str, int] | None:
    """The period a report speaks of, where the unit is no finer than it; a look back starts from none that is to come.

    Without one, "the quarter" of a report is the last that ended, and "the same quarter of last year" that of a year before.
    """
    period = situation.period
    if not meaning.story or situation.narrative or period is None or unit not in PERIODS:
        return None
    back = isinstance(meaning, Offset) and meaning.sign < 0
    ahead = back and situation.published is not None and period[1] > situation.published
    return None if ahead or PERIODS[unit] < PERIODS[period[0]] else period


def told_roughly(meaning: Offset, situation: Situation) -> tuple[str, int] | None:
    """The month or year gone by that "two days later" goes on from, where it would be after the publication else."""
    period = situation.period
    if (
        not meaning.story
        or meaning.sign < 0
        or situation.narrative
        or period is None
        or meaning.unit not in calendar.DAYS_IN
    ):
        return None
    days, day, told = calendar.days_of(period[0], calendar.index_of(*period)), situation.published, situation.story
    gone = day and told and days.last < day and told <= day < calendar.moved(told, meaning.n, meaning.unit)
    return (period[0], (days.first + days.last) // 2) if gone else None
