"""Which side of its anchor each date of a text lies on: what its noun, its preposition and its sentence say, in this order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.cycles import planned_side
from timeline.temporal.calendars.meaning import Between, Containing, Cyclic, Nth, OfDay, Offset, Part, Ref
from timeline.temporal.context import plans, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.temporal.calendars.meaning import Meaning
    from timeline.temporal.context.direction import Cue
    from timeline.temporal.context.situation import Direction, Situation
    from timeline.temporal.context.trace import Trace
    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice

_SIDE_OF_BOUND: Final[dict[str, Direction]] = {
    "since": "past",
    "since_or_from": "past",
    "by": "future",
    "until": "future",
    "from": "future",
    "not_before": "future",
    "within": "future",
}
_DECISIVE: Final[dict[str, Direction]] = {"since": "past", "towards": "future"}
"""Prepositions that say more than any verb: "a reply for Friday", "since Monday"."""

_EITHER: Final = "since_or_from"
_HAPPENED: Final = {"weekday": "day", "weekend": "day", "month": "period", "quarter": "period", "half": "period"}
_IN_CLAUSE: Final = 6
"""How far the verb of a preposition stands at most: in "in force since 3 May, it ends on Friday" and "announced that from
Monday buses stop" it belongs to another clause, and the preposition decides."""


class Sides:
    """`look` finds the cue for some words: on the surface (`direction.look`) or in a tree (`governor.Governors`)."""

    def __init__(self, seen: Lattice, look: Callable[[int, int], Cue | None]) -> None:
        self._seen: Final = seen
        self._look: Final = look

    def idle(self, one: Candidate) -> bool:
        """Whether a word such as "soon" only orders what the sentence tells: "he soon left"."""
        if not isinstance(one.meaning, Ref) or not one.meaning.ahead:
            return False
        cue = self._look(one.start, one.end)
        return cue is not None and cue.direction == "past"

    def directed(self, one: Candidate, situation: Situation, trace: Trace | None = None) -> Situation:
        """The situation with the side its sentence looks to, for a meaning that has to know."""
        if situation.published is None or not _needs_side(one.meaning) or situation.narrative:
            return situation
        side, why = self._side(one, situation, situation.published)
        if trace is not None:
            trace.add("direction", one.rules[0], told.where(self._seen, one.start, one.end), why)
        return replace(situation, direction=side)

    def told(self, one: Candidate) -> Direction | None:
        """The side that the words around it look to, where there are such words."""
        cue = self._look(one.start, one.end)
        return None if cue is None else cue.direction

    def _limits(self, bound: str, one: Candidate) -> bool:
        """Whether a preposition may outweigh a verb: before a day of the week in a clause of its own.

        A month after "from" is as often one gone by.
        """
        if bound not in _SIDE_OF_BOUND or not _weekly(one.meaning):
            return bound == _EITHER
        keys = self._seen.words.keys
        before = range(max(0, one.start - _IN_CLAUSE), one.start)
        opens = one.start > 1 and keys[one.start - 2] == ","  # "three days of mourning, beginning Wednesday"
        return opens or any(self._seen.has(at, "%clause") for at in before)

    def _side(self, one: Candidate, situation: Situation, published: int) -> tuple[Direction | None, str]:
        """The side, and what tells it."""
        if (planned := _planned(one, self._seen, published)) is not None:
            return planned, f"its noun lies in the {planned}"
        bound = one.bound or ""
        if bound in _DECISIVE:
            return _DECISIVE[bound], f"no cue; {bound}"
        cue = self._look(one.start, one.end)
        elsewhere = cue is not None and cue.distance > _IN_CLAUSE and self._limits(bound, one)
        if cue is not None and not elsewhere:
            return cue.direction, f"{cue.words!r} looks to the {cue.direction}"
        return _SIDE_OF_BOUND.get(bound, situation.direction), f"no cue; {bound or 'no preposition'}"


def _weekly(meaning: Meaning | None) -> bool:
    while isinstance(meaning, Part | Containing | OfDay):
        meaning = meaning.base
    return isinstance(meaning, Cyclic) and meaning.kind in {"weekday", "weekend"}


def _planned(one: Candidate, seen: Lattice, published: int) -> Direction | None:
    """The side of a date whose noun is said to be cancelled or postponed, or is of what has happened."""
    base = one.meaning
    while isinstance(base, Part | Containing | OfDay) and base.base is not None:
        base = base.base
    if not isinstance(base, Cyclic) or base.which is not None:
        return None
    if plans.ends_plan(seen, one.start, one.end):
        return planned_side(base, published)
    kind = _HAPPENED.get(base.kind)
    return "past" if kind and plans.lies_behind(seen, one.start, one.end, kind) else None


def _needs_side(meaning: Meaning) -> bool:
    if isinstance(meaning, Cyclic):
        return meaning.which in {None, "this"}
    if isinstance(meaning, Between):
        return _needs_side(meaning.first)
    if isinstance(meaning, Nth):
        return _needs_side(meaning.outer)
    base = meaning.base if isinstance(meaning, Part | Containing | OfDay | Offset) else None
    if base is not None:
        return _needs_side(base)
    return isinstance(meaning, Offset) and (meaning.or_length or meaning.or_later)
