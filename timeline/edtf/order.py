"""Which date comes first. Comparisons answer `None` where the dates do not tell; sorting always decides.

Approximate and uncertain dates count with their margins. A time with a zone is compared in UTC with another such time;
next to a date without a zone it is taken as written, for want of a better zone.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.edtf.moments import DAY, MINUTE, Reach, possible, stated, zoned
from timeline.edtf.value import Edtf, End, Form, Point, Range

_FAR: Final = 10**30
"""Further than any date: years of nine digits come to 10**16 seconds."""

SortKey = tuple[int, int, int, int, int, str]

_UNDATED: Final[SortKey] = (1, 0, 0, 0, 0, "")


class _Extent(NamedTuple):
    """When a thing may start and when it may end, in seconds."""

    start: Reach
    end: Reach


def before(a: Edtf, b: Edtf) -> bool | None:
    """Whether the thing dated `a` is over before the thing dated `b` starts."""
    utc = _both_zoned(a, b)
    one, other = _extent(a, utc=utc), _extent(b, utc=utc)
    if one.end.last < other.start.first:
        return True
    return False if one.end.first >= other.start.last else None


def after(a: Edtf, b: Edtf) -> bool | None:
    """Whether the thing dated `a` starts when the thing dated `b` is over."""
    return before(b, a)


def overlaps(a: Edtf, b: Edtf) -> bool | None:
    """Whether the two things share a day, or a minute where both have times of day."""
    utc = _both_zoned(a, b)
    unit = MINUTE if _timed(a) and _timed(b) else DAY
    one, other = _extent(a, utc=utc), _extent(b, utc=utc)
    in_time = _starts_by_the_end(one, other, unit), _starts_by_the_end(other, one, unit)
    if False in in_time:
        return False
    return None if None in in_time else True


def within(inner: Edtf, outer: Edtf) -> bool | None:
    """Whether the thing dated `inner`, wherever it lies, stays inside the period that `outer` names.

    `outer` counts as a period from its first to its last day, whatever its form; an unknown end of it cannot be told,
    an open one has no end.
    """
    utc = _both_zoned(inner, outer)
    thing = _extent(inner, utc=utc)
    sure, conceivable = _period(outer, utc=utc)
    if thing.start.last < conceivable.first or thing.end.first > conceivable.last:
        return False
    return True if thing.start.first >= sure.first and thing.end.last <= sure.last else None


def contains(outer: Edtf, inner: Edtf) -> bool | None:
    """`within`, asked from the other side."""
    return within(inner, outer)


def sort_key(edtf: Edtf | None) -> SortKey:
    """A total order: by start, then by end; undated last.

    What has no start (`[..X]`, `../X`) stands just before X starts. A window without an end (`[X..]`) stands just after
    X ends; a span without an end (`X/..`) starts at X like any other and follows those that end. Of two dates with the
    same days the approximate one comes first; then the text decides. Times count as written.
    """
    if edtf is None:
        return _UNDATED
    if not edtf.composite:
        number = edtf.bounds.earliest or 0  # a whole day has both bounds
        return 0, number * DAY, 0, number * DAY + DAY - 1, 1, edtf.canonical
    first, last = edtf.ranges[0].first, edtf.ranges[-1].last
    about = int(edtf.qualifier is None)
    if isinstance(first, End):
        return 0, _stated_end(edtf.ranges[0].last).first, -1, 0, about, edtf.canonical
    if isinstance(last, End) and edtf.form is Form.WINDOW:
        return 0, _stated_end(edtf.ranges[-1].first).last, 1, 0, about, edtf.canonical
    end = _FAR if isinstance(last, End) else stated(last).last
    return 0, stated(first).first, 0, end, about, edtf.canonical


def _stated_end(end: Point | End) -> Reach:
    return Reach(-_FAR, _FAR) if isinstance(end, End) else stated(end)


def _possible_end(end: Point | End, *, utc: bool) -> Reach:
    return Reach(-_FAR, _FAR) if isinstance(end, End) else possible(end, utc=utc)


def _extent(edtf: Edtf, *, utc: bool) -> _Extent:
    members = [_member(ends, utc=utc) for ends in edtf.ranges]
    if edtf.form in {Form.SPAN, Form.SET}:
        starts, ends = zip(*members, strict=True)
        return _Extent(
            Reach(min(start.first for start in starts), min(start.last for start in starts)),
            Reach(max(end.first for end in ends), max(end.last for end in ends)),
        )
    anywhere = Reach(min(start.first for start, _ in members), max(end.last for _, end in members))
    return _Extent(anywhere, anywhere)


def _member(ends: Range, *, utc: bool) -> _Extent:
    """The start is no later than the end, whatever their margins and however open they are."""
    start, end = (_possible_end(side, utc=utc) for side in ends)
    if start.first > end.last:  # over the date line, in times as written
        start = end = Reach(end.first, start.last)
    return _Extent(Reach(start.first, min(start.last, end.last)), Reach(max(start.first, end.first), end.last))


def _period(edtf: Edtf, *, utc: bool) -> tuple[Reach, Reach]:
    """What surely lies in the period, and what may: an unknown end makes nothing sure."""
    unknown = any(End.UNKNOWN in ends for ends in edtf.ranges)
    firsts, lasts = zip(*edtf.ranges, strict=True)
    sure = Reach(
        min(-_FAR if isinstance(end, End) else stated(end, utc=utc).first for end in firsts),
        max(_FAR if isinstance(end, End) else stated(end, utc=utc).last for end in lasts),
    )
    conceivable = Reach(
        min(_possible_end(end, utc=utc).first for end in firsts),
        max(_possible_end(end, utc=utc).last for end in lasts),
    )
    return Reach(_FAR, -_FAR) if unknown else sure, conceivable


def _starts_by_the_end(one: _Extent, other: _Extent, unit: int) -> bool | None:
    """Whether `one` starts no later than `other` ends, counted in whole units."""
    if one.start.last // unit <= other.end.first // unit:
        return True
    return False if one.start.first // unit > other.end.last // unit else None


def _both_zoned(a: Edtf, b: Edtf) -> bool:
    return all(isinstance(end, Point) and zoned(end) for edtf in (a, b) for ends in edtf.ranges for end in ends)


def _timed(edtf: Edtf) -> bool:
    return all(isinstance(end, Point) and end.clock is not None for ends in edtf.ranges for end in ends)
