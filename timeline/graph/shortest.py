"""Shortest paths with negative weights (Bellman-Ford with a queue), on plain integers and lists.

The paths found so far form a forest. A path that would shorten its own beginning closes a negative cycle, which is seen
at once: the node to be improved has the node it is improved from below it (Tarjan's subtree test). The weakest edges
of the cycle are then taken out and the search goes on from where it stands, so that a hundred cycles cost a hundred
short searches and not a hundred new beginnings.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_FAR: Final = 1 << 100
"""Longer than any path: where the search starts from nodes to which none may lead."""


class Edge(NamedTuple):
    """The constraint `head <= tail + weight`. `claims` state it; `order`: by a relation, not by a date or by nature."""

    tail: int
    head: int
    weight: int
    claims: tuple[str, ...] = ()
    order: bool = False


class Paths(NamedTuple):
    """From node 0. `distance[node]` is `None` where no path leads; `last[node]` is the edge by which the shortest arrives.

    `cycles`: those that are negative, edges in their order; `left`: the edges that remain without them.
    """

    distance: list[int | None]
    last: list[Edge | None]
    cycles: tuple[tuple[Edge, ...], ...]
    left: list[Edge]

    def to(self, node: int) -> list[Edge]:
        """The edges of the shortest path, last edge first."""
        edges = []
        edge = self.last[node]
        while edge is not None:
            edges.append(edge)
            edge = self.last[edge.tail]
        return edges


def shortest(size: int, edges: Iterable[Edge]) -> Paths:
    """Shortest paths from node 0, once the edges of every negative cycle that state an order are taken out.

    The same edges in the same order give the same cycles.
    """
    given = list(edges)
    search = _Search(size, given)
    search.run()
    if not search.cycles:
        return search.paths((), given)
    left = [edge for edge in given if id(edge) not in search.gone]  # what went is still in the distances: once more
    again = _Search(size, left)
    again.run()
    return again.paths(tuple(search.cycles), left)


class _Search:
    def __init__(self, size: int, edges: Iterable[Edge]) -> None:
        self.outgoing: list[list[Edge]] = [[] for _ in range(size)]
        for edge in edges:
            self.outgoing[edge.tail].append(edge)
        self.distance = [0] + [_FAR] * (size - 1)
        self.last: list[Edge | None] = [None] * size
        self.below: list[set[int]] = [set() for _ in range(size)]
        self.cycles: list[tuple[Edge, ...]] = []
        self.gone: set[int] = set()
        self._waiting = deque(range(size))
        self._queued = [True] * size
        self._loose: set[int] = set()

    def run(self) -> None:
        distance, queued, waiting = self.distance, self._queued, self._waiting
        while waiting:
            node = waiting.popleft()
            queued[node] = False
            if node in self._loose:
                continue
            for edge in self.outgoing[node]:
                if distance[node] + edge.weight < distance[edge.head]:
                    self._improve(edge)

    def _improve(self, edge: Edge) -> None:
        if edge.head == edge.tail or (self.below[edge.head] and self._hangs_below(edge.tail, edge.head)):
            self._take_out(self._cycle(edge))
            return
        self._hang(edge.head, edge)
        self.distance[edge.head] = self.distance[edge.tail] + edge.weight
        self._loose.discard(edge.head)
        self._wait(edge.head)

    def _wait(self, node: int) -> None:
        if not self._queued[node]:
            self._queued[node] = True
            self._waiting.append(node)

    def _hangs_below(self, node: int, root: int) -> bool:
        """Whether the path to a node leads through another; if not, what hangs below that one is cut loose.

        What is loose waits until its own distance changes, as it must: so every node is walked through no more often than
        it was hung up.
        """
        found = [root]
        for above in found:
            if node in self.below[above]:
                return True
            found.extend(self.below[above])
        for loose in found[1:]:
            self.last[loose] = None
            self.below[loose].clear()
        self._loose.update(found[1:])
        self.below[root].clear()
        return False

    def _hang(self, node: int, edge: Edge | None) -> None:
        before = self.last[node]
        if before is not None:
            self.below[before.tail].discard(node)
        self.last[node] = edge
        if edge is not None:
            self.below[edge.tail].add(node)

    def _cycle(self, closing: Edge) -> tuple[Edge, ...]:
        edges = [closing]
        while edges[-1].tail != closing.head:
            before = self.last[edges[-1].tail]
            if before is None:
                raise AssertionError  # the tail hangs below the head
            edges.append(before)
        return tuple(reversed(edges))

    def _take_out(self, cycle: tuple[Edge, ...]) -> None:
        """Out go its relations; the dates only where it has none."""
        self.cycles.append(cycle)
        for edge in [edge for edge in cycle if edge.order] or cycle:
            self.gone.add(id(edge))
            self.outgoing[edge.tail] = [other for other in self.outgoing[edge.tail] if other is not edge]
            if self.last[edge.head] is edge:
                self._hang(edge.head, None)
        for loose in sorted(self._loose):  # what they waited for may never come
            self._wait(loose)
        self._loose.clear()

    def paths(self, cycles: tuple[tuple[Edge, ...], ...], left: list[Edge]) -> Paths:
        """A path that began far away leads from nowhere."""
        reached = [None if length > _FAR >> 1 else length for length in self.distance]
        last = [edge if length is not None else None for edge, length in zip(self.last, reached, strict=True)]
        return Paths(reached, last, cycles, left)
