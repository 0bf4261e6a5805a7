"""Earliest and latest day of undated events, from what is said to come before, after or during what.

A simple temporal network: see `order` for the constraints and `shortest` for the method. Only events that take part in
relations are looked at, each group of connected events by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.graph.order import DAY, ORIGIN, constraints, end, relations, start
from timeline.graph.shortest import Edge, NegativeCycleError, Paths, shortest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Relation


class Bound(NamedTuple):
    """Day numbers, inclusive, `None` where nothing limits.

    `earliest_because`, `latest_because`: ids of the claims that lead to each, from the event outwards to a date.
    `set_by`: ids of the dated events at the far ends.
    """

    earliest: int | None
    latest: int | None
    earliest_because: tuple[str, ...]
    latest_because: tuple[str, ...]
    set_by: tuple[str, ...]

    @property
    def because(self) -> tuple[str, ...]:
        """Both chains, each claim once."""
        return tuple(dict.fromkeys((*self.earliest_because, *self.latest_because)))


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


def bounds(states: Mapping[str, EventState]) -> Bounds:
    """`states` must hold every event that takes part in a relation (`order.involved`); others cost nothing."""
    by_event: dict[str, Bound] = {}
    contradictions: list[Contradiction] = []
    for group in _groups(states):
        edges = list(constraints(group.states, group.stated))
        size = 2 * len(group.names) + 1
        while (cycle := _cycle(size, edges)) is not None:
            contradictions.append(_contradiction(cycle, group))
            impossible = {edge for edge in cycle if edge.order} or set(cycle)
            edges = [edge for edge in edges if edge not in impossible]
        by_event.update(_undated(group, size, edges))
    return Bounds(by_event, tuple(contradictions))


def _groups(states: Mapping[str, EventState]) -> Iterator[_Group]:
    """Union-find over the relations."""
    found = list(relations(states))
    leader: dict[str, str] = {}
    for name, relation, _ in found:
        one, other = _leader(name, leader), _leader(relation.event, leader)
        leader[max(one, other)] = min(one, other)
        leader.setdefault(min(one, other), min(one, other))
    groups: dict[str, _Group] = {}
    position: dict[str, int] = {}
    for name in leader:
        group = groups.setdefault(_leader(name, leader), _Group([], [], []))
        position[name] = len(group.names)
        group.names.append(name)
        group.states.append(states[name])
    for name, relation, claim in found:
        stated = groups[_leader(name, leader)].stated
        stated.append((position[name], relation, position[relation.event], claim))
    yield from groups.values()


def _leader(name: str, leader: dict[str, str]) -> str:
    while (above := leader.setdefault(name, name)) != name:
        leader[name] = leader[above]
        name = above
    return name


def _cycle(size: int, edges: list[Edge]) -> tuple[Edge, ...] | None:
    try:
        shortest(size, edges, range(size))
    except NegativeCycleError as error:
        return error.edges
    return None


def _contradiction(cycle: tuple[Edge, ...], group: _Group) -> Contradiction:
    claims = dict.fromkeys(claim for edge in cycle for claim in edge.claims)
    events = dict.fromkeys(group.names[(edge.head - 1) // 2] for edge in cycle if edge.head != ORIGIN)
    return Contradiction(tuple(claims), tuple(events))


def _undated(group: _Group, size: int, edges: list[Edge]) -> Iterator[tuple[str, Bound]]:
    """The end of an event lies no later than the shortest path to it from the origin; its start no earlier than minus
    the shortest path from it to the origin, which is a path from the origin when every edge is turned round.
    """
    forth = shortest(size, edges, [ORIGIN])
    back = shortest(size, [edge._replace(tail=edge.head, head=edge.tail) for edge in edges], [ORIGIN])
    for position, (name, state) in enumerate(zip(group.names, group.states, strict=True)):
        if state.date is None or state.slot_given_up:
            bound = _bound(back, start(position), forth, end(position), group)
            if bound.earliest is not None or bound.latest is not None:
                yield name, bound


def _bound(back: Paths, first: int, forth: Paths, last: int, group: _Group) -> Bound:
    low, high = back.distance[first], forth.distance[last]
    earlier, later = back.to(first), forth.to(last)
    return Bound(
        earliest=None if low is None else -low // DAY,
        latest=None if high is None else high // DAY,
        earliest_because=_claims(earlier),
        latest_because=_claims(later),
        set_by=tuple(dict.fromkeys(group.names[(path[-1].head - 1) // 2] for path in (earlier, later) if path)),
    )


def _claims(path: list[Edge]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for edge in path for claim in edge.claims))
