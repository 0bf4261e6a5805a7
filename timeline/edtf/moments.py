"""Dates as seconds, for comparing times of day: counted from the start of day 0, in local time as written or in UTC."""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.edtf.bounds import fuzzy_first, fuzzy_last
from timeline.edtf.value import Point

DAY: Final = 86_400
MINUTE: Final = 60


class Reach(NamedTuple):
    """The first and the last second that a date may be, both inclusive."""

    first: int
    last: int


def stated(point: Point, *, utc: bool = False) -> Reach:
    """As the text says; `utc` moves zoned times to UTC (a date without a zone stays where it is)."""
    if point.clock is None:
        return Reach(point.first * DAY, point.last * DAY + DAY - 1)
    hour, minute, second, offset = point.clock
    east = (offset or 0) if utc else 0
    first = point.first * DAY + (hour * 60 + minute - east) * MINUTE + (second or 0)
    return Reach(first, first + (MINUTE - 1 if second is None else 0))


def possible(point: Point, *, utc: bool = False) -> Reach:
    """With the margin of an approximate or uncertain date; such a time of day may be any time of its day."""
    if point.qualifier is None:
        return stated(point, utc=utc)
    return Reach(fuzzy_first(point) * DAY, fuzzy_last(point) * DAY + DAY - 1)


def reversed_range(first: Point, last: Point) -> bool:
    """Whether the second surely ends before the first starts."""
    utc = zoned(first) and zoned(last)
    return stated(last, utc=utc).last < stated(first, utc=utc).first


def zoned(point: Point) -> bool:
    return point.clock is not None and point.clock.offset is not None
