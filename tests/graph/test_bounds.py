"""Bounds of undated events: cases, and the laws of a temporal network."""

from __future__ import annotations

from itertools import product
from random import Random
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


LINKS = st.builds(
    lambda pair, gap, more: (*pair, gap, None if more is None else gap + more),
    st.sampled_from([(one, other) for one in NAMES for other in NAMES if one < other]),
    st.integers(0, 2),
    st.sampled_from([None, 0, 1]),
)
"""Earlier event, later event, days between them at least and at most."""


@st.composite
def networks(draw: st.DrawFn) -> dict[str, Any]:
    """Five events of one day each; some dated within the small world, `first` and `last` fencing it in."""
    dated = draw(st.dictionaries(st.sampled_from(NAMES), st.integers(0, HORIZON - 1), max_size=2))
    links = draw(st.lists(LINKS, min_size=1, max_size=6))
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
            {"relations": [{"before": later, "gap": f"P{gap}D"} | ({} if most is None else {"within": f"P{most}D"})]}
            for earlier, later, gap, most in network["links"]
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
        and all(
            gap <= placing[later] - placing[earlier] <= (HORIZON if most is None else most)
            for earlier, later, gap, most in network["links"]
        )
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


def inside(narrow: tuple[int | None, int | None], wide: tuple[int | None, int | None]) -> bool:
    """`None` is open."""
    starts = wide[0] is None or (narrow[0] is not None and narrow[0] >= wide[0])
    return starts and (wide[1] is None or (narrow[1] is not None and narrow[1] <= wide[1]))


def ends(found: Bounds, name: str) -> tuple[int | None, int | None]:
    bound = found.by_event.get(name)
    return (None, None) if bound is None else (bound.earliest, bound.latest)


@settings(deadline=None)
@given(networks(), LINKS)
def test_bounds_shrink_when_a_relation_is_added_and_open_when_it_is_withdrawn(
    network: dict[str, Any], link: tuple[str, str, int, int | None]
) -> None:
    """Of relations that can all hold; of others none is used, so that withdrawing one may bring back the rest."""
    without = bounds(states(story(told(network))))
    full = bounds(states(story(told(network | {"links": [*network["links"], link]}))))
    if not full.contradictions:
        assert all(inside(ends(full, name), ends(without, name)) for name in NAMES)


@settings(deadline=None)
@given(networks(), LINKS, st.randoms(use_true_random=False))
def test_the_order_of_insertion_does_not_matter(
    network: dict[str, Any], back: tuple[str, str, int, int | None], dice: Random
) -> None:
    """Also where relations contradict each other: `back` may close a circle."""
    ledger = story(told(network | {"links": [*network["links"], (back[1], back[0], back[2], back[3])]}))
    events = list(ledger.events.values())
    dice.shuffle(events)
    mixed = {event.id: event.model_copy(update={"claims": event.claims[::-1]}) for event in events}
    here, there = bounds(states(ledger)), bounds(states(ledger.model_copy(update={"events": mixed})))
    assert days_of(here) == days_of(there)
    assert here.contradictions == there.contradictions


@settings(deadline=None)
@given(networks(), st.sampled_from(NAMES))
def test_one_event_is_bounded_as_among_all(network: dict[str, Any], name: str) -> None:
    found = states(story(told(network)))
    assert ends(bounds(found, only=name), name) == ends(bounds(found), name)


def test_a_chain_leads_from_the_event_to_a_date() -> None:
    case = next(case for case in BOUNDS if case["name"].startswith("a chain through"))
    bound = bounds(states(story(case))).by_event["b"]
    assert [tuple(link) for link in bound.earliest_chain] == [
        ("b", "a", ("b-1",)),
        ("a", "first", ("a-1",)),
        ("first", "first", ("first-1",)),
    ]
    assert bound.latest_chain[-1] == ("last", "last", ("last-1",))


def test_many_circles_cost_little() -> None:
    """A thousand pairs that contradict each other in one group: each costs a repair, not a new search."""
    events: dict[str, Any] = {"hub": {"claims": [{"when": "2025-10-17"}]}}
    for number in range(1000):
        one, other = f"a{number}", f"b{number}"
        events[one] = {"claims": [{"relations": [{"before": other}, {"after": "hub"}]}]}
        events[other] = {"claims": [{"relations": [{"before": one}, {"after": "hub"}]}]}
    found = bounds(states(story({"events": events})))
    assert len(found.contradictions) == 1000
    assert len(found.by_event) == 2000
