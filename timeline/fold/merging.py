"""What the desk has said to be one, or to belong elsewhere, carried out: a ledger as every question sees it.

Nothing of it is written: the lines of what was merged stay where they are, with the judgement on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from timeline.model.ledger import Actor, Claim, Event, Ledger, Relation


class Mergers(NamedTuple):
    """`canonical`: ids that are one with another, each with the id at the end of its chain; what goes in a circle is none."""

    canonical: dict[str, str]
    circular: tuple[str, ...]


def mergers(entries: Mapping[str, Event] | Mapping[str, Actor]) -> Mergers:
    direct = {
        name: one.merged.into
        for name, one in entries.items()
        if one.merged is not None and one.merged.stance is Stance.ACCEPTED and one.merged.into in entries
    }
    found: dict[str, str] = {}
    circular = []
    for name, into in direct.items():
        seen, end = {name}, into
        while end in direct and end not in seen:
            seen.add(end)
            end = direct[end]
        if end in seen:
            circular.append(name)
        else:
            found[name] = end
    return Mergers(found, tuple(circular))


def told_apart(one: Event | Actor, other: Event | Actor) -> bool:
    """Whether the desk said of one of the two that it is, or is not, the other."""
    return any(
        first.merged is not None and first.merged.into == second.id for first, second in ((one, other), (other, one))
    )


def united(ledger: Ledger) -> Ledger:
    """The ledger with its judgements on what is one carried out; itself when there are none."""
    events, actors = mergers(ledger.events).canonical, mergers(ledger.actors).canonical
    if not events and not actors and not _refiled(ledger):
        return ledger
    return ledger.model_copy(
        update={
            "actors": _actors(ledger, actors),
            "events": _events(ledger, events, actors),
            "merged_events": events,
            "merged_actors": actors,
        }
    )


def _refiled(ledger: Ledger) -> bool:
    return any(
        claim.filed is not None or claim.recast is not None
        for event in ledger.events.values()
        for claim in event.claims
    )


def _actors(ledger: Ledger, canonical: dict[str, str]) -> dict[str, Actor]:
    """Who was merged gives his names to whom he is."""
    kept = {name: actor for name, actor in ledger.actors.items() if name not in canonical}
    for name, into in canonical.items():
        old, actor = ledger.actors[name], kept[into]
        names = dict.fromkeys((*actor.aliases, old.name, *old.aliases))
        names.pop(actor.name, None)
        more = {"aliases": tuple(names), "kind": actor.kind or old.kind, "wikidata": actor.wikidata or old.wikidata}
        kept[into] = actor.model_copy(update=more)
    return kept


def _events(ledger: Ledger, canonical: dict[str, str], actors: dict[str, str]) -> dict[str, Event]:
    kept = {name: event for name, event in ledger.events.items() if name not in canonical}
    claims: dict[str, list[Claim]] = {name: [] for name in kept}
    for event in ledger.events.values():
        for claim in event.claims:
            named = claim.filed.under if claim.filed is not None else event.id
            home = canonical.get(named, named)
            claims[home].append(_claim(claim, event, kept[home], canonical, actors))
    for name, into in canonical.items():
        kept[into] = _labelled(kept[into], ledger.events[name])
    return {
        name: event if event.claims == tuple(claims[name]) else event.model_copy(update={"claims": tuple(claims[name])})
        for name, event in kept.items()
    }


def _labelled(event: Event, other: Event) -> Event:
    """Tags and notes are the desk's own: none is lost."""
    tags = tuple(dict.fromkeys((*event.tags, *other.tags)))
    notes = "\n".join(part for part in (event.notes, other.notes) if part) or None
    return (
        event if (tags, notes) == (event.tags, event.notes) else event.model_copy(update={"tags": tags, "notes": notes})
    )


def _claim(claim: Claim, stands: Event, home: Event, events: dict[str, str], actors: dict[str, str]) -> Claim:
    """The claim as one about `home`, of the actors that those are who it names."""
    update: dict[str, object] = {}
    if stands.kind != home.kind and claim.kind is None:
        update["kind"] = stands.kind
    means = dict(actors)
    if claim.recast is not None:
        means[claim.recast.actor] = actors.get(claim.recast.to, claim.recast.to)
        for name, into in actors.items():
            if into == claim.recast.actor:
                means[name] = means[claim.recast.actor]
    if means:
        update["actors"] = tuple((role, _once(who, means)) for role, who in claim.actors)
        update["said_by"], update["absent"] = _once(claim.said_by, means), _once(claim.absent, means)
    if claim.relations:
        update["relations"] = _relations(claim.relations, stands.id, home.id, events)
    changed = {name: value for name, value in update.items() if value != getattr(claim, name)}
    return claim.model_copy(update=changed) if changed else claim


def _once(names: tuple[str, ...], means: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(means.get(name, name) for name in names))


def _relations(relations: tuple[Relation, ...], stands: str, home: str, events: dict[str, str]) -> tuple[Relation, ...]:
    """What would hold between an event and itself is left out, unless it stood there so."""
    told = (
        (one, one.model_copy(update={"event": events[one.event]}) if one.event in events else one) for one in relations
    )
    return tuple(dict.fromkeys(new for old, new in told if new.event != home or old.event == stands))
