"""Who met whom: meetings, chains in the order of time, circles; as every format."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import networkx as nx
import pytest

from tests.fold.stories import story
from timeline.export.graph_page import page
from timeline.graph.build import build
from timeline.graph.circles import communities, connected, joins
from timeline.graph.formats import write
from timeline.graph.meetings import Meeting, between
from timeline.graph.paths import path
from timeline.query.meetings import Which, meetings


def met(when: str | None, *actors: str, says: str = "occurred", **more: Any) -> dict[str, Any]:
    claim = {"says": says, "actors": {"participant": list(actors)}, **more}
    return {"claims": [claim | ({"when": when} if when else {})]}


LEDGER = story(
    {
        "events": {
            "call": met("2025-10-16", "ann", "bob"),
            "early": met("2025-10-10", "bob", "cleo"),
            "week": met("[2025-10-15..2025-10-21]", "bob", "cleo", says="expected"),
            "dinner": met("2025-10-22", "cleo", "dora"),
            "off": met("2025-10-23", "ann", "dora", says="cancelled"),
            "attack": {"claims": [{"when": "2025-10-24", "actors": {"agent": ["ann"], "patient": ["dora"]}}]},
            "<b>": met(None, "eve", "finn", says="expected"),
        }
    }
)
ALL = meetings(LEDGER, Which())


def events(found: list[Meeting]) -> list[str]:
    return [meeting.event for meeting in found]


def test_what_was_called_off_or_done_to_somebody_is_no_meeting() -> None:
    assert events(ALL) == ["early", "week", "call", "dinner", "<b>"]
    assert events(between(ALL, "ann", "dora")) == []
    assert events(meetings(LEDGER, Which(happened=True))) == ["early", "call", "dinner"]
    assert events(meetings(LEDGER, Which("2025-10-16", "2025-10-16"))) == ["week", "call"]


@pytest.mark.parametrize(
    ("start", "goal", "hops", "surely"),
    [
        ("ann", "dora", ["call", "week", "dinner"], [True, False, True]),
        ("cleo", "ann", ["early", "call"], [True, True]),
        ("dora", "ann", [], []),
        ("ann", "eve", [], []),
    ],
)
def test_paths_respect_time(start: str, goal: str, hops: list[str], surely: list[bool]) -> None:
    found = path(ALL, start, goal)
    assert [hop.meeting.event for hop in found] == hops
    assert [hop.surely for hop in found] == surely


def test_the_most_connected() -> None:
    first = connected(ALL)[0]
    assert (first.actor, first.met, first.meetings) == ("bob", 2, 3)


def test_circles_and_the_events_that_join_them() -> None:
    circles = communities(ALL)
    assert sorted(actor for circle in circles for actor in circle) == ["ann", "bob", "cleo", "dora", "eve", "finn"]
    assert ("eve", "finn") in circles
    assert joins(ALL) == []
    assert communities([]) == []


def test_the_event_that_joins_two_circles() -> None:
    days = (f"2025-10-{day}" for day in range(10, 20))
    within = {f"{who[0]}-{number}": met(next(days), *who) for who in ("abc", "def") for number in range(3)}
    bridge = {"bridge": met(next(days), "c", "d")}
    once = meetings(story({"events": within | bridge}), Which())
    assert communities(once) == [("a", "b", "c"), ("d", "e", "f")]
    assert [(join.meeting.event, join.circles, join.only) for join in joins(once)] == [("bridge", (0, 1), True)]
    twice = meetings(story({"events": within | bridge | {"again": met(next(days), "a", "d")}}), Which())
    assert [(join.meeting.event, join.only) for join in joins(twice)] == [("bridge", False), ("again", False)]


@pytest.mark.parametrize("name", ["gexf", "graphml", "json"])
def test_formats_read_back_and_are_the_same_each_time(name: str) -> None:
    content = write(build(LEDGER), name)
    assert content == write(build(LEDGER), name)
    if name == "json":
        back = nx.node_link_graph(json.loads(content), edges="edges")
    else:
        back = (nx.read_gexf if name == "gexf" else nx.read_graphml)(BytesIO(content))
    assert set(back) == set(build(LEDGER))


def test_the_page_holds_text_as_text() -> None:
    shown = page(build(LEDGER)).decode()
    assert "<b>" not in shown
    assert "&lt;b&gt;" in shown
    assert "<script" not in shown
    assert shown.count("<circle") == 14
