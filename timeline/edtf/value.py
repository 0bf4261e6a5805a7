"""What a date is once it has been read: a form, its parts, and the days it may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple


class Form(StrEnum):
    """How a date speaks of time.

    A point is one date at its own precision (`2025-10-17`, `2025-10`, `2025-10-17T18:30`).
    A span lasts from one end to the other (`2025-10-20/2025-10-22`).
    A window holds one date among several (`[2025-10-20..2025-10-26]`, `[2025-10-20,2025-10-22]`, `2025-10-XX`).
    A set holds all of its dates (`{2025-10-20,2025-10-22}`).
    """

    POINT = "point"
    SPAN = "span"
    WINDOW = "window"
    SET = "set"


class Qualifier(StrEnum):
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


class Precision(StrEnum):
    """The finest field that is stated, from coarse to fine; an unspecified field (`XX`) is not stated."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


COARSE_TO_FINE: Final[tuple[Precision, ...]] = tuple(Precision)


class Bounds(NamedTuple):
    """First and last day that a date may touch, as day numbers, both inclusive; `None` is open or unknown."""

    earliest: int | None
    latest: int | None


class End(StrEnum):
    """An end of a range that is no date: open on purpose, or not known."""

    OPEN = ".."
    UNKNOWN = ""


class Clock(NamedTuple):
    """A time of day as written: `second` is `None` at minute precision, `offset` minutes east of UTC, `None` without zone."""

    hour: int
    minute: int
    second: int | None = None
    offset: int | None = None


class Point(NamedTuple):
    """One date as written, without its qualifier; `first` and `last` are the day numbers it covers."""

    text: str
    first: int
    last: int
    precision: Precision
    qualifier: Qualifier | None = None
    clock: Clock | None = None

    @property
    def unspecified(self) -> bool:
        """Whether digits were left open with X."""
        return "X" in self.text


class Range(NamedTuple):
    """From one date to another, both included; a date alone is a range that ends where it starts."""

    first: Point | End
    last: Point | End


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date in canonical form. Two dates are equal when their canonical texts are.

    `bounds` is what the text states; `fuzzy_bounds` adds the margins of `bounds.MARGINS` where it says `~`, `?` or `%`.
    `composite` is empty for a whole day, of which there are thousands; ask `ranges` instead.
    """

    canonical: str
    form: Form = field(compare=False)
    bounds: Bounds = field(compare=False)
    fuzzy_bounds: Bounds = field(compare=False)
    composite: tuple[Range, ...] = field(compare=False, repr=False)

    @property
    def precision(self) -> Precision:
        """That of the coarsest part."""
        points = (end.precision for ends in self.composite for end in ends if isinstance(end, Point))
        return min(points, key=COARSE_TO_FINE.index, default=Precision.DAY)

    @property
    def qualifier(self) -> Qualifier | None:
        """Those of all parts together: `?` on one end and `~` on the other make the whole both."""
        points = (end.qualifier for ends in self.composite for end in ends if isinstance(end, Point))
        qualifiers = {qualifier for qualifier in points if qualifier is not None}
        return qualifiers.pop() if len(qualifiers) == 1 else Qualifier.BOTH if qualifiers else None

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The parts in the order of the text: one for a point or a span, one a member for windows and sets."""
        if self.composite:
            return self.composite
        earliest = self.bounds.earliest
        assert earliest is not None  # noqa: S101 - only whole days are kept without parts, and they have bounds
        day = Point(self.canonical, earliest, earliest, Precision.DAY)
        return (Range(day, day),)

    @property
    def start(self) -> Point | End:
        """The first end as written, with its clock."""
        return self.ranges[0].first

    @property
    def end(self) -> Point | End:
        """The last end as written, with its clock."""
        return self.ranges[-1].last

    def __str__(self) -> str:
        return self.canonical


def whole_day(text: str, number: int) -> Edtf:
    """The plain day, the most frequent date by far and the cheapest to make."""
    both = Bounds(number, number)
    return Edtf(text, _POINT, both, both, ())


_POINT: Final = Form.POINT
