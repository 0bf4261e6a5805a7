"""The sources that there were at a moment, each with its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.fold.moment import NOW, Moment
from timeline.fold.publication import source_visible, visible

if TYPE_CHECKING:
    from timeline.model.ledger import Claim, Event, Ledger

Standing = tuple["Event", "Claim"]


def sources(ledger: Ledger, moment: Moment = NOW) -> dict[str, list[Standing]]:
    """By id, in the order of the ledger; the claims as they stand in it, rejected ones too."""
    found: dict[str, list[Standing]] = {
        name: [] for name, source in ledger.sources.items() if source_visible(source, ledger, moment)
    }
    for event in ledger.events.values():
        for claim in event.claims:
            if claim.source in found and visible(claim, ledger, moment):
                found[claim.source].append((event, claim))
    return found
