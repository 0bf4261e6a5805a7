"""Taking changes back: other changes that make what they touched as it was, and touch nothing else.

What somebody else wrote meanwhile stays, because only the claims and events that the changes name are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.model.change import (
    AddClaim,
    AddEvent,
    EditEvent,
    Judge,
    MoveClaim,
    Prefer,
    Relate,
    RemoveClaim,
)
from timeline.model.ledger import Judgement
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model.change import Change
    from timeline.model.ledger import Claim, Event, Ledger


class _Place(NamedTuple):
    event: Event
    rank: int
    claim: Claim


def taking_back(changes: Sequence[Change], before: Ledger, after: Ledger) -> tuple[Change, ...]:
    """The changes that undo `changes`, which made `after` of `before`. Sources, actors and aliases that were added stay."""
    claims, events = _named(changes)
    events |= {home.event.id for home in (_places(before).get(claim) for claim in claims) if home}
    return (
        *_events_back(events, before, after),
        *_claims_back(claims, before, after),
        *_labels_back(events, before, after),
    )


def _named(changes: Sequence[Change]) -> tuple[set[str], set[str]]:
    """The ids of the claims and of the events that changes touch."""
    claims: set[str] = set()
    events: set[str] = set()
    for change in changes:
        match change:
            case Judge() | MoveClaim() | Prefer() | Relate() | RemoveClaim():
                claims.add(change.claim)
            case AddClaim():
                claims.add(change.claim.id)
            case AddEvent():
                claims.update(claim.id for claim in change.event.claims)
            case EditEvent():
                events.add(change.event)
    return claims, events


def _places(ledger: Ledger) -> dict[str, _Place]:
    return {
        claim.id: _Place(event, rank, claim)
        for event in ledger.events.values()
        for rank, claim in enumerate(event.claims)
    }


def _events_back(events: set[str], before: Ledger, after: Ledger) -> Iterator[Change]:
    """Events that went, without their claims, each ahead of the one it stood before; the last of them first."""
    names = list(before.events)
    for at in range(len(names) - 1, -1, -1):
        if names[at] in events and names[at] not in after.events:
            follower = names[at + 1] if at + 1 < len(names) else None
            bare = before.events[names[at]].model_copy(update={"claims": ()})
            yield AddEvent(event=bare, before=follower)


def _claims_back(claims: set[str], before: Ledger, after: Ledger) -> Iterator[Change]:
    """In the order of their old places, so that each finds the rank it had."""
    was, now = _places(before), _places(after)
    for name in (name for name in was if name in claims):
        old, new = was[name], now.get(name)
        if new is None:
            yield AddClaim(event=old.event.id, claim=old.claim)
            continue
        if new.event.id != old.event.id:
            yield MoveClaim(claim=name, event=old.event.id, rank=old.rank)
        if new.claim.relations != old.claim.relations:
            yield Relate(claim=name, relations=old.claim.relations, were=new.claim.relations)
        if new.claim.judgement != old.claim.judgement and old.claim.judgement is not None:
            yield Judge(claim=name, judgement=old.claim.judgement)
        if new.claim.preferred != old.claim.preferred:
            yield Prefer(claim=name, preferred=old.claim.preferred)
    for name in (name for name in now if name in claims and name not in was):
        if now[name].claim.stance is not Stance.SUGGESTED:  # only a suggestion can be removed
            yield Judge(claim=name, judgement=Judgement(stance=Stance.SUGGESTED))
        yield RemoveClaim(claim=name)


def _labels_back(events: set[str], before: Ledger, after: Ledger) -> Iterator[Change]:
    for name in (name for name in before.events if name in events and name in after.events):
        old, new = before.events[name], after.events[name]
        if (old.title, old.kind, old.tags, old.notes) != (new.title, new.kind, new.tags, new.notes):
            yield EditEvent(
                event=name,
                title=old.title if old.title != new.title else None,
                kind=old.kind if old.kind != new.kind else None,
                tags=old.tags if old.tags != new.tags else None,
                notes=(old.notes or "") if old.notes != new.notes else None,
            )
