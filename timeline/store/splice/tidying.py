"""What a change is before it is written: dates in their canonical form, each role once, labels set."""

from __future__ import annotations

from timeline.edtf.parse import EdtfError, parse
from timeline.model.change import EditEvent
from timeline.model.ledger import Claim, Event
from timeline.model.vocabulary import Role


def edited(event: Event, change: EditEvent) -> Event:
    wanted = {"title": change.title, "kind": change.kind, "tags": change.tags, "notes": change.notes}
    return event.model_copy(update={name: value for name, value in wanted.items() if value is not None})


def tidy(claim: Claim) -> Claim:
    """Each role once, with all its actors; dates in their canonical form, in which every store gives them back."""
    tidied: dict[str, object] = {}
    roles: dict[Role, tuple[str, ...]] = {}
    for role, who in claim.actors:
        roles[role] = (*roles.get(role, ()), *who)
    if len(roles) < len(claim.actors):
        tidied["actors"] = tuple(roles.items())
    if claim.when is not None:
        days = tuple(map(_canonical, claim.when.alternatives))
        edtf = None if claim.when.edtf is None else _canonical(claim.when.edtf)
        tidied["when"] = claim.when.model_copy(update={"edtf": edtf, "alternatives": days})
    return claim.model_copy(update=tidied)


def _canonical(date: str) -> str:
    """A date that cannot be read is left for the store to refuse."""
    try:
        return parse(date).canonical
    except EdtfError:
        return date


def refiled(claim: Claim, home: Event, other: Event) -> Claim:
    """The claim as it stands under another event: its kind is written where the label there is another."""
    kind = claim.kind or home.kind
    return claim.model_copy(update={"kind": None if kind == other.kind else kind, "filed": None})


def joined(event: Event, claim: Claim, rank: int | None) -> Event:
    """With the claim at that place, or as the last where there is no such place."""
    at = len(event.claims) if rank is None else rank
    return event.model_copy(update={"claims": (*event.claims[:at], claim, *event.claims[at:])})
