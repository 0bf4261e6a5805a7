"""Things that come back: which of their occurrences a sentence means."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.edtf.days import civil, monday_of_week, weeks_in_year
from timeline.temporal.calendars import contradiction
from timeline.temporal.calendars.calendar import MONDAY, days_of, index_of, valid_day
from timeline.temporal.calendars.feasts import holiday_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.temporal.calendars.meaning import Cyclic
    from timeline.temporal.context.situation import Direction

_TURN: Final = {"weekday": "week", "weekend": "week", "day_of_month": "month"}
_GRAIN: Final = {
    "weekday": "day", "month_day": "day", "day_of_month": "day", "holiday": "day",
    "weekend": "weekend", "iso_week": "week", "month": "month", "season": "season", "quarter": "quarter", "half": "half",
}  # fmt: skip
_REACH: Final = {
    "weekday": 1, "weekend": 1, "day_of_month": 3, "holiday": 2, "month": 2, "season": 2, "quarter": 2, "half": 2,
}  # fmt: skip
_FAR: Final = 14
"""Turns to look on either side: 29 February, or a date that must fall on a Tuesday, may be years away."""
_LEAP_DAY: Final = (2, 29)
_POINTED: Final[dict[str, Direction]] = {"last": "past", "next": "future"}


class Occurrence(NamedTuple):
    grain: str
    place: int
    first: int
    last: int


class Choice(NamedTuple):
    """The occurrence meant, and the other one it could have been."""

    chosen: Occurrence
    other: Occurrence | None


def turn_of(kind: str) -> str:
    """After what it comes back: weekdays every week, all but days of the month every year."""
    return _TURN.get(kind, "year")


def occurrence(cyclic: Cyclic, turn: int, week: int = MONDAY) -> Occurrence | None:
    """The one in a turn (an ISO week, a month or year by its index), if that turn has one. `week` decides what a weekend is."""
    index = _index(cyclic, turn)
    if index is None:
        return None
    grain = _GRAIN[cyclic.kind]
    first, last = days_of(grain, index, MONDAY if cyclic.kind == "iso_week" else week)
    return Occurrence(grain, index, first, last)


def _index(cyclic: Cyclic, turn: int) -> int | None:
    if cyclic.kind == "holiday":
        return holiday_day(cyclic.name, turn)
    if cyclic.kind in _PER_YEAR:
        return turn * _PER_YEAR[cyclic.kind] + cyclic.args[0] - 1
    return _INDEXES[cyclic.kind](turn, cyclic.args)


def _iso_week(year: int, args: tuple[int, ...]) -> int | None:
    return (monday_of_week(year, args[0]) - 1) // 7 if args[0] <= weeks_in_year(year) else None


_PER_YEAR: Final = {"month": 12, "season": 4, "quarter": 4, "half": 2}
_INDEXES: Final[dict[str, Callable[[int, tuple[int, ...]], int | None]]] = {
    "weekday": lambda week, args: week * 7 + args[0],
    "weekend": lambda week, _args: week,
    "iso_week": _iso_week,
    "day_of_month": lambda month, args: valid_day(month // 12, month % 12 + 1, args[0]),
    "month_day": lambda year, args: valid_day(year, args[0], args[1]),
}


@lru_cache(maxsize=4096)
def choose(
    cyclic: Cyclic, anchor: int, direction: Direction | None, chapter: int | None = None, week: int = MONDAY
) -> Choice | None:
    """The occurrence on the side that the word or the sentence points to.

    Without `which`, the anchor's own day (month, season) counts on either side. Without a direction, a year's cycle
    takes the nearest; a week's or a month's looks back, as news does. `chapter`: the year that holds what comes once a year.
    Kept, because a date is asked twice (its reading, and the others) and an article says its weekdays again and again.
    """
    if chapter is not None and cyclic.which is None and turn_of(cyclic.kind) == "year":
        within = occurrence(cyclic, chapter)
        return Choice(within, None) if within else None
    turn = index_of(turn_of(cyclic.kind), anchor)
    reach = _reach(cyclic)
    every = [found for at in range(turn - reach, turn + reach + 1) if (found := occurrence(cyclic, at, week))]
    past = [one for one in every if one.first <= anchor]
    future = [one for one in every if one.last >= anchor]
    if cyclic.which == "last":
        past = [one for one in every if one.last < anchor]
    elif cyclic.which == "next":
        future = [one for one in every if one.first > anchor]
    before, after = past[-1] if past else None, future[0] if future else None
    pointed = _POINTED.get(cyclic.which or "")
    if cyclic.weekday is not None:
        among = {"past": past, "future": future}.get(pointed or "", every)
        chosen, other = contradiction.settle(among, cyclic.weekday, anchor, pointed or direction, turn_of(cyclic.kind))
        return Choice(chosen, other) if chosen else None
    side = pointed or _plain(cyclic, anchor, before, after) or direction or _side(cyclic, anchor, before, after)
    chosen, other = (before, after) if side == "past" else (after, before)
    if chosen is None:
        return None if other is None else Choice(other, None)
    return Choice(chosen, _other(every, chosen, other))


def _reach(cyclic: Cyclic) -> int:
    """Turns to look on either side: most dates of a year have one next door, and far years cost time."""
    plain = cyclic.kind == "month_day" and cyclic.weekday is None and cyclic.args != _LEAP_DAY
    return _REACH["month"] if plain else _REACH.get(cyclic.kind, _FAR)


def _plain(cyclic: Cyclic, anchor: int, before: Occurrence | None, after: Occurrence | None) -> Direction | None:
    """What is near on one side and most of a year away on the other, whatever verb stands near."""
    if cyclic.kind not in _CLOSE or before is None or after is None:
        return None
    behind, ahead = anchor - before.last, after.first - anchor
    if min(behind, ahead) > _CLOSE[cyclic.kind]:
        this_year = civil(anchor)[0] == civil(after.first)[0]
        return "future" if cyclic.kind == "month_day" and this_year and ahead <= _SEASON else None
    return "past" if behind < ahead else "future"


_CLOSE: Final = {"month_day": 45, "quarter": 92}
"""Days: nobody says "3 October" on 15 October and means next year's without saying so; nor "the third quarter"."""


_SEASON: Final = 120
"""Days: in March "12 June" is none of last year's, nor "15 December" in October: that would be said with its year."""


def planned_side(cyclic: Cyclic, anchor: int) -> Direction | None:
    """Where something lies that was planned and is off: the weekday to come, the nearest 3 October."""
    if cyclic.kind in {"weekday", "weekend"}:
        return "future"
    turn = index_of(turn_of(cyclic.kind), anchor)
    every = [found for at in range(turn - 1, turn + 2) if (found := occurrence(cyclic, at))]
    near = min(every, key=lambda one: abs(one.first - anchor), default=None)
    return None if near is None else "future" if near.last >= anchor else "past"


def _other(every: list[Occurrence], chosen: Occurrence, other: Occurrence | None) -> Occurrence | None:
    """The reading on the other side; when one day serves both, the one before it."""
    if other is not None and other != chosen:
        return other
    at = every.index(chosen)
    return every[at - 1] if at else None


def _side(cyclic: Cyclic, anchor: int, before: Occurrence | None, after: Occurrence | None) -> Direction:
    if before is None or after is None:
        return "past" if after is None else "future"
    if turn_of(cyclic.kind) != "year":
        return "future" if cyclic.which == "this" else "past"
    return "past" if anchor - before.last <= after.first - anchor else "future"
