"""Taking apart what is not one: events and actors that were merged, claims that are about another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import UnknownIdError, UsageError
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.cli.run import Run
    from timeline.model.change import Change
    from timeline.model.ledger import Claim, Event, Ledger


class Elsewhere(NamedTuple):
    """Where claims go: an event of the ledger (`into`), or a new one with this title and kind."""

    into: str | None = None
    title: str | None = None
    kind: str | None = None


def event_apart(run: Run, name: str, why: str | None) -> None:
    """Takes back that an event is one with another, and says that it is not. Raises `UsageError` for one that was not merged."""
    from timeline.cli.work.judging import signed
    from timeline.cli.work.writing import show_events
    from timeline.model.change import MergeEvent
    from timeline.model.ledger import Merger

    into = _merged(name, _own_merger(run, "events"), "event", "name the claims that are about another event")
    merger = Merger(into=into, stance=Stance.REJECTED, **signed(run, why))
    ledger = run.change([MergeEvent(event=name, merged=merger)])
    if ledger is not None:
        run.out.say(f"{name} is no longer {into} in {run.file}")
        show_events(run, ledger, [name, ledger.merged_events.get(into, into)])


def actor_apart(run: Run, name: str, why: str | None) -> None:
    from timeline.cli.work.judging import signed
    from timeline.model.change import MergeActor
    from timeline.model.ledger import Merger

    into = _merged(name, _own_merger(run, "actors"), "actor", "name the claims that mean another, and --name")
    merger = Merger(into=into, stance=Stance.REJECTED, **signed(run, why))
    if run.change([MergeActor(actor=name, merged=merger)]) is not None:
        run.out.say(f"{name} is no longer {into} in {run.file}")


def claims_apart(run: Run, event: str, claims: Sequence[str], where: Elsewhere, why: str | None) -> None:
    """Files claims of one event under another. Raises `UsageError`, `UnknownIdError`."""
    from timeline.cli.work.judging import signed
    from timeline.cli.work.writing import show_events
    from timeline.model.change import AddEvent, FileClaim
    from timeline.model.ledger import Filing
    from timeline.query.event import resolve

    home = run.ledger.events[resolve(run.ledger, event)]
    found = [_claim(home, name) for name in dict.fromkeys(claims)]
    if len(found) == len(home.claims):
        raise UsageError(
            f"those are all claims of {home.id!r}; 'timeline merge {home.id} EVENT' puts them under another event"
        )
    target = _target(run.ledger, home, found, where)
    added = () if target.id in run.ledger.events else (AddEvent(event=target),)
    filing = Filing(under=target.id, **signed(run, why))
    changes: tuple[Change, ...] = (*added, *(FileClaim(claim=claim.id, filed=filing) for claim in found))
    ledger = run.change(changes)
    if ledger is not None:
        run.out.say(
            f"put {len(found)} claim{'s' if len(found) > 1 else ''} of {home.id} under {target.id} in {run.file}"
        )
        show_events(run, ledger, [home.id, target.id])


def claims_of_another(run: Run, name: str, claims: Sequence[str], other: str, why: str | None) -> None:
    from timeline.cli.typed.actors import actor_id
    from timeline.cli.work.judging import signed
    from timeline.link.ids import actor_id as new_id
    from timeline.link.ids import actors_taken
    from timeline.model.change import AddActor, Recast
    from timeline.model.ledger import Actor, Recasting

    actor = actor_id(name, run.ledger)
    known = _exactly(other, run.ledger)
    if known == actor:
        raise UsageError(f"{other!r} is {actor} already; give --name another name")
    to = known or new_id(other, actors_taken(run.ledger))
    changes: list[Change] = [] if known else [AddActor(actor=Actor(id=to, name=other))]
    by_id = {claim.id: claim for event in run.ledger.events.values() for claim in event.claims}
    for claim in dict.fromkeys(claims):
        if claim not in by_id:
            raise UnknownIdError(f"no claim has the id {claim!r}")
        if actor not in _named(by_id[claim]):
            raise UsageError(f"claim {claim!r} does not name {actor}")
        changes.append(Recast(claim=claim, recast=Recasting(actor=actor, to=to, **signed(run, why))))
    if run.change(changes) is not None:
        run.out.say(f"{', '.join(claims)} mean{'s' if len(claims) == 1 else ''} {to}, not {actor}, in {run.file}")


def _own_merger(run: Run, section: str) -> dict[str, str]:
    """What was merged into what, as it was said: not the end of the chain."""
    whole = run.store.load()
    entries = whole.events if section == "events" else whole.actors
    return {
        name: one.merged.into
        for name, one in entries.items()
        if one.merged is not None and one.merged.stance is Stance.ACCEPTED
    }


def _merged(name: str, known: dict[str, str], what: str, else_do: str) -> str:
    if name not in known:
        merged = f"; merged are: {', '.join(known)}" if known else ""
        raise UsageError(f"no {what} {name!r} was merged into another{merged}; {else_do}")
    return known[name]


def _claim(event: Event, name: str) -> Claim:
    found = next((claim for claim in event.claims if claim.id == name), None)
    if found is None:
        known = ", ".join(claim.id for claim in event.claims)
        raise UnknownIdError(f"{event.id!r} has no claim {name!r}; it has {known or 'none'}")
    return found


def _target(ledger: Ledger, home: Event, claims: Sequence[Claim], where: Elsewhere) -> Event:
    from timeline.link import ids
    from timeline.model.ledger import Event
    from timeline.query.event import resolve

    if where.into is not None:
        target = ledger.events[resolve(ledger, where.into)]
        if target.id == home.id:
            raise UsageError(f"{where.into!r} is the event that the claims stand in")
        return target
    if not where.title or not where.title.strip():
        raise UsageError("say which event they are about: --title for a new one, or --into EVENT")
    kind = where.kind or next((claim.kind for claim in claims if claim.kind), home.kind)
    return Event(id=ids.event_id(where.title, ids.events_taken(ledger)), title=where.title, kind=kind)


def _exactly(name: str, ledger: Ledger) -> str | None:
    """No other spelling and no last name: whoever is told apart from somebody may well share those."""
    name = ledger.merged_actors.get(name, name)
    if name in ledger.actors:
        return name
    return next((one.id for one in ledger.actors.values() if name in (one.name, *one.aliases)), None)


def _named(claim: Claim) -> Iterator[str]:
    yield from (who for _, actors in claim.actors for who in actors)
    yield from claim.said_by
    yield from claim.absent
