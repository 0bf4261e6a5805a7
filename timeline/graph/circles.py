"""Circles of actors who meet among themselves, who is at the centre, and the events that join two circles."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from timeline.graph.meetings import acquaintance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.graph.meetings import Meeting

_SEED = 7
"""Any will do: with the same seed the same graph falls into the same circles."""


class Connected(NamedTuple):
    """`met`: how many different actors; `meetings`: at how many events; `between`: the share of the shortest ways between
    two others that lead through this actor, 0 to 1.
    """

    actor: str
    met: int
    meetings: int
    between: float


class Join(NamedTuple):
    """A meeting of two circles (their numbers in `communities`). `only`: no other meeting joins those two."""

    meeting: Meeting
    circles: tuple[int, int]
    only: bool


def connected(found: Sequence[Meeting]) -> list[Connected]:
    """The most connected first."""
    from networkx import betweenness_centrality  # noqa: PLC0415  # loading it costs more than most questions

    graph = acquaintance(found)
    between = betweenness_centrality(graph)
    counts = {actor: sum(actor in meeting.actors for meeting in found) for actor in graph}
    rows = [Connected(actor, graph.degree(actor), counts[actor], round(between[actor], 3)) for actor in graph]
    return sorted(rows, key=lambda row: (-row.met, -row.meetings, -row.between, row.actor))


def communities(found: Sequence[Meeting]) -> list[tuple[str, ...]]:
    """Louvain's circles, the largest first; actors by id."""
    from networkx.algorithms.community import louvain_communities  # noqa: PLC0415  # loading it costs more than most questions

    graph = acquaintance(found)
    if not graph:
        return []
    circles = (tuple(sorted(circle)) for circle in louvain_communities(graph, weight="weight", seed=_SEED))
    return sorted(circles, key=lambda circle: (-len(circle), circle))


def joins(found: Sequence[Meeting]) -> list[Join]:
    """In the order of time; a meeting of three circles joins each two of them."""
    circle_of = {actor: number for number, circle in enumerate(communities(found)) for actor in circle}
    pairs = [
        (meeting, pair)
        for meeting in found
        for pair in combinations(sorted({circle_of[actor] for actor in meeting.actors}), 2)
    ]
    return [Join(meeting, pair, sum(other == pair for _, other in pairs) == 1) for meeting, pair in pairs]
