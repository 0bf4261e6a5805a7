"""The dates that two dates have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.edtf.days import iso_day
from timeline.edtf.moments import reversed_range, stated
from timeline.edtf.render import compose
from timeline.edtf.value import COARSE_TO_FINE, End, Form, Point, Precision, Range

if TYPE_CHECKING:
    from timeline.edtf.value import Edtf


def intersection(a: Edtf, b: Edtf) -> Edtf | None:
    """One date among those that both allow, as stated and without margins; `None` when they do not meet.

    A date that lies wholly in the other comes back as it is, its form included; else the answer is a window. Times
    with zones are taken as written.
    """
    if a == b:
        return a
    if a.composite == b.composite == ():
        return None  # two whole days
    common = tuple(meeting for one in a.ranges for other in b.ranges if (meeting := _meeting(one, other)) is not None)
    if not common:
        return None
    for whole in (a, b):
        if common == whole.ranges:
            return whole
    return compose(Form.WINDOW, common)


def _meeting(one: Range, other: Range) -> Range | None:
    first, last = _later(one.first, other.first), _earlier(one.last, other.last)
    if isinstance(first, Point) and isinstance(last, Point):
        if reversed_range(first, last):
            return None
        if first == last:
            return Range(first, last)
    meeting = Range(first, last)
    return meeting if meeting in {one, other} else Range(_to_the_day(first, "first"), _to_the_day(last, "last"))


def _later(one: Point | End, other: Point | End) -> Point | End:
    """Of two starts, the later; of two that fall together, the finer."""
    if isinstance(one, End) or isinstance(other, End):
        return other if isinstance(one, End) else one
    return max(one, other, key=lambda point: (stated(point).first, COARSE_TO_FINE.index(point.precision)))


def _earlier(one: Point | End, other: Point | End) -> Point | End:
    """Of two ends, the earlier; of two that fall together, the finer."""
    if isinstance(one, End) or isinstance(other, End):
        return other if isinstance(one, End) else one
    return min(one, other, key=lambda point: (stated(point).last, -COARSE_TO_FINE.index(point.precision)))


def _to_the_day(end: Point | End, side: str) -> Point | End:
    """October as a start is 1 October, as an end the 31st."""
    if isinstance(end, End) or COARSE_TO_FINE.index(end.precision) >= COARSE_TO_FINE.index(Precision.DAY):
        return end
    number = end.first if side == "first" else end.last
    text = iso_day(number)
    return end if text[0] == "Y" else Point(text, number, number, Precision.DAY, end.qualifier)
