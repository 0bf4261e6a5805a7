"""A candidate: a match with its meaning on its way through the refiners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.temporal.calendars.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Candidate:
    """`start`, `end`: indexes of words, half-open. `bound`: the preposition in front that opens an end (until, by, since).

    `rules`: the rule that read it, and those of what was merged into it.
    """

    start: int
    end: int
    meaning: Meaning
    rules: tuple[str, ...]
    mod: str | None = None
    bound: str | None = None
