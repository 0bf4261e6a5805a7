"""Quotes against the kept texts: a quote is verbatim, and stands where the claim says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject
    from timeline.model.ledger import Claim


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Claims whose source keeps no text are left alone; a text that cannot be read is reported once."""
    texts: dict[str, str | None] = {}
    for _, claim in subject.claims():
        source = subject.ledger.sources.get(claim.source)
        if claim.quote is None or source is None or source.text is None or subject.read_text is None:
            continue
        if source.text not in texts:
            try:
                texts[source.text] = subject.read_text(source.text)
            except LedgerError as error:
                texts[source.text] = None
                yield Diagnostic("E212", str(error), Where(source.id, kind="source"))
        text = texts[source.text]
        if text is not None:
            yield from _compare(claim, claim.quote, text)


def _compare(claim: Claim, quote: str, text: str) -> Iterator[Diagnostic]:
    if claim.at is not None and text[slice(*claim.at)] == quote:
        return
    found = text.find(quote)
    if found < 0:
        yield Diagnostic(
            "E403", f"the text of {claim.source} does not say {_short(quote)!r}", Where(claim.id, kind="claim")
        )
    elif claim.at is not None:
        there = f"[{found}, {found + len(quote)}]"
        message = f"{_short(quote)!r} stands at {there} in {claim.source}, not at {list(claim.at)}"
        yield Diagnostic("W404", message, Where(claim.id, kind="claim"))


def _short(quote: str, length: int = 60) -> str:
    return quote if len(quote) <= length else quote[: length - 1] + "…"
