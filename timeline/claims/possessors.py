"""Whose event it is when a possessive says so: "sa visite", "their meeting"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.mention import Mention, Sort

if TYPE_CHECKING:
    from timeline.claims.reading import Reading
    from timeline.claims.triggers import Trigger

_REACH: Final = 3


def find(reading: Reading, trigger: Trigger, near: list[Mention], before: list[Mention]) -> list[Mention]:
    """Those to whom the event belongs; none without a possessive. `near`: the mentions of its sentence; `before`: also of the last one."""
    start = max(0, trigger.place - _REACH)
    words = {reading.lower[p] for p in range(start, trigger.place) if reading.heads[p] == trigger.place}
    if words & reading.pack.words("possessives_plural"):
        return _together([m for m in before if m.last <= trigger.place])
    return _subject(near, trigger) if words & reading.pack.words("possessives") else []


def _subject(near: list[Mention], trigger: Trigger) -> list[Mention]:
    """The subject of the clause, when the noun is not that subject itself."""
    for mention in near:
        subject = mention.dep.startswith("nsubj") and mention.preposition < 0
        if mention.last <= trigger.place and subject and mention.sort is Sort.PERSON:
            return [mention]
    return []


def _together(before: list[Mention]) -> list[Mention]:
    """The persons last named together; else all that were named, if they are two."""
    persons = [m for m in before if m.sort is Sort.PERSON and m.keys]
    chains = ([m for m in persons if m.chain == last.chain] for last in reversed(persons))
    chained = next((chain for chain in chains if len(chain) > 1), None)
    return chained or (persons if len({m.keys for m in persons}) == 2 else [])
