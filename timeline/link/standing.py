"""How two sets of actors overlap, counting that a government may stand for those who lead it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import iso_day
from timeline.link.identity import governments, represents
from timeline.model.vocabulary import ActorKind

if TYPE_CHECKING:
    from timeline.link.actors import ActorIndex

FOR_ANOTHER: Final = 0.8
"""A government in one article for its president in the other counts a little less than the president in both."""
ONE_OF_SEVERAL: Final = 0.6
"""Both name several, and only the one that a single-actor article names is shared."""


class Standing:
    def __init__(self, actors: ActorIndex) -> None:
        self._actors = actors
        self._represented: dict[tuple[str, int | None], frozenset[str]] = {}
        self._leaders: dict[str, set[str]] | None = None

    def agree(self, new: frozenset[str], old: frozenset[str], day: int | None) -> float:
        """0 unless all of the shorter list, or two of each, are shared. The more of both that is shared, the higher."""
        new, old = self.distinct(new), self.distinct(old)
        shared = self._shared(new, old, day)
        least = needed(new, old)
        if not least or len(shared) < least:
            return 0.0
        weight = sum(shared) / len(shared)
        return weight * (1.0 if len(shared) == max(len(new), len(old)) else self._partly(len(shared), new, old))

    @staticmethod
    def _partly(shared: int, new: frozenset[str], old: frozenset[str]) -> float:
        if shared == 1:
            return ONE_OF_SEVERAL
        return 0.7 + 0.3 * shared / max(len(new), len(old))

    def _shared(self, new: frozenset[str], old: frozenset[str], day: int | None) -> list[float]:
        same = new & old
        rest = sorted(old - same)
        weights = [1.0] * len(same)
        for actor in sorted(new - same):
            stand_in = next((other for other in rest if self._stands_for(actor, other, day)), None)
            if stand_in:
                rest.remove(stand_in)
                weights.append(FOR_ANOTHER)
        return weights

    def distinct(self, actors: frozenset[str]) -> frozenset[str]:
        """Without an organisation that stands beside the meeting of its heads: the two are one."""
        known = (self._actors.identity(actor) for actor in actors)
        whole = {identity.of for identity in known if identity and identity.of}
        return frozenset(a for a in actors if not whole or (i := self._actors.identity(a)) is None or i.id not in whole)

    def named(self, actors: frozenset[str]) -> frozenset[str]:
        """Those that have a name: "advisers" in one article may be "Russian officials" in another."""
        known = self._actors.actors
        return frozenset(actor for actor in actors if actor not in known or known[actor].kind is not ActorKind.GROUP)

    def nameless(self, new: frozenset[str], old: frozenset[str], chairs: frozenset[str]) -> float:
        """Groups without a name on both sides, and nobody with a name but who chairs them in both articles."""
        mine, theirs = self.named(new), self.named(old)
        groups = len(mine) < len(new) and len(theirs) < len(old)
        return FOR_ANOTHER if groups and chairs and mine == theirs == chairs else 0.0

    def reach(self, actors: frozenset[str]) -> frozenset[str]:
        """The actors, and all of the ledger who on some day stood for one of the same governments."""
        if self._leaders is None:
            self._leaders = {}
            for actor in self._actors.actors:
                for government in self._ever(actor):
                    self._leaders.setdefault(government, set()).add(actor)
        sought = frozenset[str]().union(*(self._ever(actor) for actor in actors))
        return actors.union(*(self._leaders.get(government, ()) for government in sought))

    def _ever(self, actor: str) -> frozenset[str]:
        known = self._actors.identity(actor)
        return governments(known) if known else frozenset()

    def _stands_for(self, one: str, other: str, day: int | None) -> bool:
        kinds = {self._kind(one), self._kind(other)}
        if ActorKind.GOVERNMENT not in kinds and kinds != {ActorKind.ORGANISATION}:
            return False
        return bool(self._represents(one, day) & self._represents(other, day))

    def _kind(self, actor: str) -> ActorKind | None:
        known = self._actors.identity(actor)
        return known.kind if known else None

    def _represents(self, actor: str, day: int | None) -> frozenset[str]:
        if (actor, day) not in self._represented:
            known = self._actors.identity(actor)
            text = iso_day(day) if day is not None else None
            self._represented[actor, day] = represents(known, text) if known else frozenset()
        return self._represented[actor, day]


def needed(new: frozenset[str], old: frozenset[str]) -> int:
    """How many actors two events must share: two, or all where one names fewer."""
    return min(len(new), len(old), 2)
