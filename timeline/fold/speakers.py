"""Who stands behind a claim: somebody with a name, somebody without one, or the outlet alone.

A speaker has a name when it is an actor of the ledger: a person, an organisation, a government, or a group that the
world knows (it has a Wikidata item). Free words ("a senior official") and groups such as "American advisers" have none.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from timeline.model.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.ledger import Claim, Ledger


class Standing(StrEnum):
    """Of a claim: `outlet` means that its source tells it in its own name."""

    NAMED = "named"
    UNNAMED = "unnamed"
    OUTLET = "outlet"


def has_name(speaker: str, ledger: Ledger) -> bool:
    actor = ledger.actors.get(speaker)
    return actor is not None and (actor.kind is not ActorKind.GROUP or actor.wikidata is not None)


def standing(claim: Claim, ledger: Ledger) -> Standing:
    """One name among several speakers is enough."""
    if not claim.said_by:
        return Standing.OUTLET
    return Standing.NAMED if any(has_name(speaker, ledger) for speaker in claim.said_by) else Standing.UNNAMED


def unnamed_alone(claims: Iterable[Claim], ledger: Ledger) -> bool:
    """Whether there are claims, and nobody with a name nor any outlet in its own name stands behind one of them."""
    found = [standing(claim, ledger) for claim in claims]
    return bool(found) and all(one is Standing.UNNAMED for one in found)
