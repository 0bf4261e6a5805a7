"""Actors and events as points: who is joined to what, and where they stand.

The layout (stress majorisation: every pair wants to be as far apart as there are steps between them) is in plain
Python, because the package does without numpy; it starts from a circle, so that the same view gives the same picture.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from timeline.export.plain_text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.view import EventRow, View

MOST: Final = 150
"""With more actors and events than this, events become the lines between the actors that they bring together."""

_ROUNDS: Final = 50
_APART: Final = 2.0
"""Steps between what is not joined at all, beyond the longest way that there is."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """`row`: position in the view, or `None` for an actor. `weight`: how many joints it has."""

    name: str
    row: int | None
    weight: int


@dataclass(frozen=True, slots=True)
class Network:
    """`joints`: pairs of positions in `nodes`, each once, with how often. `left_out`: actors with too few joints."""

    nodes: tuple[Node, ...]
    joints: dict[tuple[int, int], int]
    left_out: int = 0


def network(view: View) -> Network:
    """Actors and events; beyond `MOST`, only actors, the best connected of them, joined by the events they share."""
    names = {actor.id: one_line(actor.name) or actor.id for row in view.rows for actor in row.actors}
    taking_part = [position for position, row in enumerate(view.rows) if row.actors]
    if len(names) + len(taking_part) <= MOST:
        return _of_events(view, names, taking_part)
    return _of_actors(view, names)


def _casts(row: EventRow) -> list[str]:
    return list(dict.fromkeys(actor.id for actor in row.actors))


def _of_events(view: View, names: dict[str, str], taking_part: list[int]) -> Network:
    places = {actor: place for place, actor in enumerate(names)}
    joints = {
        (places[actor], len(places) + order): 1
        for order, position in enumerate(taking_part)
        for actor in _casts(view.rows[position])
    }
    degrees = _degrees(joints, len(places) + len(taking_part))
    nodes = [Node(name, None, degrees[place]) for place, name in enumerate(names.values())]
    nodes += [
        Node(one_line(view.rows[position].title), position, degrees[len(places) + order])
        for order, position in enumerate(taking_part)
    ]
    return Network(tuple(nodes), joints)


def _of_actors(view: View, names: dict[str, str]) -> Network:
    shared: dict[tuple[str, str], int] = {}
    for row in view.rows:
        for one, other in combinations(sorted(_casts(row)), 2):
            shared[one, other] = shared.get((one, other), 0) + 1
    meetings = dict.fromkeys(names, 0)
    for pair, times in shared.items():
        for actor in pair:
            meetings[actor] += times
    kept = sorted(names, key=lambda actor: -meetings[actor])[:MOST]
    places = {actor: place for place, actor in enumerate(kept)}
    joints = {(places[a], places[b]): times for (a, b), times in shared.items() if a in places and b in places}
    nodes = tuple(Node(names[actor], None, meetings[actor]) for actor in kept)
    return Network(nodes, joints, len(names) - len(kept))


def _degrees(joints: dict[tuple[int, int], int], count: int) -> list[int]:
    found = [0] * count
    for pair, times in joints.items():
        for place in pair:
            found[place] += times
    return found


def spots(found: Network) -> list[Spot]:
    """Where each node stands, about the middle of the picture."""
    count = len(found.nodes)
    steps = _steps(found)
    turn = 2 * math.pi / max(count, 1)
    placed = [(count * math.cos(place * turn) / 6, count * math.sin(place * turn) / 6) for place in range(count)]
    for _ in range(_ROUNDS):
        placed = [_pulled(place, placed, steps[place]) for place in range(count)]
    return placed


def _pulled(place: int, placed: Sequence[Spot], steps: Sequence[float]) -> Spot:
    """Where the others, each by its distance, would have a node stand."""
    here_x, here_y = placed[place]
    sum_x = sum_y = weights = 0.0
    for other, wanted in enumerate(steps):
        if other == place:
            continue
        there_x, there_y = placed[other]
        x, y = here_x - there_x, here_y - there_y
        ratio = wanted / (math.sqrt(x * x + y * y) or 1e-9)
        weight = 1 / (wanted * wanted)
        sum_x += weight * (there_x + x * ratio)
        sum_y += weight * (there_y + y * ratio)
        weights += weight
    return (sum_x / weights, sum_y / weights) if weights else (0.0, 0.0)


def _steps(found: Network) -> list[list[float]]:
    beside: list[list[int]] = [[] for _ in found.nodes]
    for one, other in found.joints:
        beside[one].append(other)
        beside[other].append(one)
    walks = [_walk(place, beside) for place in range(len(beside))]
    far = max((max(walk.values()) for walk in walks), default=0) + _APART
    return [[walk.get(place, far) for place in range(len(beside))] for walk in walks]


def _walk(start: int, beside: list[list[int]]) -> dict[int, float]:
    reached = {start: 0.0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in beside[here]:
            if there not in reached:
                reached[there] = reached[here] + 1
                waiting.append(there)
    return reached
