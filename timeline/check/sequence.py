"""Claims that say different things and of which nothing tells the order: their ids decide, which means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where
from timeline.fold.publication import published_on
from timeline.fold.statement import stated_date, stated_occurrence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject
    from timeline.model.ledger import Claim


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A single claim without a day is the latest word, and nothing is wrong with that."""
    for state in subject.states.values():
        undated = [claim for claim in state.counting if published_on(claim, subject.ledger) is None]
        if len(undated) > 1 and _differ(undated):
            names = ", ".join(claim.id for claim in undated)
            message = f"{state.event.title!r}: {names} differ, and none of them says when it was published"
            yield Diagnostic("W411", message, Where(state.event.id, kind="event"))


def _differ(claims: list[Claim]) -> bool:
    dates = {date.canonical for claim in claims if (date := stated_date(claim)) is not None}
    fates = {says for claim in claims if (says := stated_occurrence(claim)) is not None}
    places = {claim.place.casefold() for claim in claims if claim.place is not None}
    return any(len(stated) > 1 for stated in (dates, fates, places))
