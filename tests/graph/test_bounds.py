"""Bounds of undated events: cases, and the laws of a temporal network."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fold.stories import cases, story
from timeline.edtf.days import iso_day, parse_day
from timeline.fold.state import states
from timeline.graph.bounds import Bounds, bounds
from timeline.graph.order import days, involved

BOUNDS = cases("graph/cases/bounds.yaml")


def days_of(found: Bounds) -> dict[str, list[str | None]]:
    return {
        name: [None if day is None else iso_day(day) for day in (bound.earliest, bound.latest)]
        for name, bound in found.by_event.items()
    }


@pytest.mark.parametrize("case", BOUNDS, ids=lambda case: case["name"])
def test_bounds(case: dict[str, Any]) -> None:
    found = bounds(states(story(case)))
    assert days_of(found) == case["bounds"]
    assert sorted(sorted(circle.claims) for circle in found.contradictions) == case.get("impossible", [])
    for name, claims in case.get("because", {}).items():
        assert list(found.by_event[name].because) == claims
    for name, events in case.get("set_by", {}).items():
        assert list(found.by_event[name].set_by) == events


@pytest.mark.parametrize(
    ("gap", "length"), [(None, 0), ("P3D", 3), ("P2W", 14), ("P1W2D", 9), ("PT3H", 0), ("soon", 0)]
)
def test_gaps(gap: str | None, length: int) -> None:
    assert days(gap) == length


def test_involved() -> None:
    ledger = story(BOUNDS[0] | {"events": BOUNDS[0]["events"] | {"alone": {"claims": [{"when": "2025-10-17"}]}}})
    assert involved(ledger) == {"talks", "visit", "summit"}


NAMES = "abcde"
FIRST = parse_day("2025-10-01")
HORIZON = 4
"""Days in the small world where every placing of the events is tried."""


@st.composite
def networks(draw: st.DrawFn) -> dict[str, Any]:
    """Five events of one day each; some dated within the small world, `first` and `last` fencing it in."""
    dated = draw(st.dictionaries(st.sampled_from(NAMES), st.integers(0, HORIZON - 1), max_size=2))
    links = draw(
        st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(0, 2)).filter(
                lambda link: link[0] < link[1]
            ),
            min_size=1,
            max_size=6,
        )
    )
    return {"dated": dated, "links": links}


def told(network: dict[str, Any]) -> dict[str, Any]:
    """As a story, with every event fenced into the small world."""
    events: dict[str, Any] = {
        "first": {"claims": [{"when": iso_day(FIRST)}]},
        "last": {"claims": [{"when": iso_day(FIRST + HORIZON - 1)}]},
    }
    for name in NAMES:
        claims: list[Any] = [{"relations": [{"after": "first"}, {"before": "last"}]}]
        if name in network["dated"]:
            claims.append({"when": iso_day(FIRST + network["dated"][name])})
        claims += [
            {"relations": [{"before": later, "gap": f"P{gap}D"}]}
            for earlier, later, gap in network["links"]
            if earlier == name
        ]
        events[name] = {"claims": claims}
    return {"events": events}


def placings(network: dict[str, Any]) -> list[dict[str, int]]:
    """Every way to put the events on days that the network allows."""
    every = (dict(zip(NAMES, placing, strict=True)) for placing in product(range(HORIZON), repeat=len(NAMES)))
    return [
        placing
        for placing in every
        if all(placing[name] == day for name, day in network["dated"].items())
        and all(placing[later] - placing[earlier] >= gap for earlier, later, gap in network["links"])
    ]


@settings(deadline=None)
@given(networks())
def test_bounds_are_what_trying_every_day_gives(network: dict[str, Any]) -> None:
    possible = placings(network)
    found = bounds(states(story(told(network))))
    assert bool(possible) == (not found.contradictions)
    if possible:
        for name in set(NAMES) - network["dated"].keys():
            tried = [placing[name] for placing in possible]
            bound = found.by_event[name]
            assert (bound.earliest, bound.latest) == (FIRST + min(tried), FIRST + max(tried))


@settings(deadline=None)
@given(networks(), st.integers(0, 5))
def test_bounds_only_open_when_a_relation_is_withdrawn(network: dict[str, Any], which: int) -> None:
    full = bounds(states(story(told(network))))
    links = [link for place, link in enumerate(network["links"]) if place != which]
    fewer = bounds(states(story(told(network | {"links": links}))))
    if not full.contradictions:
        for name, bound in full.by_event.items():
            before, after = fewer.by_event[name], bound
            assert before.earliest is not None
            assert before.latest is not None
            assert after.earliest is not None
            assert after.latest is not None
            assert before.earliest <= after.earliest
            assert before.latest >= after.latest
