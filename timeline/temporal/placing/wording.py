"""What the words alone say, without any anchor: underspecified TIMEX3 values, and the fields they settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.temporal.calendars import zones
from timeline.temporal.calendars.calendar import SEASONS, timex_value
from timeline.temporal.calendars.meaning import (
    Between,
    Containing,
    Cyclic,
    Fixed,
    Inside,
    Length,
    Meaning,
    Nth,
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
    from collections.abc import Callable

_EMPTY: Final = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
    "millennium": "X",
}  # fmt: skip
_FIELDS: Final = {
    "day": ("year", "month", "day"), "week": ("year", "week"), "weekend": ("year", "week", "weekend"),
    "month": ("year", "month"), "quarter": ("year", "quarter"), "half": ("year", "half"), "season": ("year", "season"),
    "year": ("year",), "decade": ("decade",), "century": ("century",), "millennium": ("millennium",),
}  # fmt: skip
_CYCLE_FIELDS: Final = {
    "weekday": ("weekday",), "weekend": ("weekend",), "iso_week": ("week",), "month": ("month",), "month_day": ("month", "day"), "day_of_month": ("day",),
    "season": ("season",), "quarter": ("quarter",), "half": ("half",), "holiday": ("month", "day"),
}  # fmt: skip


def underspecified(meaning: Meaning) -> str:
    return _WORDINGS[type(meaning)](meaning)


def settled(meaning: Meaning) -> tuple[str, ...]:
    """The fields that the words give."""
    if isinstance(meaning, Fixed):
        return _FIELDS.get(meaning.grain, ())
    if isinstance(meaning, Cyclic):
        return (("weekday",) if meaning.weekday else ()) + _CYCLE_FIELDS[meaning.kind]
    if isinstance(meaning, Part):
        return settled(meaning.base)
    if isinstance(meaning, OfDay):
        return (settled(meaning.base) if meaning.base else ()) + ("daypart" if len(meaning.time) == 2 else "time",)
    if isinstance(meaning, Inside):
        return settled(meaning.inner) + settled(meaning.outer)
    return ()


def supplied(meaning: Meaning, grain: str) -> tuple[str, ...]:
    """The fields of a grain that the anchor had to give."""
    fields = _FIELDS["day"] if grain in {"minute", "daypart"} else _FIELDS.get(grain, ())
    given = settled(meaning)
    return tuple(field for field in fields if field not in given)


def _cyclic(meaning: Cyclic) -> str:
    first = meaning.args[0] if meaning.args else 0
    kind = meaning.kind
    if kind == "month_day":
        return f"XXXX-{first:02d}-{meaning.args[1]:02d}"
    return {
        "weekday": f"XXXX-WXX-{first}",
        "weekend": "XXXX-WXX-WE",
        "iso_week": f"XXXX-W{first:02d}",
        "month": f"XXXX-{first:02d}",
        "day_of_month": f"XXXX-XX-{first:02d}",
        "season": f"XXXX-{SEASONS[(first - 1) % 4]}",
        "quarter": f"XXXX-Q{first}",
        "half": f"XXXX-H{first}",
        "holiday": f"XXXX-{meaning.name}" if meaning.name[:1].isdigit() else "XXXX-XX-XX",
    }[kind]


def _of_day(meaning: OfDay) -> str:
    if meaning.habit:
        return f"T{meaning.time}"
    base = underspecified(meaning.base) if meaning.base else "XXXX-XX-XX"
    zone = "" if meaning.zone is None or zones.is_place(meaning.zone) else meaning.zone
    return f"{base}T{meaning.time}{zone}"


def _nth(meaning: Nth) -> str:
    return f"XXXX-WXX-{meaning.weekday}" if meaning.weekday else _EMPTY.get(meaning.unit, "XXXX")


def _window(meaning: Window) -> str:
    from timeline.temporal.constructions.amounts import timex_length  # noqa: PLC0415  # values of windows are lengths

    return timex_length(meaning.n, meaning.unit)


def _offset(meaning: Offset) -> str:
    if not meaning.n:
        return "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    return _EMPTY.get(meaning.unit, "XXXX-XX-XXTXX:XX")


_WORDINGS: Final[dict[type, Callable[[Any], str]]] = {
    Fixed: lambda meaning: timex_value(meaning.grain, meaning.index),
    Cyclic: _cyclic,
    Shift: lambda meaning: _EMPTY.get(meaning.grain, "XXXX"),
    Offset: _offset,
    Window: _window,
    Length: lambda meaning: meaning.value,
    Repeat: lambda meaning: meaning.value,
    Ref: lambda meaning: meaning.value,
    Nth: _nth,
    Containing: lambda meaning: _EMPTY[meaning.grain],
    Inside: lambda meaning: underspecified(meaning.inner),
    Part: lambda meaning: underspecified(meaning.base),
    OfDay: _of_day,
    Between: lambda meaning: f"{underspecified(meaning.first)}/{underspecified(meaning.last)}",
    ToEvent: lambda meaning: meaning.value,
}
