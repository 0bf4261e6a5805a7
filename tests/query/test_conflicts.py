"""Claims that cannot both hold: case by case, and the law that the order in which they came in does not matter."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fold.stories import cases, story
from tests.fold.test_state import stories
from timeline.fold.state import fold
from timeline.model.bounds import Conflict
from timeline.model.filter import Filter
from timeline.model.ledger import Ledger
from timeline.query.conflicts import conflicts, preferable

CASES = cases("query/cases/conflicts.yaml")


def told(one: Conflict) -> list[Any]:
    if one.field == "order":
        return [one.field, *sorted(side.said.claim for side in one.sides)]
    later, earlier = one.sides
    return [one.field, later.value, len(later.origins), earlier.value, len(earlier.origins)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_conflicts(case: dict[str, Any]) -> None:
    assert [told(one) for one in conflicts(story(case))] == case["conflicts"]


def test_both_quotes_and_both_sources() -> None:
    (one,) = conflicts(story(CASES[0]))
    assert [side.said.source for side in one.sides] == ["b", "a"]
    assert [side.claims for side in one.sides] == [("event-2",), ("event-1",)]


def test_a_filter_and_an_event() -> None:
    ledger = story(CASES[0])
    assert not conflicts(ledger, Filter(kinds=("summit",)))
    assert conflicts(ledger, event="event")
    assert preferable(ledger, "event", "event-1") == ("when",)


@settings(deadline=None, max_examples=60)
@given(stories(), st.data())
def test_the_order_of_insertion_does_not_matter(ledger: Ledger, data: st.DataObject) -> None:
    event = ledger.events["event"]
    sources = dict(data.draw(st.permutations(list(ledger.sources.items()))))
    shuffled = event.model_copy(update={"claims": tuple(data.draw(st.permutations(event.claims)))})
    other = ledger.model_copy(update={"sources": sources, "events": {"event": shuffled}})
    assert conflicts(other) == conflicts(ledger)


@settings(deadline=None, max_examples=60)
@given(stories())
def test_disputed_is_in_conflict(ledger: Ledger) -> None:
    """What a list marks as disputed can be looked at side by side."""
    disputed = {dispute.field for dispute in fold(ledger.events["event"], ledger).disputes}
    if not any(claim.judgement is not None for claim in ledger.events["event"].claims):
        assert disputed <= {one.field for one in conflicts(ledger)}
