"""Shortest paths with negative weights (Bellman-Ford with a queue), on plain integers and lists.

The paths found so far form a forest. A path that would shorten its own beginning closes a negative cycle, which is seen
at once: the node to be improved has the node it is improved from below it (Tarjan's subtree test). The relations of the
cycle are then taken out, what they led to is forgotten, and the search goes on from where it stands: a thousand cycles
cost a thousand small repairs and not a thousand new beginnings.
"""

from __future__ import annotations

from collections import deque
from functools import cached_property
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
    reached = [None if length > _FAR >> 1 else length for length in search.distance]  # else it began far away
    last = [edge if length is not None else None for edge, length in zip(search.last, reached, strict=True)]
    left = [edge for edge in given if id(edge) not in search.gone] if search.gone else given
    return Paths(reached, last, tuple(search.cycles), left)


class _Search:
    """Every node also begins a path of its own, far away, so that cycles are seen to which no path leads."""

    def __init__(self, size: int, edges: list[Edge]) -> None:
        self.edges = edges
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

    @cached_property
    def _incoming(self) -> list[list[Edge]]:
        """Only a cycle asks for them."""
        incoming: list[list[Edge]] = [[] for _ in self.last]
        for edge in self.edges:
            incoming[edge.head].append(edge)
        return incoming

    def run(self) -> None:
        distance, queued, waiting = self.distance, self._queued, self._waiting
        while waiting:
            node = waiting.popleft()
            queued[node] = False
            if node in self._loose:
                continue
            for edge in self.outgoing[node]:
                if distance[node] + edge.weight < distance[edge.head] and not self._improve(edge):
                    self._wait(node)
                    break  # the cycle took edges out of the list that is being read

    def _improve(self, edge: Edge) -> bool:
        """Whether the edge leads to its head by a shorter path; if it closes a cycle, that one is taken out."""
        if edge.head in {edge.tail, 0} or (self.below[edge.head] and self._hangs_below(edge.tail, edge.head)):
            self._take_out(self._cycle(edge))
            return False
        self._hang(edge.head, edge)
        self.distance[edge.head] = self.distance[edge.tail] + edge.weight
        self._loose.discard(edge.head)
        self._wait(edge.head)
        return True

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
        self._cut(found[1:])
        self._loose.update(found[1:])
        self.below[root].clear()
        return False

    def _cut(self, nodes: Iterable[int]) -> None:
        for node in nodes:
            self.last[node] = None
            self.below[node].clear()

    def _hang(self, node: int, edge: Edge | None) -> None:
        before = self.last[node]
        if before is not None:
            self.below[before.tail].discard(node)
        self.last[node] = edge
        if edge is not None:
            self.below[edge.tail].add(node)

    def _cycle(self, closing: Edge) -> tuple[Edge, ...]:
        """What shortens the way to the origin closes a cycle too: every path that is not far away begins there."""
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
        lost = set(self._loose)
        for edge in [edge for edge in cycle if edge.order] or cycle:
            self.gone.add(id(edge))
            self.outgoing[edge.tail] = [other for other in self.outgoing[edge.tail] if other is not edge]
            if self.last[edge.head] is edge:
                self._hang(edge.head, None)
                lost.update(self._under(edge.head))
        self._forget(lost)

    def _under(self, root: int) -> list[int]:
        found = [root]
        for above in found:
            found.extend(self.below[above])
        return found

    def _forget(self, lost: set[int]) -> None:
        """Nodes whose paths led over an edge that is gone, or may have: they are reached anew from those around them."""
        lost.discard(0)
        for node in lost:
            self._hang(node, None)
        self._cut(lost)
        for node in sorted(lost):
            self.distance[node] = _FAR
            self._wait(node)
            for edge in self._incoming[node]:
                if edge.tail not in lost:
                    self._wait(edge.tail)
        self._loose.clear()
