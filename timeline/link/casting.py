"""The actors of one article, each with its id in the ledger: an actor that is there, or a new one to add."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.lang.world_names import fold
from timeline.link import ids
from timeline.link.actors import ActorIndex, Wanted
from timeline.model.ledger import Actor

if TYPE_CHECKING:
    from timeline.link.identity import Identity
    from timeline.model.extraction import Extraction, FoundActor
    from timeline.model.ledger import Ledger


class Cast(NamedTuple):
    """`actor` is the ledger's id; `added` is set when it is new; `score` and `reason` say why it is this one."""

    actor: str
    added: Actor | None
    score: float
    reason: str


class Casting:
    """Actors are looked up when a claim first needs them, so that those whom no claim names stay out of the ledger."""

    def __init__(self, extraction: Extraction, ledger: Ledger) -> None:
        self.index = ActorIndex(ledger.actors.values())
        self._found = {actor.key: actor for actor in extraction.actors}
        self._cast: dict[str, Cast] = {}

    def actor(self, key: str) -> str:
        """The ledger's id of an actor of the article (`FoundActor.key`)."""
        if key not in self._cast:
            self._cast[key] = self._choose(self._found[key])
        return self._cast[key].actor

    def speaker(self, key: str) -> str:
        """As `actor`, but words that name no actor of the article stay as they are."""
        return self.actor(key) if key in self._found else key

    def cast(self) -> tuple[tuple[FoundActor, Cast], ...]:
        """Everybody looked up so far, in that order."""
        return tuple((self._found[key], cast) for key, cast in self._cast.items())

    def _choose(self, found: FoundActor) -> Cast:
        wanted = Wanted(found.name, found.kind, found.wikidata, found.country)
        match = self.index.best(wanted)
        if match:
            return Cast(match.actor, None, match.score, match.reason)
        unclear = self.index.matches(wanted)
        reason = f"may be {' or '.join(one.actor for one in unclear)}: unsure" if unclear else "not in the ledger yet"
        added = self._new(found, wanted.identity())
        self.index.add(added)
        return Cast(added.id, added, 1.0, reason)

    def _new(self, found: FoundActor, known: Identity | None) -> Actor:
        """Named as the article does; the tables add their id, their main name as an alias, and Wikidata."""
        fit = known if known and known.id not in self.index.actors else None
        aliases = [fit.names[0]] if fit and fold(fit.names[0]) != fold(found.name) else []
        return Actor(
            id=ids.unique(fit.id, self.index.actors) if fit else ids.actor_id(found.name, self.index.actors),
            name=found.name,
            kind=found.kind,
            aliases=tuple(aliases),
            wikidata=found.wikidata or (fit.wikidata if fit else None),
        )
