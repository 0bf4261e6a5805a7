"""Earliest and latest day of undated events, from what is said to come before, after, during or on the day of what.

A simple temporal network: see `order` for the constraints and `shortest` for the method. Only events that take part in
relations are looked at, each group of connected events by itself, and where one event is asked for only its own group.
Nothing depends on the order in which events and claims stand in the ledger.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from timeline.graph.order import ORIGIN, constraints, day_of, end, relations, start
from timeline.graph.shortest import Edge, Paths, shortest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Relation


class Link(NamedTuple):
    """One step of a chain, from the event asked about outwards: `event` is limited by `other`, as `claims` say.

    `other` is the event itself where its own date limits it.
    """

    event: str
    other: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Solution:
    """A group of events, solved. `forth` leads to the latest moments, `back` (edges turned round) to the earliest."""

    names: list[str]
    forth: Paths
    back: Paths

    def links(self, path: list[Edge]) -> tuple[Link, ...]:
        """Steps within one event, from its end to its start, say nothing."""
        return tuple(
            Link(self.event(edge.head), self.event(edge.tail or edge.head), edge.claims) for edge in path if edge.claims
        )

    def event(self, node: int) -> str:
        return self.names[(node - 1) // 2]


@dataclass(frozen=True, slots=True)
class Bound:
    """Day numbers, inclusive, `None` where nothing limits; the chains that set them are followed when asked for."""

    earliest: int | None
    latest: int | None
    _solution: _Solution
    _position: int

    @property
    def earliest_chain(self) -> tuple[Link, ...]:
        """From the event outwards to a date."""
        return self._solution.links(self._solution.back.to(start(self._position)))

    @property
    def latest_chain(self) -> tuple[Link, ...]:
        return self._solution.links(self._solution.forth.to(end(self._position)))

    @property
    def because(self) -> tuple[str, ...]:
        """The claims of both chains, each once."""
        return tuple(
            dict.fromkeys(claim for link in (*self.earliest_chain, *self.latest_chain) for claim in link.claims)
        )

    @property
    def set_by(self) -> tuple[str, ...]:
        """The dated events at the far ends."""
        chains = (self.earliest_chain, self.latest_chain)
        return tuple(dict.fromkeys(chain[-1].other for chain in chains if chain))


class Contradiction(NamedTuple):
    """Claims that put events in an order, or on days, that no calendar allows; none of their relations is used."""

    claims: tuple[str, ...]
    events: tuple[str, ...]


class Bounds(NamedTuple):
    """Bounds of every undated event that has any, and what contradicts itself."""

    by_event: dict[str, Bound]
    contradictions: tuple[Contradiction, ...]


class _Group(NamedTuple):
    """Events connected by relations; positions in `names` are those of the constraints."""

    names: list[str]
    states: list[EventState]
    stated: list[tuple[int, Relation, int, Claim]]


def bounds(states: Mapping[str, EventState], only: str | None = None) -> Bounds:
    """`states` must hold every event that takes part in a relation (`order.involved`); others cost nothing.

    `only`: the group of that event alone is solved.
    """
    by_event: dict[str, Bound] = {}
    contradictions: list[Contradiction] = []
    for group in _groups(states):
        if only is None or only in group.names:
            solution = _solve(group)
            contradictions += [_contradiction(cycle, solution) for cycle in solution.forth.cycles]
            by_event.update(_undated(group, solution))
    return Bounds(by_event, tuple(contradictions))


def _groups(states: Mapping[str, EventState]) -> Iterator[_Group]:
    """Union-find over the relations; groups, events and relations in the order of their names."""
    found = sorted(relations(states), key=_by_name)
    leader: dict[str, str] = {}
    for name, relation, _ in found:
        one, other = _leader(name, leader), _leader(relation.event, leader)
        leader[max(one, other)] = min(one, other)
    groups: dict[str, _Group] = {}
    position: dict[str, int] = {}
    for name in sorted(leader):
        group = groups.setdefault(_leader(name, leader), _Group([], [], []))
        position[name] = len(group.names)
        group.names.append(name)
        group.states.append(states[name])
    for name, relation, claim in found:
        stated = groups[_leader(name, leader)].stated
        stated.append((position[name], relation, position[relation.event], claim))
    yield from groups.values()


def _by_name(stated: tuple[str, Relation, Claim]) -> tuple[str, ...]:
    name, relation, claim = stated
    return (name, claim.id, relation.kind, relation.event, relation.gap or "", relation.within or "")


def _leader(name: str, leader: dict[str, str]) -> str:
    while (above := leader.setdefault(name, name)) != name:
        leader[name] = leader[above]
        name = above
    return name


def _solve(group: _Group) -> _Solution:
    """The end of an event lies no later than the shortest path to it from the origin; its start no earlier than minus
    the shortest path from it to the origin, which is a path from the origin when every edge is turned round.
    """
    size = 2 * len(group.names) + 1
    forth = shortest(size, constraints(group.states, group.stated))
    back = shortest(size, [Edge(edge.head, edge.tail, *edge[2:]) for edge in forth.left])
    return _Solution(group.names, forth, back)


def _contradiction(cycle: tuple[Edge, ...], solution: _Solution) -> Contradiction:
    claims = dict.fromkeys(claim for edge in cycle for claim in edge.claims)
    events = dict.fromkeys(solution.event(edge.head) for edge in cycle if edge.head != ORIGIN)
    return Contradiction(tuple(claims), tuple(events))


def _undated(group: _Group, solution: _Solution) -> Iterator[tuple[str, Bound]]:
    for position, (name, state) in enumerate(zip(group.names, group.states, strict=True)):
        if state.date is None or state.slot_given_up:
            low, high = solution.back.distance[start(position)], solution.forth.distance[end(position)]
            if low is not None or high is not None:
                earliest = None if low is None else day_of(-low)
                yield name, Bound(earliest, None if high is None else day_of(high), solution, position)
