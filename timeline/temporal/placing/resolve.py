"""The resolver: a meaning and a situation give a place in time, or nothing when the anchor is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from timeline.edtf.days import civil, day_number, first_of_month, monday_of_week, weekday
from timeline.temporal.calendars import calendar, contradiction, cycles, zones
from timeline.temporal.calendars.calendar import Days
from timeline.temporal.calendars.meaning import (
    Between,
    Containing,
    Cyclic,
    Fixed,
    Inside,
    Meaning,
    Nth,
    OfDay,
    Offset,
    Part,
    Place,
    Shift,
    Window,
)
from timeline.temporal.context.anchors import dated_by_end
from timeline.temporal.context.story import counted_on, told, told_roughly

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.temporal.context.situation import Situation

POINTS: Final = frozenset({"day", "month", "year", "decade", "century"})
"""Grains that EDTF writes as they are; all others become windows of days."""
_FIRST_DAY: Final = day_number(-9999, 1, 1)
_LAST_DAY: Final = day_number(9999, 12, 31)
_SMALL_HOURS: Final = "09"
_BESIDE: Final = frozenset({"EARLIER", "LATER"})
"""Parts that depend on the anchor: later this week."""
_BY_DAY: Final = frozenset({"MO", "MI", "AF", "DT"})
"""What follows a night from one day to the next is on the next."""
CLOCK: Final = frozenset({"second", "minute", "hour"})


def place(meaning: Meaning, situation: Situation) -> Place | None:
    """Where a meaning lies; `None` without the anchor it needs, and for what has no place (durations, sets, vague words).

    Nor is there a place beyond the years that EDTF can write in full: "five billion years ago" stays words.
    """
    read = _PLACES.get(type(meaning))
    found: Place | None = read(meaning, situation) if read else None
    if found is None or found.days.first < _FIRST_DAY or found.days.last > _LAST_DAY:
        return None
    return found


def unit_place(grain: str, index: int, week: int = calendar.MONDAY) -> Place:
    """`week`: the first day of the weeks that `index` counts."""
    value, days = calendar.timex_value(grain, index, week), calendar.days_of(grain, index, week)
    return Place(value, days, grain, point=grain in POINTS)


def other_places(meaning: Meaning, situation: Situation) -> tuple[Place, ...]:
    """The readings not chosen, best first."""
    if isinstance(meaning, OfDay) and meaning.base is not None:
        others = other_places(meaning.base, situation)
        return tuple(_at_time(other, meaning) for other in others)
    if isinstance(meaning, Part):
        others = other_places(meaning.base, situation)
        return others if meaning.part in _BESIDE else tuple(_part(other, meaning.part) for other in others)
    if isinstance(meaning, Fixed):
        return tuple(unit_place("day", day) for day in contradiction.years_that_fit(meaning))
    anchor = situation.base(story=False)
    if not isinstance(meaning, Cyclic) or anchor is None:
        return ()
    choice = cycles.choose(meaning, anchor, situation.direction, week=situation.week)
    if choice is None or choice.other is None or not _FIRST_DAY <= choice.other.first <= choice.other.last <= _LAST_DAY:
        return ()
    return (_occurrence_place(choice.other, meaning, situation),)


def _fixed(meaning: Fixed, _situation: Situation) -> Place:
    return unit_place(meaning.grain, meaning.index)


def _cyclic(meaning: Cyclic, situation: Situation) -> Place | None:
    anchor = situation.base(story=meaning.story)
    if anchor is None:
        return None
    choice = cycles.choose(meaning, anchor, situation.direction, situation.chapter, situation.week)
    return _occurrence_place(choice.chosen, meaning, situation) if choice else None


def _occurrence_place(found: cycles.Occurrence, meaning: Cyclic, situation: Situation) -> Place:
    """Weeks that have a number are those of ISO 8601, wherever weeks start."""
    return unit_place(found.grain, found.place, calendar.MONDAY if meaning.kind == "iso_week" else situation.week)


def _shift(meaning: Shift, situation: Situation) -> Place | None:
    anchor = situation.base(story=meaning.story)
    if anchor is None:
        return None
    grain = meaning.grain if meaning.grain in calendar.GRAINS else "day"
    if situation.chapter is not None and grain == "year":
        return unit_place(grain, situation.chapter + meaning.n)
    period = told(meaning, grain, situation)
    if period is not None:
        return unit_place(grain, calendar.index_of(grain, period[1]) + meaning.n)
    reported = meaning.story and grain == "quarter" and meaning.n % 4 == 0 and not situation.narrative
    index = calendar.index_of(grain, anchor, situation.week)
    return unit_place(grain, index + meaning.n - reported, situation.week)


def _offset(meaning: Offset, situation: Situation) -> Place | None:
    anchor = situation.base(story=meaning.story)
    if meaning.base is not None:
        base = place(meaning.base, situation)
        anchor = base.days.first if base else None
    if meaning.unit in CLOCK:
        return _moment(meaning, anchor, situation)
    if anchor is None or not meaning.n:
        return None
    period = told(meaning, meaning.unit, situation) or told_roughly(meaning, situation)
    if period is not None and meaning.n == int(meaning.n):
        return unit_place(
            period[0], calendar.index_of(period[0], calendar.moved(period[1], meaning.n * meaning.sign, meaning.unit))
        )
    day = calendar.moved(anchor, meaning.n * meaning.sign, meaning.unit)
    grain = meaning.unit if meaning.unit in calendar.GRAINS else "day"
    if meaning.n != int(meaning.n):
        grain = "month" if grain == "year" else "day"
    grain = "week" if grain == "fortnight" else grain
    return unit_place(grain, calendar.index_of(grain, day, situation.week), situation.week)


def _moment(meaning: Offset, anchor: int | None, situation: Situation) -> Place | None:
    """Hours, minutes, seconds from the time of publication, when that is known to the minute."""
    if anchor is None or not meaning.n or situation.time is None or anchor != situation.published:
        return None
    hour, minute = int(situation.time[:2]), int(situation.time[3:5])
    step = {"hour": 3600, "minute": 60, "second": 1}[meaning.unit]
    total = anchor * 86_400 + hour * 3600 + minute * 60 + round(meaning.n * meaning.sign * step)
    day, rest = divmod(total, 86_400)
    clock = f"{rest // 3600:02d}:{rest % 3600 // 60:02d}"
    return _at_time(unit_place("day", day), OfDay(clock))


def _window(meaning: Window, situation: Situation) -> Place | None:
    anchor = situation.base(story=meaning.story)
    if anchor is None or meaning.unit in CLOCK:
        return None
    from timeline.temporal.constructions.amounts import timex_length  # noqa: PLC0415  # values of windows are lengths

    value = timex_length(meaning.n, meaning.unit)
    if not meaning.n:
        return Place(value, Days(anchor, anchor), meaning.unit, open_side=meaning.side)
    edge = calendar.moved(anchor, meaning.n * meaning.side, meaning.unit)
    return Place(value, Days(edge, anchor) if meaning.side < 0 else Days(anchor, edge), meaning.unit)


def _nth(meaning: Nth, situation: Situation) -> Place | None:
    outer = place(meaning.outer, situation)
    if outer is None:
        return None
    first, last = outer.days
    if meaning.weekday is not None:
        day = last - (weekday(last) - meaning.weekday) % 7 if meaning.n < 0 else 0
        day = day or first + (meaning.weekday - weekday(first)) % 7 + 7 * (meaning.n - 1)
        return unit_place("day", day) if first <= day <= last else None
    grain = meaning.unit if meaning.unit in calendar.GRAINS else "day"
    week = situation.week
    if grain == "week" and outer.grain == "year":  # the weeks of a year have numbers: its first is W01
        first, last, week = monday_of_week(civil(first)[0], 1), monday_of_week(civil(first)[0] + 1, 1) - 1, 1
    steps = meaning.n + 1 if meaning.n < 0 else meaning.n - 1
    found = unit_place(grain, calendar.index_of(grain, last if meaning.n < 0 else first, week) + steps, week)
    return found if found.days.first <= last and found.days.last >= first else None


def _containing(meaning: Containing, situation: Situation) -> Place | None:
    base = place(meaning.base, situation)
    if base is None:
        return None
    return unit_place(meaning.grain, calendar.index_of(meaning.grain, base.days.first, situation.week), situation.week)


def _inside(meaning: Inside, situation: Situation) -> Place | None:
    outer = place(meaning.outer, situation)
    if outer is None:
        return None
    if meaning.inner.kind == "weekday":  # of a week: its own Friday, on whatever day it starts
        first, wanted = outer.days.first, meaning.inner.args[0]
        return unit_place("day", first + (wanted - weekday(first)) % 7)
    within = outer.days.last if meaning.inner.kind == "weekend" else outer.days.first
    turn = calendar.index_of(cycles.turn_of(meaning.inner.kind), within)
    found = cycles.occurrence(meaning.inner, turn, situation.week)
    return _occurrence_place(found, meaning.inner, situation) if found else None


def _part_of(meaning: Part, situation: Situation) -> Place | None:
    base = place(meaning.base, situation)
    if base is None:
        return None
    if meaning.part in _BESIDE:
        anchor = situation.base(story=isinstance(meaning.base, Shift) and meaning.base.story)
        return _beside(base, meaning.part, anchor)
    return _part(base, meaning.part)


def _part(base: Place, part: str) -> Place:
    if base.grain == "month":
        year, month, _ = civil(base.days.first)
        days = calendar.month_part(year, month, part)
    elif base.grain == "year":
        year = civil(base.days.first)[0]
        start = {"START": 1, "MID": 5, "END": 9}[part]
        days = Days(first_of_month(year, start), first_of_month(year, start + 4) - 1)
    else:
        days = calendar.third(base.days, part) if base.days.last > base.days.first else base.days
    return replace(base, days=days, part=part, point=base.days.first == base.days.last and base.point)


def _beside(base: Place, part: str, anchor: int | None) -> Place:
    """Earlier this week, later this year: the side of the anchor, the anchor's own day included."""
    first, last = base.days
    if anchor is not None and first <= anchor <= last:
        days = Days(first, anchor) if part == "EARLIER" else Days(anchor, last)
        return replace(base, days=days, point=False)
    return base


