"""Suggestions put under another event, or under one of their own: the changes, and what they would cost.

Where nothing that counts is left of an event, it goes: what was said in relation to it is then said of the event that
its claims went to, and the desk's labels go with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.link import ids
from timeline.model.change import AddEvent, EditEvent, MoveClaim, Relate
from timeline.model.ledger import Event
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.change import Change
    from timeline.model.ledger import Claim, Ledger, Relation


class Regrouping(NamedTuple):
    """`event`: where the claims stand afterwards. `ended`: the event that goes, if one does.

    `unsaid`: relations that would hold between an event and itself, with the claims that state them.
    """

    event: str
    changes: tuple[Change, ...]
    ended: str | None = None
    unsaid: tuple[tuple[str, Relation], ...] = ()


def movable(event: Event) -> tuple[str, ...]:
    """The claims that are suggestions still."""
    return tuple(claim.id for claim in event.claims if claim.stance is Stance.SUGGESTED)


def merged(ledger: Ledger, home: str, claims: tuple[str, ...], into: str) -> Regrouping:
    """Puts suggested claims of the event `home` under another. What is rejected goes along where nothing else is left."""
    event = ledger.events[home]
    rest = [claim for claim in event.claims if claim.id not in claims]
    ends = all(claim.stance is Stance.REJECTED for claim in rest)
    moved = tuple(claim.id for claim in event.claims if ends or claim.id in claims)
    moves = tuple(MoveClaim(claim=claim, event=into) for claim in moved)
    related, unsaid = _relations(ledger, moved, home if ends else None, into)
    labels = _labels(event, ledger.events[into]) if ends else ()
    return Regrouping(into, (*moves, *related, *labels), home if ends else None, unsaid)


def split(ledger: Ledger, home: str, claim: str, title: str) -> Regrouping:
    """Gives a suggested claim an event of its own, of the kind that the claim says."""
    event = ledger.events[home]
    kind = next(one.kind for one in event.claims if one.id == claim) or event.kind
    new = Event(id=ids.event_id(title, ids.events_taken(ledger)), title=title, kind=kind)
    return Regrouping(new.id, (AddEvent(event=new), MoveClaim(claim=claim, event=new.id)))


def _relations(
    ledger: Ledger, moved: tuple[str, ...], ended: str | None, into: str
) -> tuple[tuple[Relate, ...], tuple[tuple[str, Relation], ...]]:
    changes: list[Relate] = []
    unsaid: list[tuple[str, Relation]] = []
    for claim, home in _claims(ledger, moved, ended, into):
        told = [
            relation.model_copy(update={"event": into}) if relation.event == ended else relation
            for relation in claim.relations
        ]
        kept = tuple(dict.fromkeys(relation for relation in told if relation.event != home))
        unsaid += [(claim.id, old) for old, new in zip(claim.relations, told, strict=True) if new.event == home]
        if kept != claim.relations:
            changes.append(Relate(claim=claim.id, relations=kept, were=claim.relations))
    return tuple(changes), tuple(unsaid)


def _claims(ledger: Ledger, moved: tuple[str, ...], ended: str | None, into: str) -> Iterator[tuple[Claim, str]]:
    """Claims whose relations may need another word, each with the event it stands in afterwards."""
    for event in ledger.events.values():
        for claim in event.claims:
            home = into if claim.id in moved else event.id
            if any(relation.event in {ended, home} for relation in claim.relations):
                yield claim, home


def _labels(old: Event, new: Event) -> tuple[Change, ...]:
    """Tags and notes are the desk's own: none is lost."""
    tags = tuple(dict.fromkeys((*new.tags, *old.tags)))
    notes = "\n".join(part for part in (new.notes, old.notes) if part)
    if not old.tags and not old.notes:
        return ()
    return (EditEvent(event=new.id, tags=tags if tags != new.tags else None, notes=notes if old.notes else None),)
