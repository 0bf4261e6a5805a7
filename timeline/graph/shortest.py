"""Shortest paths with negative weights (Bellman-Ford with a queue), on plain integers and lists.

A path that gets shorter for ever runs round a negative cycle. Such a cycle shows in the last edges of the paths found so
far, which are looked through once every `size` relaxations: looking costs no more than the relaxing it stops.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Edge(NamedTuple):
    """The constraint `head <= tail + weight`. `claims` state it; `order`: by a relation, not by a date or by nature."""

    tail: int
    head: int
    weight: int
    claims: tuple[str, ...] = ()
    order: bool = False


class Paths(NamedTuple):
    """`distance[node]` is `None` where no path leads; `last[node]` is the edge by which the shortest one arrives."""

    distance: list[int | None]
    last: list[Edge | None]

    def to(self, node: int) -> list[Edge]:
        """The edges of the shortest path, last edge first."""
        edges = []
        edge = self.last[node]
        while edge is not None:
            edges.append(edge)
            edge = self.last[edge.tail]
        return edges


class NegativeCycleError(Exception):
    """`edges` in the order of the cycle: together they say that something comes before itself."""

    def __init__(self, edges: Sequence[Edge]) -> None:
        super().__init__("negative cycle")
        self.edges = tuple(edges)


def shortest(size: int, edges: Iterable[Edge], starts: Iterable[int]) -> Paths:
    """Shortest paths to every node from the nearest of the starts. Raises `NegativeCycleError`."""
    outgoing: list[list[Edge]] = [[] for _ in range(size)]
    for edge in edges:
        outgoing[edge.tail].append(edge)
    paths = Paths([None] * size, [None] * size)
    waiting = deque(starts)
    for node in waiting:
        paths.distance[node] = 0
    queued = [paths.distance[node] is not None for node in range(size)]
    relaxed = 0
    while waiting:
        node = waiting.popleft()
        queued[node] = False
        for edge in _shorten(node, outgoing[node], paths):
            relaxed += 1
            if not queued[edge.head]:
                queued[edge.head] = True
                waiting.append(edge.head)
            if relaxed % size == 0:
                _refuse_cycle(paths)
    return paths


def _shorten(node: int, outgoing: list[Edge], paths: Paths) -> list[Edge]:
    """Takes every edge out of a node that makes a path shorter."""
    here = paths.distance[node]
    if here is None:
        return []
    taken = []
    for edge in outgoing:
        known = paths.distance[edge.head]
        if known is None or here + edge.weight < known:
            paths.distance[edge.head] = here + edge.weight
            paths.last[edge.head] = edge
            taken.append(edge)
    return taken


def _refuse_cycle(paths: Paths) -> None:
    """Follows the last edges back from every node, each node once."""
    seen_from = [-1] * len(paths.last)
    for start in range(len(paths.last)):
        node = start
        while seen_from[node] == -1:
            seen_from[node] = start
            edge = paths.last[node]
            if edge is None:
                break
            node = edge.tail
        else:
            if seen_from[node] == start:
                raise NegativeCycleError(_cycle(node, paths))


def _cycle(node: int, paths: Paths) -> list[Edge]:
    edges: list[Edge] = []
    edge = paths.last[node]
    while edge is not None:
        edges.append(edge)
        if edge.tail == node:
            break
        edge = paths.last[edge.tail]
    return edges[::-1]
