"""The changes of a proposal, applied to a ledger in memory: what any store does, without the file."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model.change import AddActor, AddClaim, AddEvent, AddSource, Change, Judge, RemoveClaim, ReplaceSource
from timeline.model.ledger import Claim, Event, Ledger


def apply(ledger: Ledger, changes: Iterable[Change]) -> Ledger:
    sources, actors, events = dict(ledger.sources), dict(ledger.actors), dict(ledger.events)
    for change in changes:
        match change:
            case AddSource(source=source) | ReplaceSource(source=source):
                sources[source.id] = source
            case AddActor(actor=actor):
                assert actor.id not in actors
                actors[actor.id] = actor
            case AddEvent(event=event):
                assert event.id not in events
                events[event.id] = event
            case AddClaim(event=key, claim=claim):
                events[key] = _with(events[key], (*events[key].claims, claim))
            case RemoveClaim(claim=claim_id):
                events = _without(events, claim_id)
            case Judge(claim=claim_id, judgement=judgement):
                events = {
                    key: _with(
                        event,
                        tuple(
                            c.model_copy(update={"judgement": judgement}) if c.id == claim_id else c
                            for c in event.claims
                        ),
                    )
                    for key, event in events.items()
                }
            case _:
                raise AssertionError(change)
    return ledger.model_copy(update={"sources": sources, "actors": actors, "events": events})


def _with(event: Event, claims: tuple[Claim, ...]) -> Event:
    return event.model_copy(update={"claims": claims})


def _without(events: dict[str, Event], claim: str) -> dict[str, Event]:
    left = {key: _with(event, tuple(one for one in event.claims if one.id != claim)) for key, event in events.items()}
    return {key: event for key, event in left.items() if event.claims or not events[key].claims}
