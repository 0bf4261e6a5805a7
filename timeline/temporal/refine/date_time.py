"""A date and a time of day that belong together: "Friday at 6 pm" becomes one, "mardi vers 21 h" two with one day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.meaning import Cyclic, Fixed, Inside, Nth, OfDay, Offset, Repeat, Shift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice

_DAYS: Final = frozenset({"weekday", "month_day", "day_of_month", "holiday"})
_LAST_OF_NIGHT: Final = 8
"""Up to this hour a night that is named by two days is the second's: "the night of Sunday to Monday, around 2.30"."""
_WEEKLY: Final = re.compile(r"XXXX-WXX-\d")
_NEAR: Final = 3
"""Words that may stand between a time of day and the date that follows it and still give it its day."""


def refine(candidates: list[Candidate], lattice: Lattice) -> list[Candidate]:
    kept: list[Candidate] = []
    for one in candidates:
        merged = _merged(kept[-1], one, lattice) if kept else None
        if merged is not None:
            kept[-1:] = [merged]
        elif kept and _lends(one, kept[-1], lattice) and not _has_day(kept, one):
            kept[-1] = replace(kept[-1], meaning=_timed(kept[-1].meaning, one.meaning))
            kept.append(one)
        else:
            kept.append(one)
    return kept


def _has_day(kept: list[Candidate], after: Candidate) -> bool:
    """Whether a day stands nearer before the time of day than the one after it: "Monday at midnight, and until Friday"."""
    if len(kept) < 2 or not is_day(kept[-2].meaning):
        return False
    return kept[-1].start - kept[-2].end < after.start - kept[-1].end


def is_day(meaning: object) -> bool:
    """Whether it names one day."""
    if isinstance(meaning, Cyclic):
        return meaning.kind in _DAYS
    if isinstance(meaning, Inside):
        return is_day(meaning.inner)
    if isinstance(meaning, Nth):
        return meaning.weekday is not None or meaning.unit == "day"
    if isinstance(meaning, Offset):
        return meaning.unit == "day"
    return isinstance(meaning, Fixed | Shift) and meaning.grain == "day"


def is_bare_time(meaning: object) -> bool:
    return isinstance(meaning, OfDay) and meaning.base is None


def _merged(first: Candidate, second: Candidate, lattice: Lattice) -> Candidate | None:
    dated, timed = (first, second) if is_bare_time(second.meaning) else (second, first)
    if not is_bare_time(timed.meaning):
        return None
    habit = dated is first and _is_habit(dated.meaning, timed.meaning)
    if not habit and not is_day_or_part(dated.meaning, timed.meaning):
        return None
    between = range(first.end, second.start)
    if len(between) > 2 or not all(lattice.has(at, "%link") for at in between):
        return None
    return replace(
        first,
        end=second.end,
        meaning=_each_time(dated.meaning, timed.meaning) if habit else _timed(timed.meaning, dated.meaning),
        rules=dated.rules + timed.rules,
        mod=first.mod or second.mod,
    )


def _is_habit(dated: object, timed: object) -> bool:
    """A weekday that comes back, without a time of its own: "every Monday at four"."""
    return (
        isinstance(dated, Repeat) and _WEEKLY.fullmatch(dated.value) is not None and ":" in getattr(timed, "time", "")
    )


def _each_time(dated: object, timed: object) -> Repeat:
    if not isinstance(dated, Repeat) or not isinstance(timed, OfDay):
        raise TypeError(f"no weekday that comes back at a time: {dated!r}, {timed!r}")
    return replace(dated, value=f"{dated.value}T{timed.time}")


def is_day_or_part(dated: object, timed: object) -> bool:
    """A day, or the part of a day that a clock time makes precise: "tomorrow evening at eight"."""
    if is_day(dated):
        return True
    return (
        isinstance(dated, OfDay)
        and dated.base is not None
        and len(dated.time) == 2
        and isinstance(timed, OfDay)
        and len(timed.time) > 2
    )


def _lends(dated: Candidate, timed: Candidate, lattice: Lattice) -> bool:
    """Whether a date just after a time of day gives it its day: "vers 0 h 40, jeudi"."""
    if not is_bare_time(timed.meaning) or not is_day(dated.meaning):
        return False
    keys = lattice.words.keys[timed.end : dated.start]
    return len(keys) <= _NEAR and not {".", ";", ":", "\n"} & set(keys)


def timetable(pair: Sequence[Candidate], lattice: Lattice) -> bool:
    """Whether a weekday and a time of day by the clock follow each other, as notices have it: "Sunday: from 9 am, market"."""
    first, second = pair[0], pair[-1]
    meaning = first.meaning
    if isinstance(meaning, OfDay) and ":" in meaning.time:
        alone = first.start == 0 and first.end == len(lattice.words.keys)
        merged = len(first.rules) > 1 and not alone  # else the time was lent its day by "7 am, Monday to Friday"
        return merged and isinstance(meaning.base, Cyclic) and meaning.base.kind == "weekday"
    if not isinstance(meaning, Cyclic) or meaning.kind != "weekday" or len(pair) < 2:
        return False
    keys = lattice.words.keys[first.end : second.start]
    clock = isinstance(second.meaning, OfDay) and second.meaning.base is None and ":" in second.meaning.time
    return clock and len(keys) <= _NEAR and not {".", ";", "\n"} & set(keys)


def _timed(time: object, day: object) -> OfDay:
    if not isinstance(time, OfDay):
        raise TypeError(f"not a time of day: {time!r}")
    if isinstance(day, OfDay):
        hour = int(time.time[:2]) if time.time[:2].isdigit() else 0
        if day.time in {"AF", "EV", "NI"} and 0 < hour < 12 and (day.time != "NI" or hour > 5):
            time = replace(time, time=f"{hour + 12}{time.time[2:]}")
        if day.night and hour <= _LAST_OF_NIGHT and day.base is not None:
            return replace(time, base=Offset(1, "day", 1, day.base))
        return replace(time, base=day.base)
    return replace(time, base=day)  # type: ignore[arg-type]  # callers asked `is_day`
