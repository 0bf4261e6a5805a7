"""The part of the graph around one actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from networkx import MultiDiGraph

_STEPS = frozenset({"takes_part", "before", "during", "starts-with", "same-day"})


def neighbourhood(graph: MultiDiGraph, actor: str, depth: int = 1) -> MultiDiGraph:
    """Depth 1: the events an actor takes part in; 2: who else does, and what comes before and after; and so on.

    Steps go from actor to event and from event to event, either way; the claims and sources of the events reached come
    along but lead no further: one long article would join everything to everything. Raises `UnknownIdError`.
    """
    start = f"actor:{actor}"
    if start not in graph:
        raise UnknownIdError(f"no actor has the id {actor!r}")
    reached = {start}
    edge_of_reach = {start}
    for _ in range(depth):
        edge_of_reach = {node for known in edge_of_reach for node in _next(graph, known)} - reached
        reached |= edge_of_reach
    return _part(graph, reached | _evidence(graph, reached))


def around_events(graph: MultiDiGraph, events: Iterable[str]) -> MultiDiGraph:
    """Events with those who take part in them, and their claims and sources: what an answer rests on."""
    nodes = {f"event:{name}" for name in events}
    people = {tail for tail, head, kind in graph.edges(data="type") if kind == "takes_part" and head in nodes}
    return _part(graph, nodes | people | _evidence(graph, nodes))


def _next(graph: MultiDiGraph, node: str) -> set[str]:
    out = {head for _, head, kind in graph.out_edges(node, data="type") if kind in _STEPS}
    return out | {tail for tail, _, kind in graph.in_edges(node, data="type") if kind in _STEPS}


def _evidence(graph: MultiDiGraph, reached: set[str]) -> set[str]:
    claims = {tail for tail, head, kind in graph.edges(data="type") if kind == "about" and head in reached}
    return claims | {head for tail, head, kind in graph.edges(data="type") if kind == "stands_in" and tail in claims}


def _part(graph: MultiDiGraph, kept: set[str]) -> MultiDiGraph:
    """In the order of the whole graph, so that the same question gives the same bytes."""
    part = graph.__class__()
    part.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in kept)
    part.add_edges_from(edge for edge in graph.edges(keys=True, data=True) if edge[0] in kept and edge[1] in kept)
    return part
