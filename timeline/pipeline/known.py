"""Whether an article is in the ledger already, and what reading it again takes away first."""

from __future__ import annotations

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import SourceError
from timeline.fold.moment import local_day
from timeline.model.change import Change, RemoveClaim, ReplaceSource
from timeline.model.document import Dct, Document
from timeline.model.ledger import Ledger, Source
from timeline.model.vocabulary import Stance


def same_text(document: Document, ledger: Ledger) -> Source | None:
    """The source whose kept text this is."""
    sha256 = document.sha256
    return next((source for source in ledger.sources.values() if source.text == sha256), None)


def refuse_other_date(source: Source, dct: Dct, name: str, timezone: str) -> None:
    """Raises `SourceError` (E106) when the text is known under another publication date."""
    if source.published is None or local_day(source.published, timezone) == dct.day:
        return
    message = f"the same text is in the ledger as {source.id!r}, published {source.published}, not {dct.day}"
    finding = Diagnostic("E106", message, Where(name))
    raise SourceError(finding.render(), findings=[finding])


def withdrawn(source: Source, particulars: Source, ledger: Ledger) -> tuple[Change, ...]:
    """Takes back what an earlier reading suggested, and gives the source its new particulars."""
    suggested = [
        claim.id
        for event in ledger.events.values()
        for claim in event.claims
        if claim.source == source.id and claim.stance is Stance.SUGGESTED
    ]
    replaced = particulars.model_copy(update={"id": source.id, "recorded": source.recorded})
    return (ReplaceSource(source=replaced), *(RemoveClaim(claim=claim) for claim in suggested))
