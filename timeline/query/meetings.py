"""The meetings that a question about people is asked of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.edtf.days import parse_day
from timeline.fold.moment import NOW, Moment
from timeline.graph import meetings as held
from timeline.query.story import Story

if TYPE_CHECKING:
    from timeline.graph.meetings import Meeting
    from timeline.model.ledger import Ledger


class Which(NamedTuple):
    """`start`, `end`: ISO days, inclusive. `happened`: planned meetings are left out. `kinds`: of events; empty: all."""

    start: str | None = None
    end: str | None = None
    happened: bool = False
    kinds: frozenset[str] = frozenset()


def meetings(ledger: Ledger, which: Which, moment: Moment = NOW) -> list[Meeting]:
    """From the earliest to the latest; an undated event lies where its relations leave it."""
    story = Story(ledger, moment)
    found = held.meetings(story.states(), story.days, happened=which.happened, kinds=which.kinds)
    start, end = (parse_day(day) if day is not None else None for day in (which.start, which.end))
    return held.within(found, start, end)
