"""A claim's story as `timeline explain` shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.errors import UnknownIdError
from timeline.query.event import resolve

if TYPE_CHECKING:
    from timeline.model.ledger import Claim, Event, Ledger
    from timeline.pipeline.explaining import Explanation

_COLUMNS: Final = (Column("stage", "", styles={}), Column("words", "Words"), Column("why", "Why", wide=True))


def meant(ledger: Ledger, reference: str) -> tuple[Event, Claim]:
    """The claim of that id, or the only one of an event. Raises `UnknownIdError` that lists the claims of several."""
    event = ledger.events[resolve(ledger, reference)]
    named = [claim for claim in event.claims if claim.id == reference] or list(event.claims)
    if len(named) != 1:
        known = ", ".join(claim.id for claim in event.claims)
        raise UnknownIdError(f"{event.id!r} has {len(named)} claims, say which: {known}")
    return event, named[0]


def told(found: Explanation) -> Answer:
    quote = f"“{found.claim.quote}”" if found.claim.quote else found.event.title
    rows = tuple({"stage": step.stage, "words": step.words, "why": step.why} for step in found.steps)
    data = {
        "claim": found.claim.id,
        "event": found.event.id,
        "quote": found.claim.quote,
        "found": found.found,
        "steps": [step._asdict() for step in found.steps],
    }
    return Answer(_COLUMNS, (Section(rows, f"{found.claim.id}  {quote}"),), data)
