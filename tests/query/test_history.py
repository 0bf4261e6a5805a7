"""What had been known before: each remembered moment is what the question of that day would have answered."""

from __future__ import annotations

from tests.fold.stories import cases, story
from timeline.fold.moment import Moment
from timeline.model.view import EventRow, MomentRow
from timeline.query.listing import listing

OCTOBER = story(cases("query/cases/october.yaml")[0])
SHARED = tuple(name for name in MomentRow.model_fields if name != "since")


def known(row: EventRow | MomentRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in SHARED}


def test_history_is_what_was_answered_on_each_day() -> None:
    asked = 0
    for row in listing(OCTOBER, today="2025-10-25", history=True).rows:
        for moment in row.history:
            if moment.since is None:
                continue
            then = listing(OCTOBER, moment=Moment(as_of=moment.since), today="2025-10-25")
            assert [known(one) for one in then.rows if one.id == row.id] == [known(moment)]
            asked += 1
    assert asked


def test_the_present_has_been_so_since_a_day() -> None:
    since = [row for row in listing(OCTOBER, today="2025-10-25", history=True).rows if row.since]
    assert since
    for row in since:
        then = listing(OCTOBER, moment=Moment(as_of=row.since), today="2025-10-25")
        assert [known(one) for one in then.rows if one.id == row.id] == [known(row)]


def test_who_does_not_ask_does_not_pay() -> None:
    assert all(row.since is None and not row.history for row in listing(OCTOBER, today="2025-10-25").rows)
