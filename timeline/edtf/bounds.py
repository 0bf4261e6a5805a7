"""The days a date may touch: strictly as stated, and with a margin where it is approximate or uncertain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import add_months
from timeline.edtf.value import Bounds, Point, Precision, Qualifier, Range

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGINS: Final[dict[Precision, tuple[int, int]]] = {
    Precision.CENTURY: (1200, 0),
    Precision.DECADE: (120, 0),
    Precision.YEAR: (12, 0),
    Precision.MONTH: (1, 0),
    Precision.DAY: (0, 3),
    Precision.MINUTE: (0, 0),
    Precision.SECOND: (0, 0),
}
"""Months and days added on either side of a date marked `~` or `?`, by its precision; `%` adds twice as much.

An approximate time of day stays in its day, where it may be any time (`order` takes it so).
"""


def fuzzy_first(point: Point) -> int:
    """The first day that an approximate or uncertain date may be."""
    if point.qualifier is None:
        return point.first
    months, days = _margin(point.precision, point.qualifier)
    return add_months(point.first, -months) - days if months else point.first - days


def fuzzy_last(point: Point) -> int:
    """The last day that an approximate or uncertain date may be."""
    if point.qualifier is None:
        return point.last
    months, days = _margin(point.precision, point.qualifier)
    # the day after the last one starts a month, so that whole months move to whole months
    return add_months(point.last + 1, months) - 1 + days if months else point.last + days


def _margin(precision: Precision, qualifier: Qualifier) -> tuple[int, int]:
    months, days = MARGINS[precision]
    return (months * 2, days * 2) if qualifier is Qualifier.BOTH else (months, days)


def strict(ranges: Sequence[Range]) -> Bounds:
    """First and last day as stated; an open or unknown end anywhere leaves that side open."""
    firsts = [end.first for end, _ in ranges if isinstance(end, Point)]
    lasts = [end.last for _, end in ranges if isinstance(end, Point)]
    return _outermost(firsts, lasts, len(ranges))


def fuzzy(ranges: Sequence[Range]) -> Bounds:
    """The strict bounds with the margins of each end."""
    firsts = [fuzzy_first(end) for end, _ in ranges if isinstance(end, Point)]
    lasts = [fuzzy_last(end) for _, end in ranges if isinstance(end, Point)]
    return _outermost(firsts, lasts, len(ranges))


def _outermost(firsts: Sequence[int], lasts: Sequence[int], count: int) -> Bounds:
    """Fewer ends than ranges: one of them is open."""
    earliest = min(firsts) if len(firsts) == count else None
    latest = max(lasts) if len(lasts) == count else None
    if earliest is not None and latest is not None and earliest > latest:
        return Bounds(latest, earliest)  # a flight over the date line lands on the day before it left
    return Bounds(earliest, latest)
