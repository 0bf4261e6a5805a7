"""What a trace says about a text that was read: what the refiners joined, which weekday contradicts its date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import iso_day, weekday
from timeline.temporal.calendars.contradiction import said_weekday

if TYPE_CHECKING:
    from timeline.temporal.calendars.meaning import Meaning, Place
    from timeline.temporal.context.trace import Trace
    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice

_NAMES: Final = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def where(seen: Lattice, first: int, last: int) -> tuple[int, int, str]:
    """Code points and words of a span of words."""
    begin, end = seen.words.starts[first], seen.words.ends[last - 1]
    return begin, end, seen.text[begin:end]


def changes(before: list[Candidate], after: list[Candidate], seen: Lattice, trace: Trace | None, stage: str) -> None:
    """What a refiner did: candidates that are new, and those that they were made of."""
    if trace is None:
        return
    known = set(map(id, before))
    for one in after:
        if id(one) in known:
            continue
        parts = [old for old in before if one.start <= old.start and old.end <= one.end]
        here = where(seen, one.start, one.end)
        if len(parts) > 1:
            joined = " and ".join(repr(where(seen, old.start, old.end)[2]) for old in parts)
            trace.add(stage, "+".join(one.rules), here, f"joins {joined}")
        elif parts and one.bound != parts[0].bound:
            trace.add(stage, one.rules[0], here, f"a preposition before it says {one.bound!r}")
        elif parts and one.meaning != parts[0].meaning:
            trace.add(stage, one.rules[0], here, "takes its day from the date beside it")


def contradicted(
    meaning: Meaning, place: Place | None, words: tuple[int, int, str], rule: str, trace: Trace | None
) -> None:
    """A weekday that its date does not fall on."""
    said = said_weekday(meaning)
    if trace is None or said is None or place is None or place.days.first != place.days.last:
        return
    day = weekday(place.days.first)
    if day != said:
        trace.add("resolve", rule, words, f"{iso_day(place.days.first)} is a {_NAMES[day]}, not a {_NAMES[said]}")
