"""Questions and their answers: which events, in which order, and what the answer says it leaves out."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fold.stories import cases, story
from timeline.fold.moment import Moment
from timeline.model.filter import Filter
from timeline.model.view import View
from timeline.query.listing import listing
from timeline.query.search import search
from timeline.query.upcoming import upcoming

OCTOBER = story(cases("query/cases/october.yaml")[0])


def asked(case: dict[str, Any]) -> View:
    wanted = Filter.model_validate(case.get("filter", {}))
    moment = Moment(as_of=case.get("as_of"))
    today = case.get("today", "2025-10-17")
    if case["ask"] == "upcoming":
        return upcoming(OCTOBER, wanted, moment, today=today, days=case.get("days"))
    if case["ask"] == "search":
        return search(OCTOBER, case["query"], wanted, moment, today=today)
    return listing(OCTOBER, wanted, moment, today=today)


@pytest.mark.parametrize("case", cases("query/cases/questions.yaml"), ids=lambda case: case["name"])
def test_answer(case: dict[str, Any]) -> None:
    view = asked(case)
    assert [row.id for row in view.rows] == case["ids"]
    if "notes" in case:
        assert len(view.notes) == len(case["notes"]), view.notes
        for words in case["notes"]:
            assert any(words in note for note in view.notes), view.notes


def test_a_view_says_when_it_was_asked() -> None:
    view = listing(OCTOBER, moment=Moment(as_of="2025-10-19"), today="2025-10-20", timezone="UTC")
    assert (view.today, view.as_of, view.timezone) == ("2025-10-20", "2025-10-19", "UTC")
    assert upcoming(OCTOBER, today="2025-10-20").timezone == "Europe/Paris"
