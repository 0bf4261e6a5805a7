"""Actors of an article to actors of the ledger: by Wikidata, by the world tables, by name, spelling, last name when only one fits.

Every join carries a score and a reason; below `JOIN`, or when two actors fit equally well, a new actor is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.errors import UsageError
from timeline.lang.world_names import fold
from timeline.link import names, short_names
from timeline.link.identity import Identity, identify, of_government
from timeline.model.vocabulary import ActorKind

if TYPE_CHECKING:
    from timeline.model.ledger import Actor, Ledger

JOIN: Final = 0.7
_SLIP: Final = 0.92
"""How alike two names are of which one is a slip of the pen."""
_WIKIDATA, _TABLES, _NAME, _SPELLING = 1.0, 0.98, 0.95, 0.9


class Wanted(NamedTuple):
    """What is looked for: a name as written, and what else is known of its bearer."""

    name: str
    kind: ActorKind | None = None
    wikidata: str | None = None
    country: str | None = None

    def identity(self) -> Identity | None:
        """What the world tables make of it."""
        if self.kind is ActorKind.GOVERNMENT and self.country:
            return of_government(self.country)
        return identify(self.name, self.kind)


class Match(NamedTuple):
    """An actor of the ledger (id) and why it is the one wanted."""

    actor: str
    score: float
    reason: str


class ActorIndex:
    """The ledger's actors by everything they may be called."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors: dict[str, Actor] = {}
        self._known: dict[str, Identity | None] = {}
        self._wikidata: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        self._identities: dict[str, list[str]] | None = None
        self._sounds: dict[str, list[str]] = {}
        self._short: dict[str, list[str]] = {}
        for actor in actors:
            self.add(actor)

    def add(self, actor: Actor) -> None:
        self.actors[actor.id] = actor
        self._known.pop(actor.id, None)
        if actor.wikidata:
            self._wikidata.setdefault(actor.wikidata, actor.id)
        for name in _called(actor):
            _file(self._names, fold(name), actor.id)
            _file(self._sounds, names.last_sound(name), actor.id)
            for key in short_names.keys(name):
                _file(self._short, key, actor.id)
        if self._identities is not None:
            self._file_identity(actor)

    def matches(self, wanted: Wanted) -> tuple[Match, ...]:
        """The best matches, all of one score: one when it is clear, several when it is not, none when nobody fits."""
        for search in (self._by_wikidata, self._by_name, self._by_identity, self._by_short_form, self._by_spelling):
            found = search(wanted)
            if found:
                best = max(match.score for match in found)
                return tuple(match for match in found if match.score == best)
        return ()

    def best(self, wanted: Wanted) -> Match | None:
        """The one match that is good enough to join on."""
        found = self.matches(wanted)
        return found[0] if len(found) == 1 and found[0].score >= JOIN else None

    def identity(self, actor: str) -> Identity | None:
        """What the world tables call an actor of the ledger."""
        if actor not in self._known:
            known = self.actors.get(actor)
            names_of = _called(known) if known else ()
            found = (identify(name, known.kind if known else None) for name in names_of)
            self._known[actor] = next((identity for identity in found if identity), None)
        return self._known[actor]

    def _by_wikidata(self, wanted: Wanted) -> list[Match]:
        found = self._wikidata.get(wanted.wikidata or "")
        return [Match(found, _WIKIDATA, f"same Wikidata item {wanted.wikidata}")] if found else []

    def _by_name(self, wanted: Wanted) -> list[Match]:
        found = self._names.get(fold(wanted.name), ())
        return [Match(actor, _NAME, f"same name {wanted.name!r}") for actor in found if self._fits(actor, wanted)]

    def _by_identity(self, wanted: Wanted) -> list[Match]:
        known = wanted.identity()
        if known is None:
            return []
        if self._identities is None:
            self._identities = {}
            for actor in self.actors.values():
                self._file_identity(actor)
        found = self._identities.get(known.id, ())
        return [
            Match(actor, _TABLES, f"{wanted.name!r} is a name of it") for actor in found if self._fits(actor, wanted)
        ]

    def _by_short_form(self, wanted: Wanted) -> list[Match]:
        """Anything but persons: "USAF", "the 787"."""
        if wanted.kind is ActorKind.PERSON:
            return []
        near = dict.fromkeys(actor for key in short_names.keys(wanted.name) for actor in self._short.get(key, ()))
        found = []
        for actor in near:
            known = self.actors[actor]
            score, name = max((short_names.alike(wanted.name, name), name) for name in _called(known))
            if score and known.kind is not ActorKind.PERSON and self._fits(actor, wanted):
                found.append(Match(actor, score, f"short for {name!r}, or long"))
        return found

    def _by_spelling(self, wanted: Wanted) -> list[Match]:
        """Persons only, who bear no numbers: organisations that sound alike are seldom the same."""
        if wanted.kind not in {None, ActorKind.PERSON} or any(map(str.isdigit, wanted.name)):
            return []
        matches = []
        for actor in self._sounds.get(names.last_sound(wanted.name), ()):
            known = self.actors[actor]
            if self._fits(actor, wanted) and known.kind in {None, ActorKind.PERSON}:
                score, name = max((names.compare(wanted.name, name), name) for name in _called(known))
                if score > 0:
                    matches.append(
                        Match(actor, score * (_SPELLING if score > names.LAST_NAME else 1), _why(score, name))
                    )
        return matches

    def _fits(self, actor: str, wanted: Wanted) -> bool:
        """Nothing known of the two speaks against it."""
        known = self.actors[actor]
        if wanted.wikidata and known.wikidata and wanted.wikidata != known.wikidata:
            return False
        kinds = {wanted.kind, known.kind}
        return None in kinds or len(kinds) == 1 or ActorKind.PERSON not in kinds

    def _file_identity(self, actor: Actor) -> None:
        known = self.identity(actor.id)
        if known and self._identities is not None:
            _file(self._identities, known.id, actor.id)


