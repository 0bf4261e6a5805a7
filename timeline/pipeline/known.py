"""Whether an article is in the ledger already, and what is done when it is to be read again."""

from __future__ import annotations

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import SourceError
from timeline.model.change import AddSource, ReplaceSource
from timeline.model.document import Dct, DctCandidate, Document
from timeline.model.ledger import Ledger, Source
from timeline.model.vocabulary import Signal
from timeline.temporal.dct import choose


def same_text(document: Document, ledger: Ledger) -> Source | None:
    """The source whose kept text this is."""
    sha256 = document.sha256
    return next((source for source in ledger.sources.values() if source.text == sha256), None)


def refuse_other_date(source: Source, dct: Dct, name: str, timezone: str) -> None:
    """Raises `SourceError` (E106) when the text is known under another publication date."""
    if source.published is None or _day(source.published, timezone) == dct.day:
        return
    message = f"the same text is in the ledger as {source.id!r}, published {source.published}, not {dct.day}"
    finding = Diagnostic("E106", message, Where(name))
    raise SourceError(finding.render(), findings=[finding])


def _day(published: str, timezone: str) -> str | None:
    found = choose([DctCandidate(date=published, signal=Signal.GIVEN)], timezone)
    return found.day if found else None


def kept(document: Document, source: Source, known: Source | None) -> AddSource | ReplaceSource:
    """The change that keeps an article which nobody can read yet."""
    if known is None:
        return AddSource(source=source, kept_text=document.text)
    return ReplaceSource(
        source=source.model_copy(update={"id": known.id, "recorded": known.recorded, "versions": known.versions})
    )


def unread(ledger: Ledger, known: Source | None) -> Ledger:
    """The ledger for a reading that is asked for again: as if the article were known under no date yet.

    Linking takes an article of the same date for read, and would change nothing.
    """
    if known is None:
        return ledger
    undated = known.model_copy(update={"published": None})
    return ledger.model_copy(update={"sources": {**ledger.sources, known.id: undated}})
