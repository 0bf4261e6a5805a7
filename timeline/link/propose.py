"""From one article's extraction to the changes that put it in the ledger, every one of them a suggestion that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.link import ids
from timeline.link.casting import Casting
from timeline.link.drafting import Draft
from timeline.link.earlier import Earlier, earlier
from timeline.link.placing import Placed, place
from timeline.link.telling import tell
from timeline.model.change import AddActor, AddSource, Change, RemoveClaim, ReplaceSource

if TYPE_CHECKING:
    from timeline.model.document import Document
    from timeline.model.extraction import Extraction
    from timeline.model.ledger import Judgement, Ledger, Source


class Reason(NamedTuple):
    """Why an actor or an event of the article (`found`, in its words) got this id. `new`: it was not in the ledger."""

    what: str
    found: str
    id: str
    new: bool
    score: float
    why: str


class Proposal(NamedTuple):
    """`changes` in the order a store applies them; empty when the article is in the ledger already, read in the same way."""

    changes: tuple[Change, ...]
    reasons: tuple[Reason, ...]


def propose(
    extraction: Extraction, document: Document, source: Source, ledger: Ledger, *, stance: Judgement, recorded: str
) -> Proposal:
    """The changes that record an article. The same text with the same publication date changes nothing.

    The same text with another publication date replaces its source's particulars: suggestions that the new reading no
    longer makes go, those that it makes anew come, judgements of what is unchanged stay, what a person typed is not
    touched. `recorded` is an ISO time with its zone.
    """
    before = earlier(ledger, document.sha256)
    if before.source and before.source.published == source.published:
        return Proposal((), (Reason("source", document.title or source.id, before.source.id, False, 1.0, "same text"),))
    source, opening = _source(source, document, ledger, before, recorded)
    casting = Casting(extraction, ledger)
    placed = place(extraction, source, before, ledger, casting)
    events = {one.found.key: one.event for one in placed}
    draft = Draft(extraction, document.text, source.id, casting, events, stance, recorded)
    told, kept = tell(placed, draft, ledger, before)
    added = tuple(AddActor(actor=cast.added) for _, cast in casting.cast() if cast.added)
    removed = tuple(RemoveClaim(claim=claim) for claim in before.outdated(kept))
    return Proposal((opening, *added, *told, *removed), _reasons(casting, placed, ledger))


def _source(
    source: Source, document: Document, ledger: Ledger, before: Earlier, recorded: str
) -> tuple[Source, AddSource | ReplaceSource]:
    particulars = {"text": document.sha256, "recorded": source.recorded or recorded}
    if before.source:
        known = source.model_copy(update={**particulars, "id": before.source.id, "versions": before.source.versions})
        return known, ReplaceSource(source=known)
    new = source.model_copy(update={**particulars, "id": ids.unique(source.id, ledger.sources)})
    return new, AddSource(source=new, kept_text=document.text)


def _reasons(casting: Casting, placed: tuple[Placed, ...], ledger: Ledger) -> tuple[Reason, ...]:
    actors = (
        Reason("actor", found.name, cast.actor, cast.added is not None, cast.score, cast.reason)
        for found, cast in casting.cast()
    )
    events = (
        Reason(
            "event",
            one.found.title,
            one.event,
            one.event not in ledger.events,
            one.match.score if one.match else 1.0,
            one.match.reason if one.match else _without_match(one.event in ledger.events),
        )
        for one in placed
    )
    return (*actors, *events)


def _without_match(known: bool) -> str:
    return "read in the same words before" if known else "no event of the ledger fits"
