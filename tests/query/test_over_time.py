"""Log, diff, digest and what is overdue: laws that hold for every story, and a year of one."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.query.year import DAYS, FIRST, ledger, reports
from timeline.fold.moment import NOW, Moment
from timeline.fold.seen import as_seen, mark
from timeline.fold.state import states
from timeline.model.ledger import Ledger, Preference
from timeline.model.news import Topic
from timeline.model.vocabulary import Role
from timeline.query.diff import diff
from timeline.query.digest import digest_since, digest_unseen
from timeline.query.log import log
from timeline.query.overdue import overdue
from timeline.query.story import Story

YEAR: Final = reports(5_000)
DAY_BY_DAY: Final = ledger(YEAR, at_once=False)
AT_ONCE: Final = ledger(YEAR, at_once=True)
END: Final = (FIRST + timedelta(days=DAYS + 90)).isoformat()
LOOKS: Final = [(FIRST + timedelta(days=number)).isoformat() for number in (20, 60, 123, 200, 301, 364)]

small = st.integers(0, 10_000).map(lambda seed: ledger(reports(25, seed), at_once=False))
days = st.integers(0, DAYS + 60).map(lambda number: (FIRST + timedelta(days=number)).isoformat())


def test_the_year_is_as_large_as_it_says() -> None:
    assert sum(len(event.claims) for event in DAY_BY_DAY.events.values()) == 5_000
    assert list(DAY_BY_DAY.events) != list(AT_ONCE.events)


@pytest.mark.parametrize("day", LOOKS)
def test_a_digest_by_publication_is_the_same_whenever_the_claims_were_recorded(day: str) -> None:
    told = digest_since(DAY_BY_DAY, day, today=END)
    assert told == digest_since(AT_ONCE, day, today=END)
    assert {row.topic for row in told.rows} >= {Topic.STATUS, Topic.OVERDUE, Topic.SOURCE}


@pytest.mark.parametrize("day", LOOKS[1:])
def test_the_digest_of_a_day_can_be_had_later(day: str) -> None:
    """Asked on the evening of the day, with what there was, and asked of the whole year as of that day."""
    so_far = ledger([report for report in YEAR if report.day.isoformat() <= day], at_once=False)
    week_before = (FIRST + timedelta(days=LOOKS.index(day))).isoformat()
    then = digest_since(so_far, week_before, today=day, moment=Moment(as_of=day))
    assert then == digest_since(AT_ONCE, week_before, today=day, moment=Moment(as_of=day))


def test_digests_of_days_add_up_to_the_log() -> None:
    """Every status that changed for good between two looks is news of one of the weeks between them."""
    changed = {row.event for row in digest_since(AT_ONCE, LOOKS[1], today=END).about(Topic.STATUS)}
    logged = {row.event for row in log(AT_ONCE, topics=[Topic.STATUS], since=LOOKS[1])}
    assert changed <= logged


def shuffled(told: Ledger, data: st.DataObject) -> Ledger:
    """The same claims in another order of sources, events and claims."""
    return told.model_copy(
        update={
            "sources": dict(data.draw(st.permutations(list(told.sources.items())))),
            "events": {
                name: event.model_copy(update={"claims": tuple(data.draw(st.permutations(event.claims)))})
                for name, event in data.draw(st.permutations(list(told.events.items())))
            },
        }
    )


@settings(deadline=None, max_examples=20)
@given(told=small, day=days, data=st.data())
def test_the_order_of_insertion_does_not_matter(told: Ledger, day: str, data: st.DataObject) -> None:
    other = shuffled(told, data)
    assert log(other) == log(told)
    assert digest_since(other, day, today=END) == digest_since(told, day, today=END)
    assert diff(other, Moment(as_of=day), NOW) == diff(told, Moment(as_of=day), NOW)
    assert overdue(other, today=day) == overdue(told, today=day)


@settings(deadline=None, max_examples=20)
@given(told=small, data=st.data())
def test_every_change_begins_where_the_last_one_ended(told: Ledger, data: st.DataObject) -> None:
    """Whatever readings the desk picked, and whenever."""
    events = {}
    for name, event in told.events.items():
        at = data.draw(days)
        about = data.draw(st.sampled_from([("actors",), ("when",), ("occurrence", "place")]))
        number = data.draw(st.integers(0, len(event.claims) - 1))
        picked = event.claims[number].model_copy(update={"preferred": Preference(about=about, who="desk", at=at)})
        events[name] = event.model_copy(
            update={"claims": (*event.claims[:number], picked, *event.claims[number + 1 :])}
        )
    last: dict[tuple[str | None, Topic, Role | None], str | None] = {}
    for row in log(told.model_copy(update={"events": events})):
        assert row.before == last.get((row.event, row.topic, row.role))
        last[row.event, row.topic, row.role] = row.after


@settings(deadline=None, max_examples=20)
@given(told=small)
def test_as_of_the_end_is_now(told: Ledger) -> None:
    end = Moment(as_of="9999-12-31", known_at="9999-12-31")
    assert states(told, end) == states(told)
    assert log(told, moment=end) == log(told)
    assert overdue(told, moment=end, today=END) == overdue(told, today=END)
    assert diff(told, end, NOW) == ()


@settings(deadline=None, max_examples=20)
@given(told=small, first=days, second=days)
def test_a_difference_is_none_exactly_when_nothing_differs(told: Ledger, first: str, second: str) -> None:
    earlier, later = sorted((Moment(as_of=first), Moment(as_of=second)))
    found = diff(told, earlier, later)
    then, now = Story(told, earlier), Story(told, later)
    for name in told.events:
        was, state = then.state(name), now.state(name)
        facts = [(one.listed, one.when, one.occurrence) for one in (was, state) if one.listed]
        told_of = {row.topic for row in found if row.event == name}
        assert (Topic.NEW in told_of) == (state.listed and not was.listed)
        if len(facts) == 2:
            assert (Topic.DATE in told_of) == (was.when != state.when)
            assert (Topic.STATUS in told_of) == (was.occurrence is not state.occurrence)
    assert diff(told, later, later) == ()


@settings(deadline=None, max_examples=20)
@given(told=small, number=st.integers(0, DAYS))
def test_what_was_seen_and_what_is_new_make_the_whole(told: Ledger, number: int) -> None:
    """By recording: an event is new, or was seen; a second look finds nothing."""
    evening = f"{FIRST + timedelta(days=number)}T22:00:00+01:00"
    day = (FIRST + timedelta(days=number)).isoformat()
    so_far = as_seen(told, mark(ledger([], at_once=False), evening, day)).ledger
    seen = mark(so_far, evening, day)
    news = digest_unseen(told, seen, today=END)
    listed = {state.event.id for state in Story(told).states()}
    assert {row.event for row in news.about(Topic.NEW)} == listed - {state.event.id for state in Story(so_far).states()}
    assert not digest_unseen(told, mark(told, evening, END), today=END).rows
