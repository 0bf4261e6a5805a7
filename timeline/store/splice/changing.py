"""What a list of changes makes of a ledger, and when a change no longer fits. The same for every store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NoReturn

from timeline.diagnostics import Diagnostic
from timeline.errors import ConflictError, LedgerError
from timeline.fold.merging import mergers
from timeline.model.change import (
    MARKS,
    AddActor,
    AddAlias,
    AddClaim,
    AddEvent,
    AddSource,
    Change,
    EditEvent,
    Mark,
    MergeActor,
    MergeEvent,
    MoveClaim,
    Relate,
    RemoveClaim,
    ReplaceSource,
)
from timeline.model.ledger import DESK, Actor, Claim, Event, Ledger, Relation, Source
from timeline.model.vocabulary import Stance
from timeline.store.splice.tidying import edited, joined, refiled, tidy


@dataclass(frozen=True, slots=True)
class DropEvent:
    """Ends an event whose last suggestion was removed or moved away; only `Changing.leftovers` says so."""

    event: str


Step = Change | DropEvent


class Changing:
    """A ledger while it is changed, step by step: ask `effective` what is left to do of a change, then `make` that.

    Dictionaries keep the order of the ledger; `home` tells in which event a claim stands.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.timezone = ledger.timezone
        self.week_start = ledger.week_start
        self.sources = dict(ledger.sources)
        self.actors = dict(ledger.actors)
        self.events = dict(ledger.events)
        self._emptied: set[str] = set()
        self.home = {claim.id: event.id for event in ledger.events.values() for claim in event.claims}

    def ledger(self) -> Ledger:
        return Ledger.model_construct(
            timezone=self.timezone,
            week_start=self.week_start,
            sources=self.sources,
            actors=self.actors,
            events=self.events,
        )

    def event(self, name: str) -> Event:
        found = self.events.get(name)
        return found if found is not None else _refuse(f"event {name!r} is no longer in the ledger")

    def actor(self, name: str) -> Actor:
        found = self.actors.get(name)
        return found if found is not None else _refuse(f"actor {name!r} is no longer in the ledger")

    def claim(self, name: str) -> tuple[Event, int]:
        """The event that a claim stands in, and its rank there."""
        if name not in self.home:
            _refuse(f"claim {name!r} is no longer in the ledger")
        event = self.events[self.home[name]]
        return event, next(rank for rank, claim in enumerate(event.claims) if claim.id == name)

    def effective(self, change: Change) -> tuple[Change, ...]:
        """The change, tidied; nothing when it has been made already. Raises `ConflictError` when it no longer fits."""
        match change:
            case AddSource() | ReplaceSource():
                return self._source(change)
            case AddActor() | AddAlias():
                return self._actor(change)
            case AddEvent():
                return self._add_event(change)
            case AddClaim():
                return self._add_claim(change)
            case EditEvent() | MergeEvent() | MergeActor():
                return self._label(change)
            case _:
                return self._claim(change)

    def steps(self, changes: Iterable[Change]) -> Iterator[Step]:
        """What is to be done, in order. Each step must be made before the next one is asked for."""
        for change in changes:
            yield from self.effective(change)
        yield from self.leftovers()

    def leftovers(self) -> tuple[DropEvent, ...]:
        """The events that suggestions have left without claims: they go, now that all changes are made."""
        return tuple(DropEvent(name) for name in self.events if name in self._emptied and not self.events[name].claims)

    def _label(self, change: EditEvent | MergeEvent | MergeActor) -> tuple[Change, ...]:
        if isinstance(change, EditEvent):
            event = self.event(change.event)
            return (change,) if edited(event, change) != event else ()
        there = self.event(change.event) if isinstance(change, MergeEvent) else self.actor(change.actor)
        return (change,) if there.merged != change.merged else ()

    def _claim(self, change: RemoveClaim | MoveClaim | Mark) -> tuple[Change, ...]:
        event, rank = self.claim(change.claim)
        claim = event.claims[rank]
        match change:
            case Relate():
                return self._relate(change, claim)
            case MoveClaim():
                return self._move(change, claim, event)
            case RemoveClaim():
                if claim.stance is not Stance.SUGGESTED:
                    _refuse(f"claim {claim.id!r} is no longer a suggestion: it was {claim.stance}")
                return (change,)
        field = MARKS[type(change)]
        return (change,) if getattr(claim, field) != getattr(change, field) else ()

    def _move(self, change: MoveClaim, claim: Claim, home: Event) -> tuple[Change, ...]:
        """What somebody rejected may go with its event; what somebody accepted stays where he saw it."""
        there = self.event(change.event)
        if there.id == home.id:
            return ()
        if claim.stance is Stance.ACCEPTED:
            _refuse(f"claim {claim.id!r} is no longer a suggestion: it was {claim.stance}")
        return (change,)

    def _relate(self, change: Relate, claim: Claim) -> tuple[Change, ...]:
        if claim.relations == change.relations:
            return ()
        if self._one(claim.relations) != self._one(change.were):
            _refuse(f"the relations of claim {claim.id!r} are no longer what they were")
        return (change,)

    def _one(self, relations: Iterable[Relation]) -> tuple[Relation, ...]:
        """Relations to the events that those are one with which they name: whoever asked may have seen them so."""
        names = mergers(self.events).canonical
        told = (one.model_copy(update={"event": names.get(one.event, one.event)}) for one in relations)
        return tuple(dict.fromkeys(told))

    def _source(self, change: AddSource | ReplaceSource) -> tuple[Change, ...]:
        """When it was recorded makes no other source of it."""
        source = change.source
        there = self.sources.get(source.id)
        if isinstance(change, ReplaceSource):
            if there is None:
                _refuse(f"source {source.id!r} is no longer in the ledger")
            return (change,) if there != source else ()
        if change.kept_text is not None:
            source = source.model_copy(update={"text": _name(source, change.kept_text)})
        if there is None:
            return (AddSource(source=source),)
        if there != source.model_copy(update={"recorded": there.recorded}):
            _refuse(f"source {source.id!r} is already in the ledger, with other particulars")
        return ()

    def _actor(self, change: AddActor | AddAlias) -> tuple[Change, ...]:
        if isinstance(change, AddActor):
            return self._add_actor(change.actor)
        actor = self.actor(change.actor)
        return () if change.alias in (actor.name, *actor.aliases) else (change,)

    def _add_actor(self, actor: Actor) -> tuple[Change, ...]:
        """An actor of the same id, name and kind is the same one: only its aliases are added."""
        there = self.actors.get(actor.id)
        if there is None:
            return (AddActor(actor=actor),)
        if (there.name, there.kind, there.wikidata) != (actor.name, actor.kind, actor.wikidata):
            _refuse(f"actor {actor.id!r} is already in the ledger, as {there.name!r}")
        known = {there.name, *there.aliases}
        return tuple(AddAlias(actor=actor.id, alias=alias) for alias in actor.aliases if alias not in known)

    def _add_event(self, change: AddEvent) -> tuple[Change, ...]:
        """An event that was just emptied of its suggestions takes the new claims and keeps the desk's labels."""
        event = change.event
        event = event.model_copy(update={"claims": tuple(tidy(claim) for claim in event.claims)})
        there = self.events.get(event.id)
        self._refuse_known_claims(event, there)
        if there is None:
            return (AddEvent(event=event, before=change.before if change.before in self.events else None),)
        if there.id in self._emptied and not there.claims:
            return tuple(AddClaim(event=event.id, claim=claim) for claim in event.claims)
        return () if there == event else _refuse(f"event {event.id!r} is already in the ledger, with other content")

    def _refuse_known_claims(self, event: Event, there: Event | None) -> None:
        names = [claim.id for claim in event.claims]
        for rank, name in enumerate(names):
            if name in names[:rank] or (name in self.home and there != event):
                _refuse(f"claim {name!r} is already in the ledger")

    def _add_claim(self, change: AddClaim) -> tuple[Change, ...]:
        event, claim = self.event(change.event), tidy(change.claim)
        if claim.id not in self.home:
            return (AddClaim(event=event.id, claim=claim),)
        if claim not in event.claims:
            _refuse(f"claim {claim.id!r} is already in the ledger, with other content")
        return ()

    def make(self, change: Step) -> None:
        """Makes what `effective` or `leftovers` gave."""
        match change:
            case AddSource() | ReplaceSource():
                self.sources[change.source.id] = change.source
            case AddActor():
                self.actors[change.actor.id] = change.actor
            case AddAlias():
                actor = self.actor(change.actor)
                self.actors[actor.id] = actor.model_copy(update={"aliases": (*actor.aliases, change.alias)})
            case AddEvent():
                self._insert(change)
            case MergeActor():
                self.actors[change.actor] = self.actor(change.actor).model_copy(update={"merged": change.merged})
            case DropEvent():
                del self.events[change.event]
            case _:
                self._make_in_event(change)

    def _make_in_event(self, change: AddClaim | EditEvent | MergeEvent | Mark | MoveClaim | RemoveClaim) -> None:
        match change:
            case AddClaim():
                event = self.event(change.event)
                self._put(event.model_copy(update={"claims": (*event.claims, change.claim)}))
            case EditEvent():
                self._put(edited(self.event(change.event), change))
            case MergeEvent():
                self._put(self.event(change.event).model_copy(update={"merged": change.merged}))
            case MoveClaim():
                claim = self.moved(change)
                self._remove(change.claim)
                self._put(joined(self.event(change.event), claim, change.rank))
            case RemoveClaim():
                self._remove(change.claim)
            case _:
                field = MARKS[type(change)]
                self._alter(change.claim, **{field: getattr(change, field)})

    def _put(self, event: Event) -> None:
        self.events[event.id] = event
        self.home.update((claim.id, event.id) for claim in event.claims)

    def _insert(self, change: AddEvent) -> None:
        """Everything behind the event that it stands before goes to the end again, in order."""
        names = list(self.events)
        behind = names[names.index(change.before) :] if change.before else ()
        later = {name: self.events.pop(name) for name in behind}
        self._put(change.event)
        self.events.update(later)

    def moved(self, change: MoveClaim) -> Claim:
        """The claim as it will stand in the other event."""
        home, rank = self.claim(change.claim)
        return refiled(home.claims[rank], home, self.event(change.event))

    def _alter(self, name: str, **fields: object) -> None:
        event, rank = self.claim(name)
        claims = list(event.claims)
        claims[rank] = claims[rank].model_copy(update=fields)
        self._put(event.model_copy(update={"claims": tuple(claims)}))

    def _remove(self, name: str) -> None:
        event, rank = self.claim(name)
        del self.home[name]
        rest = event.claims[:rank] + event.claims[rank + 1 :]
        if not rest:
            self._emptied.add(event.id)
        self._put(event.model_copy(update={"claims": rest}))

    def refuse_dangling(self) -> None:
        """Raises `ConflictError` when something refers to what is not, or no longer, in the ledger."""
        self._refuse_lost_mergers(self.events)
        self._refuse_lost_mergers(self.actors)
        for event in self.events.values():
            for claim in event.claims:
                missing = self._missing(claim)
                if missing is not None:
                    _refuse(f"claim {claim.id!r} of event {event.id!r} refers to {missing}, which is not in the ledger")

    @staticmethod
    def _refuse_lost_mergers(entries: dict[str, Event] | dict[str, Actor]) -> None:
        for one in entries.values():
            if one.merged is not None and one.merged.into not in entries:
                _refuse(f"{one.id!r} is merged into {one.merged.into!r}, which is not in the ledger")

    def _missing(self, claim: Claim) -> str | None:
        if claim.source != DESK and claim.source not in self.sources:
            return f"source {claim.source!r}"
        named = (*(who for _, all_ in claim.actors for who in all_), *claim.absent)
        actor = next((who for who in named if who not in self.actors), None)
        if actor is not None:
            return f"actor {actor!r}"
        if claim.filed is not None and claim.filed.under not in self.events:
            return f"event {claim.filed.under!r}"
        if claim.recast is not None and claim.recast.to not in self.actors:
            return f"actor {claim.recast.to!r}"
        event = next((one.event for one in claim.relations if one.event not in self.events), None)
        return None if event is None else f"event {event!r}"


def _name(source: Source, text: str) -> str:
    """The sha256 of a kept text, which is what the source must call it."""
    name = sha256(text.encode()).hexdigest()
    if source.text not in {None, name}:
        finding = Diagnostic("E212", f"the text given with source {source.id!r} is not the one that the source names")
        raise LedgerError(finding.render(), findings=[finding])
    return name


def _refuse(message: str) -> NoReturn:
    finding = Diagnostic("E208", message)
    raise ConflictError(finding.render(), findings=[finding])


def texts(changes: Iterable[Change]) -> dict[str, str]:
    """The article texts that changes bring, under their sha256."""
    bring = (change for change in changes if isinstance(change, AddSource | ReplaceSource))
    kept = (change.kept_text for change in bring if change.kept_text is not None)
    return {sha256(text.encode()).hexdigest(): text for text in kept}
