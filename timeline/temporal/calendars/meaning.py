"""What an expression of time says before anything is known about its article: small values that compose.

After SCATE: this, last, next, nth, between; a meaning without an anchor can be printed, but not placed.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.temporal.calendars.calendar import Days


@dataclass(frozen=True, slots=True)
class Fixed:
    """A unit of the calendar that needs no anchor: 17 October 2025, 1998, the 1980s. `weekday`: as in `Cyclic`."""

    grain: str
    index: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Cyclic:
    """Something that comes back: a weekday, a month, 3 October, the 3rd, summer, the first quarter, Easter.

    `kind`: weekday weekend iso_week month month_day day_of_month season quarter half holiday. `which`: last, this, next, or `None` when
    the sentence has to tell. `weekday`: the day of the week a date is said to fall on. `story`: counted from the day the story
    stands at ("the following Monday").
    """

    kind: str
    args: tuple[int, ...] = ()
    name: str = ""
    which: str | None = None
    weekday: int | None = None
    story: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit the anchor lies in, moved by `n`: today, last week, next year; `story`: the following day, that month."""

    grain: str
    n: int
    story: bool = False


@dataclass(frozen=True, slots=True)
class Offset:
    """`n` units before (`sign` -1) or after the anchor or a base: three days ago, two weeks after Easter. `n` 0: some.

    `or_length`: where the sentence looks back it is how long something took ("he did it in three days").
    `or_later`: where the sentence looks back it is so long after the day of the story ("through two days he died").
    """

    n: float
    unit: str
    sign: int
    base: Meaning | None = None
    story: bool = False
    or_length: bool = False
    or_later: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch that starts or ends at the anchor: the last two weeks, the coming days. `n` 0: some."""

    n: float
    unit: str
    side: int
    story: bool = False
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A TIMEX3 duration: P3D, PT2H, PXY."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A TIMEX3 set: P1W, XXXX-WXX-1."""

    value: str
    quantifier: str | None = None
    frequency: str | None = None


@dataclass(frozen=True, slots=True)
class Ref:
    """PAST_REF, PRESENT_REF, FUTURE_REF. `ahead`: only where the sentence looks ahead ("he soon left" is an order)."""

    value: str
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit or weekday of something larger, -1 the last: the first week of October, the last Monday in May."""

    n: int
    unit: str
    outer: Meaning
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Inside:
    """Something cyclic within a stretch that is known: August of that year, the 3rd of next month."""

    inner: Cyclic
    outer: Meaning


@dataclass(frozen=True, slots=True)
class Part:
    """START, MID or END of something; EARLIER or LATER than the anchor within it."""

    base: Meaning
    part: str


@dataclass(frozen=True, slots=True)
class Containing:
    """The unit of a grain that a date lies in: the week of 20 October."""

    grain: str
    base: Meaning


@dataclass(frozen=True, slots=True)
class OfDay:
    """A part of day (`MO`) or a time of day (`18:30`) on a day; without a base, on the day the story stands at.

    `habit`: on no day in particular, but on each that a word beside it names ("on working days from 9 to 12").
    """

    time: str
    base: Meaning | None = None
    zone: str | None = None
    night: bool = False
    habit: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """From one date to another, both included."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class ToEvent:
    """A distance or an order to an event: two days before the summit. The date is the event's to give."""

    value: str
    sign: int


Meaning = (
    Fixed
    | Cyclic
    | Shift
    | Offset
    | Window
    | Length
    | Repeat
    | Ref
    | Nth
    | Inside
    | Part
    | Containing
    | OfDay
    | Between
    | ToEvent
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meaning lies once it is anchored. `point`: EDTF can write it without a window. `clock`: `18:30` or a part of day.

    `overnight`: a night named by both its days, whose small hours are the second's.
    `open_side`: 1 when it starts at `days` and nobody knows how long it goes on ("the coming days"), -1 when it ends there.
    """

    value: str
    days: Days
    grain: str
    point: bool = False
    clock: str | None = None
    zone: str | None = None
    part: str | None = None
    overnight: bool = False
    open_side: int = 0
