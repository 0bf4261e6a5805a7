"""Dates and relations that no calendar allows: a before b before a, or after a day and yet dated earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject
    from timeline.model.ledger import Claim


def check(subject: Subject) -> Iterator[Diagnostic]:
    """One finding for each circle, with every claim that stands on it."""
    if not subject.bounds.contradictions:
        return
    claims = {claim.id: claim for _, claim in subject.claims()}
    for circle in subject.bounds.contradictions:
        said = "; ".join(_saying(claims[name]) for name in circle.claims)
        events = ", ".join(circle.events)
        yield Diagnostic("E406", f"{events} cannot all hold: {said}", Where(circle.claims[0], kind="claim"))


def _saying(claim: Claim) -> str:
    """What a claim contributes: its quote when it has one, else its date and relations."""
    if claim.quote is not None:
        return f"{claim.id} ({claim.source}) “{claim.quote}”"
    date = [claim.when.edtf] if claim.when is not None and claim.when.edtf is not None else []
    relations = [f"{relation.kind} {relation.event}" for relation in claim.relations]
    return f"{claim.id} ({claim.source}) says {', '.join([*date, *relations])}"
