"""The day of something that will not be, or not then: "Friday's meeting has been cancelled" looks ahead in the past tense.

The date has to be the noun's ("la réunion de vendredi", "Friday's talks", "the talks on Friday were called off"): in "the
talks were called off on Friday" it is the day of the decision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.temporal.lattice import Lattice

_REACH: Final = 8
_LONGEST_TIE: Final = 3
_STOPS: Final = frozenset('.,;:!?\n()«»"“”[]')
_AUXILIARIES: Final = ("%past_cue", "%modal")


def ends_plan(lattice: Lattice, start: int, end: int) -> bool:
    """Whether the date `start`..`end` belongs to a noun that is said to be cancelled, postponed, forbidden."""
    if _tied(lattice, start, end):
        before = range(start - 1, max(-1, start - 1 - _REACH), -1)
        return _meets(lattice, before) or _meets(lattice, range(end, _reach(lattice, end)))
    return _followed(lattice, end)


def _reach(lattice: Lattice, end: int) -> int:
    return min(len(lattice.words.keys), end + _REACH)


def _tied(lattice: Lattice, start: int, end: int) -> bool:
    """Whether a word ties the date to a noun, before it or after it; an article may stand between."""
    if any(value == "after" for value, _ in lattice.values(end, "%noun_tie")):
        return True
    ends = {start, start - 1} if start and lattice.has(start - 1, "%article") else {start}
    return any(
        value == "before" and after in ends
        for at in range(max(1, start - _LONGEST_TIE), start)
        for value, after in lattice.values(at, "%noun_tie")
    )


def _meets(lattice: Lattice, places: Iterable[int]) -> bool:
    """Whether a word that ends a plan stands in the same clause."""
    for at in places:
        if lattice.words.keys[at] in _STOPS or lattice.has(at, "%clause"):
            return False
        if lattice.has(at, "%plan_end"):
            return True
    return False


def _followed(lattice: Lattice, end: int) -> bool:
    """Whether auxiliaries and such a word follow at once: the date stands inside the subject."""
    for at in range(end, _reach(lattice, end)):
        if lattice.has(at, "%plan_end"):
            return at > end
        if not any(lattice.has(at, name) for name in _AUXILIARIES):
            return False
    return False