def find(name: str, ledger: Ledger) -> str | None:
    """The id of the actor that a person typed: an id, a name, an alias, another spelling, a last name when only one has it.

    `None` when nobody fits. Raises `UsageError` that lists the candidates when several do.
    """
    name = ledger.merged_actors.get(name, name)
    if name in ledger.actors:
        return name
    found = ActorIndex(ledger.actors.values()).matches(Wanted(name))
    if len(found) > 1:
        choices = ", ".join(f"{ledger.actors[match.actor].name} ({match.actor})" for match in found)
        raise UsageError(f"{name!r} may be {choices}; give the id")
    return found[0].actor if found else None


def suggest(name: str, ledger: Ledger, limit: int = 3) -> tuple[str, ...]:
    """Ids of the actors whose names come nearest, for a message."""
    called = {fold(known): actor.id for actor in ledger.actors.values() for known in (actor.id, *_called(actor))}
    near = get_close_matches(fold(name), called, n=limit * 2, cutoff=0.6)
    return tuple(dict.fromkeys(called[known] for known in near))[:limit]


def nearest(name: str, ledger: Ledger) -> str | None:
    """The id of the only actor whose name may be meant though nobody is called so: the end of what was typed, or all but a letter or two."""
    ledger_names = {fold(known): actor.id for actor in ledger.actors.values() for known in _called(actor)}
    typed = fold(name).split()
    ends = (" ".join(typed[at:]) for at in range(1, len(typed) - 1))
    if (end := next((end for end in ends if end in ledger_names), None)) is not None:
        return ledger_names[end]
    near = {ledger_names[known] for known in get_close_matches(" ".join(typed), ledger_names, cutoff=_SLIP)}
    return near.pop() if len(near) == 1 else None


def _called(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _file(table: dict[str, list[str]], key: str, actor: str) -> None:
    filed = table.setdefault(key, [])
    if key and actor not in filed:
        filed.append(actor)


def _why(score: float, name: str) -> str:
    return f"last name of {name!r}, the only one" if score <= names.LAST_NAME else f"another spelling of {name!r}"
