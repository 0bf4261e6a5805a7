"""Names that a person types: actors that are known, and those that are added for them."""

from __future__ import annotations

from typing import Final

from timeline.errors import UsageError
from timeline.link import ids
from timeline.link.actors import find
from timeline.link.identity import identify
from timeline.model.change import AddActor
from timeline.model.ledger import Actor, Ledger
from timeline.model.vocabulary import Role

_ROLES: Final = {role.value: role for role in Role}


class Cast:
    """Collects the actors that have to be added on the way; `added` holds them as changes."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._new: dict[str, Actor] = {}

    @property
    def added(self) -> tuple[AddActor, ...]:
        return tuple(AddActor(actor=actor) for actor in self._new.values())

    def roles(self, typed: tuple[str, ...]) -> tuple[tuple[Role, tuple[str, ...]], ...]:
        """`NAME` or `NAME:ROLE` as roles with actor ids, in the order of their first mention. Raises `UsageError`."""
        cast: dict[Role, list[str]] = {}
        for words in typed:
            name, role = _split(words)
            actor = self._actor(name)
            if actor not in cast.setdefault(role, []):
                cast[role].append(actor)
        return tuple((role, tuple(actors)) for role, actors in cast.items())

    def people(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        """Names as actor ids, each once."""
        return tuple(dict.fromkeys(map(self._actor, typed)))

    def speakers(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        """Who said it: the id of an actor that is known, the words as they are for anybody else."""
        return tuple(find(name, self._ledger) or name for name in typed)

    def _actor(self, name: str) -> str:
        known = find(name, self._ledger) or next((new.id for new in self._new.values() if new.name == name), None)
        if known is not None:
            return known
        identity = identify(name, None)
        actor = Actor(
            id=ids.actor_id(name, ids.actors_taken(self._ledger) | self._new.keys()),
            name=name,
            kind=identity.kind if identity else None,
            wikidata=identity.wikidata if identity else None,
        )
        self._new[actor.id] = actor
        return actor.id


def _split(words: str) -> tuple[str, Role]:
    name, colon, role = words.rpartition(":")
    if not colon:
        return words.strip(), Role.PARTICIPANT
    if role.strip() not in _ROLES:
        raise UsageError(f"--actor {words!r}: no role is called {role.strip()!r}; known: {', '.join(_ROLES)}")
    if not name.strip():
        raise UsageError(f"--actor {words!r}: write NAME:ROLE")
    return name.strip(), _ROLES[role.strip()]
