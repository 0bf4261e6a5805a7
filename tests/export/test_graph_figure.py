"""Who takes part in what, as a figure for notebooks."""

from __future__ import annotations

import json
import math
import re
import time

import timeline
from tests.export.sample_views import STORY, hostile
from timeline.export.drawing.network import MOST, network, spots
from timeline.export.marks import MARKS, key_of
from timeline.model.view import ActorRow, View
from timeline.model.vocabulary import Role


def crowd(events: int) -> View:
    rows = tuple(
        STORY.rows[0].model_copy(
            update={
                "id": f"e{number}",
                "actors": tuple(
                    ActorRow(id=f"a{one}", name=f"Actor {one}", role=Role.PARTICIPANT)
                    for one in {number % 300, number % 7, number % 11}
                ),
            }
        )
        for number in range(events)
    )
    return View(today="2025-10-18", rows=rows)


def test_actors_and_events_are_joined_as_the_view_says() -> None:
    found = network(STORY)
    events = {node.row for node in found.nodes if node.row is not None}
    assert events == {position for position, row in enumerate(STORY.rows) if row.actors}
    assert len(found.joints) == sum(len({actor.id for actor in row.actors}) for row in STORY.rows)


def test_an_event_looks_as_it_does_everywhere() -> None:
    drawn = timeline.graph_figure(STORY).to_plotly_json()["data"]
    looks = {row: trace["marker"]["symbol"] for trace in drawn for row in trace.get("customdata", ())}
    assert looks == {row: MARKS[key_of(STORY.rows[row])].symbol for row in looks}


def test_what_is_joined_stands_nearer_than_what_is_not() -> None:
    found = network(STORY)
    placed = spots(found)
    near = [math.dist(placed[one], placed[other]) for one, other in found.joints]
    every = [math.dist(one, other) for place, one in enumerate(placed) for other in placed[place + 1 :]]
    assert sum(near) / len(near) < sum(every) / len(every)
    assert min(every) > 0.05


def test_a_crowd_becomes_the_best_connected_actors() -> None:
    found = network(crowd(2000))
    assert len(found.nodes) == MOST
    assert found.left_out == 300 - MOST
    assert all(node.row is None for node in found.nodes)
    begun = time.process_time()
    assert timeline.graph_figure(crowd(2000)).data
    assert time.process_time() - begun < 20


def test_no_text_is_markup() -> None:
    drawn = json.dumps(timeline.graph_figure(hostile()).to_plotly_json())
    assert not re.search(r"<[a-zA-Z/!]", drawn)


def test_nobody_at_all() -> None:
    assert list(timeline.graph_figure(View(today="2025-10-18")).data) == []


def test_lanes_by_their_name() -> None:
    assert timeline.figure(STORY, lanes="place").to_plotly_json() == timeline.figure(STORY, "place").to_plotly_json()
