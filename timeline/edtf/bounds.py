"""The days a date may touch: strictly as stated, and with a margin where it is approximate or uncertain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import add_months
from timeline.edtf.value import Bounds, End, Point, Precision, Qualifier, Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    months, days = _margin(point)
    return add_months(point.first, -months) - days if months else point.first - days


def fuzzy_last(point: Point) -> int:
    """The last day that an approximate or uncertain date may be."""
    months, days = _margin(point)
    # the day after the last one starts a month, so that whole months move to whole months
    return add_months(point.last + 1, months) - 1 + days if months else point.last + days


def _margin(point: Point) -> tuple[int, int]:
    if point.qualifier is None:
        return 0, 0
    months, days = MARGINS[point.precision]
    return (months * 2, days * 2) if point.qualifier is Qualifier.BOTH else (months, days)


def strict(ranges: Sequence[Range]) -> Bounds:
    """First and last day as stated; an open or unknown end anywhere leaves that side open."""
    firsts = [None if isinstance(end, End) else end.first for end, _ in ranges]
    lasts = [None if isinstance(end, End) else end.last for _, end in ranges]
    return Bounds(_lowest(firsts), _highest(lasts))


def fuzzy(ranges: Sequence[Range]) -> Bounds:
    """The strict bounds with the margins of each end."""
    firsts = [None if isinstance(end, End) else fuzzy_first(end) for end, _ in ranges]
    lasts = [None if isinstance(end, End) else fuzzy_last(end) for _, end in ranges]
    return Bounds(_lowest(firsts), _highest(lasts))


def _lowest(days: Iterable[int | None]) -> int | None:
    known = list(days)
    return None if None in known else min(day for day in known if day is not None)


def _highest(days: Iterable[int | None]) -> int | None:
    known = list(days)
    return None if None in known else max(day for day in known if day is not None)
