"""The day of something that its noun places: "Friday's meeting has been cancelled" looks ahead, "Friday's crash will be examined" back.

The date has to be the noun's ("la réunion de vendredi", "Friday's talks", "the talks on Friday were called off"): in "the
talks were called off on Friday" it is the day of the decision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.temporal.matching.lattice import Lattice

_REACH: Final = 8
_LONGEST_TIE: Final = 3
_STOPS: Final = frozenset('.,;:!?\n()«»"“”[]')
_NEAR: Final = 4
"""Words among which the noun stands: "last month's official figures", "the derailment of a freight train of Monday"."""
_OTHER_CLAUSE: Final = ("%past_cue", "%future_cue", "%clause")
_AUXILIARIES: Final = ("%past_cue", "%modal")


def ends_plan(lattice: Lattice, start: int, end: int) -> bool:
    """Whether the date `start`..`end` belongs to a noun that is said to be cancelled, postponed, forbidden."""
    if _tied(lattice, start, end):
        before = range(start - 1, max(-1, start - 1 - _REACH), -1)
        return _meets(lattice, before) or _meets(lattice, range(end, _reach(lattice, end)))
    return _followed(lattice, end)


def lies_behind(lattice: Lattice, start: int, end: int, kind: str) -> bool:
    """Whether the date belongs to a noun of what has happened: "Friday's crash", "the figures for April".

    `kind`: `day` for what nobody plans, `period` for what is counted. Nothing but small words may stand between.
    """
    after = range(end, min(len(lattice.words.keys), end + _NEAR))
    if _ties_after(lattice, end) and _names(lattice, after, kind):
        return True
    if any(value == "beside" for value, _ in lattice.values(start - 1, "%noun_tie")):
        return _names(lattice, [start - 2], kind)
    return _ties_before(lattice, start) and _names(lattice, range(start - 1, max(-1, start - 2 - _NEAR), -1), kind)


def _names(lattice: Lattice, places: Iterable[int], kind: str) -> bool:
    for at in places:
        if lattice.words.keys[at] in _STOPS or any(lattice.has(at, name) for name in _OTHER_CLAUSE):
            return False
        if any(value == kind for value, _ in lattice.values(at, "%behind")):
            return True
    return False


def _reach(lattice: Lattice, end: int) -> int:
    return min(len(lattice.words.keys), end + _REACH)


def _tied(lattice: Lattice, start: int, end: int) -> bool:
    """Whether a word ties the date to a noun, before it or after it; an article may stand between."""
    return _ties_after(lattice, end) or _ties_before(lattice, start)


def _ties_after(lattice: Lattice, end: int) -> bool:
    return any(value == "after" for value, _ in lattice.values(end, "%noun_tie"))


def _ties_before(lattice: Lattice, start: int) -> bool:
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
