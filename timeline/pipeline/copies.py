"""Which sources print the text of another: found by what they share, or said by hand.

What is found is a mark on the source (`resembles`), never a merge: the claims of both stay, and the two count as one
origin until a person says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import LedgerError
from timeline.fold.moment import local_day
from timeline.fold.origin import origin
from timeline.model.change import AddSource, Change, ReplaceSource
from timeline.model.ledger import Ledger, Resemblance, Source
from timeline.text.shingles import shared, shingles

ALIKE: Final = 0.5
"""The share from which on a text counts as printed twice."""

_DAYS: Final = 7
"""Wire stories are printed within days; a year later the same words are an anniversary."""


class _Text(NamedTuple):
    source: Source
    shingles: frozenset[int]


class Copies:
    """Remembers the texts it has seen: a batch reads each once. `read_text` gives a kept text and may raise `LedgerError`."""

    def __init__(self, read_text: Callable[[str], str], origin: str | None = None) -> None:
        self._read_text = read_text
        self._origin = origin
        self._seen: dict[str, frozenset[int]] = {}
        self.findings: list[Diagnostic] = []

    def marked(self, changes: Sequence[Change], ledger: Ledger) -> tuple[Change, ...]:
        """The same changes; sources that they add or replace say whose text they print."""
        sources = dict(ledger.sources)
        marked: list[Change] = []
        for change in changes:
            if isinstance(change, AddSource | ReplaceSource):
                kept = change.kept_text if isinstance(change, AddSource) else None
                source = self._mark(change.source, kept, sources, ledger.timezone)
                sources[source.id] = source
                marked.append(change.model_copy(update={"source": source}))
            else:
                marked.append(change)
        return tuple(marked)

    def found(self, ledger: Ledger) -> tuple[ReplaceSource, ...]:
        """Sources of a ledger that print another's text and do not say so yet; the earlier of two is the other's origin."""
        order = sorted(ledger.sources.values(), key=lambda source: (source.published or "9", source.id))
        changes = []
        for place, source in enumerate(order):
            if source.origin is None and source.resembles is None:
                apart = [other for other in order[:place] if origin(other.id, ledger) != origin(source.id, ledger)]
                best = self._best(source, None, apart, ledger.timezone)
                if best is not None:
                    changes.append(ReplaceSource(source=source.model_copy(update={"resembles": best})))
        return tuple(changes)

    def _mark(self, source: Source, text: str | None, sources: dict[str, Source], timezone: str) -> Source:
        """What a person said of an article that is read again stays."""
        before = sources.get(source.id)
        said = self._origin or source.origin or (before.origin if before is not None else None)
        others = [other for other in sources.values() if other.id != source.id]
        best = None if said else self._best(source, text, others, timezone)
        if best is not None:
            message = f"{best.share:.0%} of its passages stand in {best.source!r}: the two count as one source"
            self.findings.append(Diagnostic("I113", message, Where(source.id)))
        return source.model_copy(update={"origin": said, "resembles": best})

    def _best(self, source: Source, text: str | None, others: Sequence[Source], timezone: str) -> Resemblance | None:
        """Of those it resembles the earliest one that is most alike; not one that a person has set apart."""
        mine = self._shingles(source, text)
        near = [other for other in others if other.origin != other.id and _near(source, other, timezone)]
        alike = [(shared(mine, theirs), other) for other, theirs in self._texts(near)]
        found = [(share, other) for share, other in alike if share >= ALIKE]
        if not found:
            return None
        share, other = min(found, key=lambda pair: (-pair[0], pair[1].published or "", pair[1].id))
        return Resemblance(source=other.id, share=round(share, 2))

    def _texts(self, sources: Sequence[Source]) -> Iterator[_Text]:
        for source in sources:
            yield _Text(source, self._shingles(source, None))

    def _shingles(self, source: Source, text: str | None) -> frozenset[int]:
        """A text that is lost resembles nothing; `check` reports it."""
        if source.text is None:
            return frozenset()
        if source.text not in self._seen:
            try:
                self._seen[source.text] = shingles(self._read_text(source.text) if text is None else text)
            except LedgerError:
                return frozenset()
        return self._seen[source.text]


def _near(one: Source, other: Source, timezone: str) -> bool:
    """Whether two sources are of the same days, as far as is known, and of one language."""
    if one.language != other.language and one.language is not None and other.language is not None:
        return False
    days = [local_day(source.published, timezone) if source.published else None for source in (one, other)]
    if days[0] is None or days[1] is None:
        return True
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= _DAYS
