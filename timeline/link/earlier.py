"""What an earlier reading of the same article left in the ledger, and what of it a new reading keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.link.drafting import content
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.ledger import Claim, Ledger, Source


class Earlier(NamedTuple):
    """`claims`: those that the machine found in the article, with their events. What a person typed is not among them."""

    source: Source | None
    claims: tuple[tuple[str, Claim], ...] = ()

    def events_of(self, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        """The events that earlier claims with one of these quotes belong to, in the ledger's order."""
        wanted = set(spans)
        return tuple(dict.fromkeys(event for event, claim in self.claims if claim.at in wanted))

    def same(self, event: str, claim: Claim) -> Claim | None:
        """The earlier claim that says what the new one says, of the same event.

        A suggestion whose date was read in another way is replaced by the newer reading; a judgement was passed on the
        date itself, so it holds.
        """
        return next((old for place, old in self.claims if place == event and _agree(old, claim)), None)

    def outdated(self, kept: set[str]) -> tuple[str, ...]:
        """Ids of the suggestions that the new reading no longer makes. What somebody has judged stays."""
        return tuple(claim.id for _, claim in self.claims if claim.id not in kept and claim.stance is Stance.SUGGESTED)

    def without(self, ledger: Ledger) -> Ledger:
        """The ledger as if the article's suggestions were not there, so that it is not linked to itself."""
        mine = {claim.id for _, claim in self.claims}
        if not mine:
            return ledger
        events = {
            key: event.model_copy(update={"claims": tuple(claim for claim in event.claims if claim.id not in mine)})
            for key, event in ledger.events.items()
        }
        return ledger.model_copy(update={"events": events})


def _agree(old: Claim, new: Claim) -> bool:
    readings = old.stance is Stance.SUGGESTED
    return content(old, readings=readings) == content(new, readings=readings)


def earlier(ledger: Ledger, sha256: str) -> Earlier:
    """By the text itself: its address or its file name may have changed."""
    source = next((known for known in ledger.sources.values() if known.text == sha256), None)
    if source is None:
        return Earlier(None)
    found = (
        (event.id, claim)
        for event in ledger.events.values()
        for claim in event.claims
        if claim.source == source.id and claim.by
    )
    return Earlier(source, tuple(found))
