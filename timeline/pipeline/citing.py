"""What a typed claim cites: its source, and where its quote stands in the kept text."""

from __future__ import annotations

from typing import Final, NamedTuple
from urllib.parse import urlsplit

from timeline.link import ids
from timeline.model.ledger import DESK, Ledger, Source

_AROUND: Final = 32
"""Code points kept on either side of a quote, to find it again in a text that was edited."""
_ADDRESS: Final = ("http://", "https://")


class Cited(NamedTuple):
    """`source` is `None` for the desk itself; `added`: it has to be written first."""

    source: Source | None
    added: bool = False

    @property
    def id(self) -> str:
        return DESK if self.source is None else self.source.id


def cited(words: str | None, published: str | None, ledger: Ledger, recorded: str) -> Cited:
    """The source with that id, address or, when it is published the same day, outlet; else a new one."""
    if words is None or words == DESK:
        return Cited(None)
    known = ledger.sources.get(words) or _same(words, published, ledger)
    if known is not None:
        return Cited(known)
    address = words if words.startswith(_ADDRESS) else None
    outlet = None if address else words
    name = ids.source_id(outlet or urlsplit(words).hostname, None, published, ledger.sources)
    return Cited(Source(id=name, url=address, outlet=outlet, published=published, recorded=recorded), added=True)


def _same(words: str, published: str | None, ledger: Ledger) -> Source | None:
    for source in ledger.sources.values():
        if source.url == words or (source.outlet == words and source.published == published and source.text is None):
            return source
    return None


class Placed(NamedTuple):
    """Offsets of a quote in the kept text (code points, half-open) and the words around it."""

    at: tuple[int, int] | None = None
    around: tuple[str, str] | None = None


def placed(quote: str | None, text: str | None) -> Placed:
    """Where the quote stands; nowhere when it is absent, or there more than once."""
    if not quote or not text or text.count(quote) != 1:
        return Placed()
    start = text.index(quote)
    end = start + len(quote)
    return Placed((start, end), (text[max(0, start - _AROUND) : start], text[end : end + _AROUND]))
