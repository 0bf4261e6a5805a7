"""The graph of actors, events, claims and sources: its nodes and edges, the part around an actor, its formats."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from typing import Any, Final

import networkx as nx
import pytest

from tests.fold.stories import story
from timeline.errors import UnknownIdError, UsageError
from timeline.fold.moment import Moment
from timeline.graph.build import build
from timeline.graph.formats import write
from timeline.graph.neighbourhood import neighbourhood

TOLD: Final[dict[str, Any]] = {
    "sources": {"wire": {"published": "2025-10-17", "title": "A wire story"}, "late": "2025-10-22"},
    "actors": {"ann": "Ann Lee", "bob": "Bob", "cleo": "Cleo", "idle": "Idle"},
    "events": {
        "visit": {
            "kind": "visit",
            "claims": [
                {
                    "source": "wire",
                    "when": "2025-10-17",
                    "actors": {"host": ["ann"], "visitor": ["bob"]},
                    "relations": [{"before": "summit", "gap": "P2D"}, {"before": "nobody"}],
                    "said_by": ["cleo", "an official"],
                }
            ],
        },
        "summit": {
            "claims": [
                {"source": "late", "actors": {"participant": ["bob", "unlisted"]}, "relations": [{"after": "visit"}]},
                {"source": "late", "says": "cancelled", "judgement": "rejected"},
            ]
        },
        "aside": {"claims": [{"source": "late", "actors": {"speaker": ["cleo"]}}]},
        "rumour": {"claims": [{"source": "wire", "judgement": "rejected"}]},
    },
}
LEDGER = story(TOLD)


def edges(graph: nx.MultiDiGraph) -> set[tuple[str, str, str]]:
    return {(tail, data["type"], head) for tail, head, data in graph.edges(data=True)}


def test_nodes_are_typed() -> None:
    graph = build(LEDGER)
    assert graph.nodes["actor:ann"] == {"type": "actor", "label": "Ann Lee", "kind": None, "wikidata": None}
    assert graph.nodes["event:visit"]["when"] == "2025-10-17"
    assert graph.nodes["source:wire"]["label"] == "A wire story"
    assert graph.nodes["claim:visit-1"]["counts"] is True
    assert "event:rumour" not in graph
    assert "claim:summit-2" not in graph
    assert graph.nodes["actor:unlisted"]["label"] == "unlisted"


def test_edges_are_typed() -> None:
    assert edges(build(LEDGER)) == {
        ("actor:ann", "takes_part", "event:visit"),
        ("actor:bob", "takes_part", "event:visit"),
        ("actor:bob", "takes_part", "event:summit"),
        ("actor:unlisted", "takes_part", "event:summit"),
        ("actor:cleo", "takes_part", "event:aside"),
        ("claim:visit-1", "about", "event:visit"),
        ("claim:summit-1", "about", "event:summit"),
        ("claim:aside-1", "about", "event:aside"),
        ("claim:visit-1", "stands_in", "source:wire"),
        ("claim:summit-1", "stands_in", "source:late"),
        ("claim:aside-1", "stands_in", "source:late"),
        ("claim:visit-1", "said_by", "actor:cleo"),
        ("event:visit", "before", "event:summit"),
    }


def test_an_after_is_a_before_the_other_way_round() -> None:
    parallel = build(LEDGER).get_edge_data("event:visit", "event:summit")
    assert [(data["claim"], data["gap"]) for data in parallel.values()] == [("visit-1", "P2D"), ("summit-1", None)]


def test_as_of() -> None:
    assert "event:summit" not in build(LEDGER, Moment(as_of="2025-10-17"))


@pytest.mark.parametrize(
    ("actor", "depth", "reached"),
    [
        ("ann", 0, {"actor:ann"}),
        ("ann", 1, {"actor:ann", "event:visit", "claim:visit-1", "source:wire"}),
        ("idle", 3, {"actor:idle"}),
    ],
)
def test_neighbourhood(actor: str, depth: int, reached: set[str]) -> None:
    assert set(neighbourhood(build(LEDGER), actor, depth)) == reached


def test_sources_lead_no_further() -> None:
    """The summit and the aside stand in one article and have nobody in common."""
    found = set(neighbourhood(build(LEDGER), "ann", 9))
    assert {"actor:bob", "event:summit", "actor:unlisted", "source:late"} <= found
    assert "event:aside" not in found


def test_an_unknown_actor() -> None:
    with pytest.raises(UnknownIdError, match="nobody"):
        neighbourhood(build(LEDGER), "nobody")


def test_graphml_reads_back() -> None:
    graph = build(LEDGER)
    back = nx.read_graphml(BytesIO(write(graph, "graphml")))
    assert set(back) == set(graph)
    assert edges(back) == edges(graph)
    assert "wikidata" not in back.nodes["actor:ann"]


def test_node_link_reads_back() -> None:
    graph = build(LEDGER)
    data = json.loads(write(graph, "json"))
    back = nx.node_link_graph(data, edges="edges")
    assert edges(back) == edges(graph)
    assert back.nodes["actor:ann"]["wikidata"] is None


@pytest.mark.parametrize("name", ["graphml", "json"])
def test_same_question_same_bytes(name: str) -> None:
    parts = {write(neighbourhood(build(LEDGER), "ann", 3), name) for _ in range(3)}
    assert len(parts) == 1


def test_an_unknown_format() -> None:
    with pytest.raises(UsageError, match="known: gexf, graphml, json"):
        write(build(story({})), "dot")


def test_questions_load_no_networkx() -> None:
    """Its import costs more than the questions."""
    modules = "timeline.query.listing, timeline.query.upcoming, timeline.query.event, timeline.graph.bounds"
    code = f"import sys, {modules}; print(sorted({{'networkx', 'spacy', 'plotly', 'dateparser'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
