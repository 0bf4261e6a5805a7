"""Order between events that the article states, as relations between events of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.ledger import Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.extraction import FoundClaim


def relations(claim: FoundClaim, event: str, events: Mapping[str, str]) -> tuple[Relation, ...]:
    """The claim's stated order; `events` maps the article's event keys to ids, `event` is the claim's own.

    What points to an event that was left out, or to the claim's own, says nothing and is dropped.
    """
    found = (
        Relation(kind=stated.kind, event=events[stated.event], gap=stated.gap, within=stated.within)
        for stated in claim.relations
        if stated.event in events
    )
    return tuple(dict.fromkeys(relation for relation in found if relation.event != event))
