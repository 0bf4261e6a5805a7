"""The fold, case by case, and the laws that hold for every ledger."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fold.stories import cases, story
from timeline.fold.moment import Moment
from timeline.fold.state import EventState, fold, states
from timeline.model.ledger import Ledger
from timeline.model.vocabulary import Occurrence

STATES = cases("fold/cases/states.yaml")


def shown(state: EventState) -> dict[str, Any]:
    """Everything that a case may name."""
    return {
        "when": state.when,
        "occurrence": state.occurrence.value,
        "place": state.place,
        "actors": {role.value: list(actors) for role, actors in state.participants},
        "stance": state.stance.value,
        "known": [claim.id for claim in state.known],
        "counting": [claim.id for claim in state.counting],
        "given_by": state.given_by,
        "previous_when": list(state.previous_when),
        "disputes": [list(dispute) for dispute in state.disputes],
        "disputed": state.disputed,
        "rescheduled": state.rescheduled,
        "slot_given_up": state.slot_given_up,
        "changes": state.changes,
        "exists": state.exists,
        "listed": state.listed,
    }


@pytest.mark.parametrize("case", STATES, ids=lambda case: case["name"])
def test_state(case: dict[str, Any]) -> None:
    ledger = story(case)
    state = fold(ledger.events["event"], ledger, Moment(case.get("as_of"), case.get("known_at")))
    found = shown(state)
    assert {key: found[key] for key in case["expect"]} == case["expect"]


DATES = st.sampled_from(
    ["2025-10-20", "2025-10-21", "[2025-10-20..2025-10-26]", "2025-10", "2025-10-20/2025-10-22", "2025-10-20T18:30",
     "[2025-11-01..]", "2025-10-21~", None]
)  # fmt: skip
PUBLISHED = st.sampled_from(["2025-10-16", "2025-10-16T09:00", "2025-10-17", "2025-10-17T23:30+02:00", None])
ACTORS = st.dictionaries(
    st.sampled_from(["participant", "host", "visitor"]),
    st.lists(st.sampled_from(["ann", "bob", "cleo"]), min_size=1, unique=True),
)


@st.composite
def stories(draw: st.DrawFn) -> Ledger:
    sources = {
        name: {"published": draw(PUBLISHED), "outlet": draw(st.sampled_from(["Left", "Right"]))} for name in "abcd"
    }
    claims = [
        {
            "source": draw(st.sampled_from(["a", "b", "c", "d", "desk"])),
            "says": draw(st.sampled_from([*Occurrence, None])),
            "place": draw(st.sampled_from(["Budapest", "Paris", None])),
            "actors": draw(ACTORS),
            "at": draw(st.sampled_from([None, (0, 5), (10, 20)])),
            "on": draw(st.sampled_from([None, "2025-10-18"])),
            "judgement": draw(st.sampled_from([None, "suggested", "accepted", "rejected"])),
        }
        | ({"when": edtf} if (edtf := draw(DATES)) else {})
        for _ in range(draw(st.integers(0, 6)))
    ]
    return story({"sources": sources, "claims": claims})


@settings(deadline=None)
@given(ledger=stories(), data=st.data())
def test_the_order_of_insertion_does_not_matter(ledger: Ledger, data: st.DataObject) -> None:
    event = ledger.events["event"]
    shuffled = event.model_copy(update={"claims": tuple(data.draw(st.permutations(event.claims)))})
    assert shown(fold(shuffled, ledger)) == shown(fold(event, ledger))


@settings(deadline=None)
@given(stories())
def test_as_of_the_end_is_now(ledger: Ledger) -> None:
    assert states(ledger, Moment(as_of="9999-12-31")) == states(ledger)


@settings(deadline=None)
@given(stories(), st.sampled_from(["2025-10-15", "2025-10-16", "2025-10-17", "2025-10-18"]))
def test_as_of_equals_a_ledger_without_the_later_claims(ledger: Ledger, day: str) -> None:
    """What was said later leaves no trace."""
    then = fold(ledger.events["event"], ledger, Moment(as_of=day))
    earlier = ledger.events["event"].model_copy(update={"claims": then.known})
    assert shown(fold(earlier, ledger)) | {"exists": None, "listed": None, "stance": None} == shown(then) | {
        "exists": None, "listed": None, "stance": None,
    }  # fmt: skip


@settings(deadline=None)
@given(stories())
def test_the_log_ends_with_the_state(ledger: Ledger) -> None:
    state = fold(ledger.events["event"], ledger)
    last = {(step.field, step.role): step.value for step in state.log}
    assert last.get(("when", None)) == state.when
    assert last.get(("occurrence", None), "unknown") == state.occurrence
    assert last.get(("place", None)) == state.place
    assert state.changes <= len(state.log)
    assert set(state.given_by.values()) <= {claim.id for claim in state.counting}


def test_log() -> None:
    ledger = story(next(case for case in STATES if case["name"] == "postponed to a day"))
    log = fold(ledger.events["event"], ledger).log
    assert [tuple(step) for step in log] == [
        ("when", "2025-10-22", None, "event-1", None),
        ("occurrence", "expected", None, "event-1", None),
        ("when", "2025-11-05", "2025-10-22", "event-2", None),
        ("occurrence", "postponed", "expected", "event-2", None),
    ]
