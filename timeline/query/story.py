"""What every question needs: the states of the events at a moment, and the bounds and order that relations give them.

Nothing is worked out before it is asked for: a question that shows ten events of ten thousand must not pay for the rest.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from timeline.fold.moment import NOW, Moment
from timeline.fold.state import EventState, fold
from timeline.model.vocabulary import RelationKind, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.graph.bounds import Bounds
    from timeline.model.ledger import Claim, Event, Ledger


class Order(NamedTuple):
    """Ids of the events that come before this one (`after`: this one comes after them) and after it."""

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


class Story:
    """A ledger at a moment.

    `like`: another story and a test; the events for which the test is false are there as they are here.
    """

    def __init__(
        self, ledger: Ledger, moment: Moment = NOW, *, like: tuple[Story, Callable[[str], bool]] | None = None
    ) -> None:
        self.ledger = ledger
        self.moment = moment
        self._like = like

    def states(self, *, rejected: bool = False) -> Iterator[EventState]:
        """Every event that anybody had spoken of, in the order of the ledger, each folded as it is reached.

        `rejected`: also those of which every claim was rejected.
        """
        for name, event in self.ledger.events.items():
            state = self.related.get(name) or fold(event, self.ledger, self.moment)
            if state.listed or (rejected and state.exists):
                yield state

    def state(self, event: str) -> EventState:
        """The state of one event, listed or not."""
        return self.related.get(event) or fold(self.ledger.events[event], self.ledger, self.moment)

    @cached_property
    def related(self) -> dict[str, EventState]:
        """The events that take part in relations."""
        from timeline.graph.order import involved  # noqa: PLC0415  # imported with the first question only

        events = self.ledger.events
        return {
            name: self._same(name) or fold(events[name], self.ledger, self.moment)
            for name in sorted(involved(self.ledger))
            if name in events
        }

    def _same(self, event: str) -> EventState | None:
        """The state of an event in the story that this one is like, if it is the same there and has been worked out."""
        if self._like is None:
            return None
        other, differs = self._like
        return None if differs(event) else other.related.get(event)

    @cached_property
    def homes(self) -> dict[str, tuple[Event, Claim]]:
        """The known claims of the events that take part in relations, each with its event."""
        return {claim.id: (state.event, claim) for state in self.related.values() for claim in state.known}

    @cached_property
    def bounds(self) -> Bounds:
        from timeline.graph.bounds import bounds  # noqa: PLC0415  # imported with the first question only

        return bounds(self.related)

    @cached_property
    def order(self) -> dict[str, Order]:
        """Who comes before whom, as any listed event's counting claims say, on whichever of the two the claim stands."""
        after: dict[str, dict[str, None]] = {}
        before: dict[str, dict[str, None]] = {}
        for name, state in self.related.items():
            for relation, _ in state.relations:
                if relation.kind is not RelationKind.DURING and self._listed(relation.event):
                    earlier, later = name, relation.event
                    if relation.kind is RelationKind.AFTER:
                        earlier, later = later, earlier
                    before.setdefault(earlier, {})[later] = None
                    after.setdefault(later, {})[earlier] = None
        return {name: Order(tuple(after.get(name, ())), tuple(before.get(name, ()))) for name in {**after, **before}}

    def _listed(self, event: str) -> bool:
        state = self.related.get(event)
        return state is not None and state.stance is not Stance.REJECTED and state.exists

    def days(self, state: EventState) -> tuple[int | None, int | None]:
        """First and last day number of an event: of its date, or what its relations leave of an undated one."""
        if state.date is not None:
            return state.date.bounds
        bound = self.bounds.by_event.get(state.event.id)
        return (bound.earliest, bound.latest) if bound is not None else (None, None)
