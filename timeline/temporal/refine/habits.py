"""Hours that come back: in "open on working days from 9 to 12" the two times of day are of no day in particular."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.meaning import OfDay, Repeat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice

_BY_DAY: Final = re.compile(r"P1D|XXXX-WXX(-\w+)?|XXXX-XX-XX.*")
"""Sets that have hours: every day, on working days, on Mondays; not "the annual meeting at 10"."""
_GAP: Final = 3
_SHORT: Final = 3
_SMALL: Final = ("%link", "%range_open", "%range_to", "%bound", "%article")
_SIGNS: Final = frozenset({",", "(", "-", "–"})


def refine(candidates: list[Candidate], lattice: Lattice) -> list[Candidate]:
    kept = list(candidates)
    for steps in (range(1, len(kept)), range(len(kept) - 2, -1, -1)):
        for at in steps:
            beside = kept[at - steps.step]
            if _of_a_habit(beside.meaning) and _beside(kept[at], beside, lattice):
                kept[at] = _habitual(kept[at])
    return kept


def _of_a_habit(meaning: object) -> bool:
    if isinstance(meaning, Repeat):
        return _BY_DAY.fullmatch(meaning.value) is not None
    return isinstance(meaning, OfDay) and meaning.habit


def _habitual(one: Candidate) -> Candidate:
    meaning = one.meaning
    return replace(one, meaning=replace(meaning, habit=True)) if isinstance(meaning, OfDay) else one


def _beside(one: Candidate, other: Candidate, lattice: Lattice) -> bool:
    """Whether a time by the clock, of no day yet, stands beside the other with nothing but small words between."""
    meaning = one.meaning
    if not isinstance(meaning, OfDay) or meaning.base is not None or ":" not in meaning.time:
        return False
    if one.start < other.start and isinstance(other.meaning, Repeat):  # "tonight at 8, and every Thursday" is tonight's
        return one.end == other.start
    first, second = (one, other) if one.start < other.start else (other, one)
    return _small(range(first.end, second.start), lattice)


def _small(between: Iterable[int], lattice: Lattice) -> bool:
    """Whether only prepositions, articles and signs stand there; a short word beside a time of day is a preposition."""
    places = list(between)
    keys = lattice.words.keys
    return len(places) <= _GAP and all(
        keys[at] in _SIGNS
        or (len(keys[at]) <= _SHORT and keys[at].isalpha())
        or any(lattice.has(at, name) for name in _SMALL)
        for at in places
    )
