"""What the machine suggests and nobody has judged, in the order in which a person reads: by article, then down the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.fold.moment import NOW, Moment
from timeline.fold.publication import visible
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from timeline.model.ledger import Claim, Event, Ledger

_LAST = 1 << 62


class Suggestion(NamedTuple):
    event: Event
    claim: Claim


class Wanted(NamedTuple):
    """Which suggestions: of one event, of one source, with a score below, of a kind. `None`: all of them."""

    event: str | None = None
    source: str | None = None
    below: float | None = None
    kind: str | None = None

    def keeps(self, event: Event, claim: Claim) -> bool:
        """A claim without a score is as unsure as can be."""
        return (
            self.event in {None, event.id}
            and self.source in {None, claim.source}
            and (self.below is None or (claim.score or 0.0) < self.below)
            and self.kind in {None, claim.kind or event.kind}
        )


def suggestions(ledger: Ledger, wanted: Wanted | None = None, moment: Moment = NOW) -> tuple[Suggestion, ...]:
    """Articles in the order of the ledger."""
    wanted = wanted or Wanted()
    found = [
        Suggestion(event, claim)
        for event in ledger.events.values()
        for claim in event.claims
        if claim.stance is Stance.SUGGESTED and wanted.keeps(event, claim) and visible(claim, ledger, moment)
    ]
    rank = {source: at for at, source in enumerate(ledger.sources)}
    return tuple(sorted(found, key=lambda one: (rank.get(one.claim.source, _LAST), one.claim.at or (_LAST, _LAST))))
