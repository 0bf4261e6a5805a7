"""Prepositions that open an end: until, by, since, from, not before. They stay outside the span and change the date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice

LONGEST: Final = 5


def refine(candidates: list[Candidate], lattice: Lattice) -> list[Candidate]:
    return [replace(one, bound=bound) if (bound := bound_before(lattice, one.start)) else one for one in candidates]


def bound_before(lattice: Lattice, start: int) -> str | None:
    """The longest preposition of bound that ends where the span starts; an article may stand between."""
    ends = {start}
    if start and lattice.has(start - 1, "%article"):
        ends.add(start - 1)
    for at in range(max(0, start - LONGEST), start):
        for value, end in lattice.values(at, "%bound"):
            if end in ends:
                return value
    return None