def _of_day(meaning: OfDay, situation: Situation) -> Place | None:
    if meaning.habit:
        return None
    if meaning.base is not None:
        base = place(meaning.base, situation)
    else:
        anchor = situation.base(story=True)
        if anchor is not None and situation.overnight and (meaning.time < _SMALL_HOURS or meaning.time in _BY_DAY):
            anchor += 1
        base = None if anchor is None else unit_place("day", anchor)
    return None if base is None else _at_time(base, meaning)


def _at_time(base: Place, meaning: OfDay) -> Place:
    if base.grain != "day":  # the mornings of a week, the nights of a summer
        return base
    clock = meaning.time
    days = Days(base.days.first, base.days.last + 1) if meaning.night else base.days
    zone = zones.offset(meaning.zone, base.days.first, clock)
    value = f"{base.value}T{clock}" + (zone or "").removesuffix(":00")
    grain = "daypart" if len(clock) == 2 else "minute"
    return Place(value, days, grain, point=not meaning.night, clock=clock, zone=zone, overnight=meaning.night)


def _between(meaning: Between, situation: Situation) -> Place | None:
    """The first end by the sentence, the last one from there; a year at the end alone holds for both."""
    if dated_by_end(meaning):
        last = place(meaning.last, situation)
        before = None if last is None else replace(situation, published=last.days.first, direction="past")
        first = place(meaning.first, before or situation)
    else:
        first = place(meaning.first, situation)
        last = place(meaning.last, counted_on(situation, meaning.last, first))
    if first is None or last is None or last.days.last < first.days.first:
        return None
    return Place(f"{first.value}/{last.value}", Days(first.days.first, last.days.last), first.grain)


_PLACES: Final[dict[type, Callable[[Any, Situation], Place | None]]] = {
    Fixed: _fixed,
    Cyclic: _cyclic,
    Shift: _shift,
    Offset: _offset,
    Window: _window,
    Nth: _nth,
    Containing: _containing,
    Inside: _inside,
    Part: _part_of,
    OfDay: _of_day,
    Between: _between,
}
