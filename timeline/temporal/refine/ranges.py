"""From one date to another: "du lundi au mercredi", "between 15 July and 15 August", "de 18 h à 23 h"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.meaning import Between, Cyclic, Fixed, Inside, Meaning, Nth, OfDay, Offset, Part, Shift

if TYPE_CHECKING:
    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice

_DATES: Final = (Fixed, Cyclic, Shift, Inside, Nth, Offset, Part)
_DASHES: Final = frozenset({"–", "-"})


def refine(candidates: list[Candidate], lattice: Lattice) -> list[Candidate]:
    kept: list[Candidate] = []
    for one in candidates:
        joined = join(kept[-1], one, lattice) if kept else None
        if joined is None:
            kept.append(one)
        else:
            kept[-1] = joined
    return kept


def join(first: Candidate, last: Candidate, lattice: Lattice) -> Candidate | None:
    """One candidate for both when the words between them say "to"; "and" only after "between"."""
    first, last = _on_one_day(first, last)
    if not _alike(first.meaning, last.meaning):
        return None
    opener = opened(lattice, first.start)
    between = range(first.end, last.start)
    words = [lattice.words.keys[at] for at in between]
    tied = bool(between) and _tied(lattice, first.end, last.start)
    links = {value for at in between for value, _ in lattice.values(at, "%range_to")}
    dashed = len(words) == 1 and words[0] in _DASHES
    named = _cycle(first.meaning) is not None and _cycle(first.meaning) == _cycle(last.meaning)
    if not (dashed or (tied and (("to" in links and (opener or named)) or ("and" in links and opener == "between")))):
        return None
    return replace(
        first,
        end=last.end,
        meaning=Between(first.meaning, last.meaning),
        rules=first.rules + last.rules,
        mod=None,
        bound=None,
    )


def _tied(lattice: Lattice, at: int, end: int) -> bool:
    """Whether nothing but words for "to" and articles stands there; such a word may be several: "tot en met"."""
    while at < end:
        links = [after for _, after in lattice.values(at, "%range_to") if after <= end]
        if not links and not lattice.has(at, "%article"):
            return False
        at = max(links, default=at + 1)
    return True


def _on_one_day(first: Candidate, last: Candidate) -> tuple[Candidate, Candidate]:
    """Two times of day whose day only the second names: "between 4 and 5 pm today"."""
    start, end = first.meaning, last.meaning
    if not (isinstance(start, OfDay) and isinstance(end, OfDay)) or start.base is not None or end.base is None:
        return first, last
    if not _is_clock(start) or not _is_clock(end):
        return first, last
    return replace(first, meaning=replace(start, base=end.base)), replace(last, meaning=replace(end, base=None))


def _is_clock(meaning: OfDay) -> bool:
    return ":" in meaning.time


def _cycle(meaning: Meaning) -> str | None:
    """Two weekdays, months, years or times need no opening word: "Tuesday to Thursday", "10:00 to 12:00"."""
    if isinstance(meaning, OfDay):
        return "clock" if _is_clock(meaning) else None
    if isinstance(meaning, Fixed) and meaning.grain in {"day", "year"}:
        return "month_day" if meaning.grain == "day" else "year"
    return meaning.kind if isinstance(meaning, Cyclic) and meaning.kind in {"weekday", "month", "month_day"} else None


def opened(lattice: Lattice, start: int) -> str | None:
    """The word that opens a range just before a span, an article apart."""
    for at in range(max(0, start - 2), start):
        for value, end in lattice.values(at, "%range_open"):
            if end == start or (end == start - 1 and lattice.has(end, "%article")):
                return value
    return None


def _alike(first: Meaning, last: Meaning) -> bool:
    if isinstance(first, OfDay) and isinstance(last, OfDay):
        return last.base is None or first.base is not None
    return isinstance(_day(first), _DATES) and isinstance(_day(last), _DATES)


def _day(meaning: Meaning) -> Meaning | None:
    """The day of a time of day: "from Monday to Wednesday at nine"."""
    return meaning.base if isinstance(meaning, OfDay) and len(meaning.time) > 2 else meaning
