"""The story that the project ships is sound, shows every feature, and is its own proof: each quote stands in its text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from timeline.check.run import check
from timeline.edtf.parse import parse
from timeline.edtf.value import Form
from timeline.fold.moment import Moment
from timeline.fold.origin import origin
from timeline.fold.publication import published_on
from timeline.fold.speakers import unnamed_alone
from timeline.fold.state import EventState, states
from timeline.model.news import Topic
from timeline.model.verification import Standing
from timeline.model.vocabulary import Occurrence, Role, Stance
from timeline.query.bounds import event_bounds
from timeline.query.conflicts import conflicts
from timeline.query.log import log
from timeline.query.overdue import overdue
from timeline.query.verify import against_kept, against_later
from timeline.store.opening import open_store

STORE = open_store(Path(__file__).parent.parent / "data" / "events.yaml")
LEDGER = STORE.load()
STATES = states(LEDGER)


def test_it_reads_and_checks_clean() -> None:
    assert STORE.diagnose()[1] == ()
    found = check(LEDGER, today="2025-10-27", read_text=STORE.read_text)
    assert {finding.code for finding in found} <= {"I417"}, "an event without a date is part of the story"


def test_quotes_stand_where_they_say() -> None:
    for event in LEDGER.events.values():
        for claim in event.claims:
            if claim.at is not None:
                text = STORE.read_text(LEDGER.sources[claim.source].text or "")
                assert text[slice(*claim.at)] == claim.quote


SHOWN: dict[str, Callable[[EventState], bool]] = {
    "a window": lambda s: s.when is not None and parse(s.when).form is Form.WINDOW,
    "an undated event": lambda s: s.when is None,
    "a cancelled event": lambda s: s.occurrence is Occurrence.CANCELLED,
    "what did not take place": lambda s: s.occurrence is Occurrence.DID_NOT_OCCUR,
    "a dispute": lambda s: s.disputed,
    "a suggestion": lambda s: s.stance is Stance.SUGGESTED,
    "an unnamed official": lambda s: any("official" in who for claim in s.event.claims for who in claim.said_by),
    "an order": lambda s: any(claim.relations for claim in s.event.claims),
    "a time of day": lambda s: s.when is not None and "T" in s.when,
    "a participant denied": lambda s: any(claim.absent for claim in s.event.claims),
    "a reading that the desk picked": lambda s: any(claim.preferred for claim in s.event.claims),
    "what was put off to another date": lambda s: s.occurrence is Occurrence.POSTPONED and s.rescheduled,
    "unnamed sources alone": lambda s: unnamed_alone(s.event.claims, LEDGER),
    "an outcome that was typed": lambda s: s.occurrence is Occurrence.OCCURRED and s.event.claims[-1].judgement is None,
}


@pytest.mark.parametrize("feature", SHOWN)
def test_it_shows(feature: str) -> None:
    assert any(SHOWN[feature](state) for state in STATES.values())


def test_one_quote_was_changed_after_it_was_published() -> None:
    checks = [check for source in LEDGER.sources.values() for check in against_kept(LEDGER, source, STORE.read_text)]
    assert {one.standing for one in checks} == {Standing.INTACT, Standing.UNCHECKED}
    later = [check for source in LEDGER.sources.values() for check in against_later(LEDGER, source, STORE.read_text)]
    assert [(one.source, one.found) for one in later if one.fails] == [
        ("courier-after-2025-10-18", "The visit ended without a decision on long-range missiles")
    ]


def test_three_outlets_print_one_wire_story() -> None:
    printed = {one.id for one in LEDGER.sources.values() if origin(one.id, LEDGER) == "northern wire"}
    assert {LEDGER.sources[name].outlet for name in printed} == {
        "Northern Wire",
        "The Island Gazette",
        "Valley Tribune",
    }
    (found,) = (one for one in conflicts(LEDGER) if one.events == ("nineteenth-package",))
    assert sorted((len(side.claims), side.origins) for side in found.sides) == [
        (1, ("le courrier du fleuve",)),
        (3, ("northern wire",)),
    ]


def test_the_vote_waits_for_the_summit_and_the_summit_for_the_talks() -> None:
    bounds = {
        day: event_bounds(LEDGER, "senate-sanctions-vote", Moment(as_of=day)).earliest
        for day in ("2025-10-20", "2025-10-21", "2025-10-22")
    }
    assert bounds == {"2025-10-20": "2025-10-20", "2025-10-21": "2025-10-16", "2025-10-22": None}


def test_every_change_of_the_log_begins_where_the_last_one_ended() -> None:
    last: dict[tuple[str | None, Topic, Role | None], str | None] = {}
    for row in log(LEDGER):
        what = (row.event, row.topic, row.role)
        assert row.before == last.get(what)
        last[what] = row.after


def test_two_plans_are_overdue_on_the_monday_after() -> None:
    assert [row.event for row in overdue(LEDGER, today="2025-10-27").rows] == [
        "desk-budapest-accreditation",
        "dmitriev-witkoff-miami",
    ]


def test_nothing_was_recorded_before_it_was_published() -> None:
    for event in LEDGER.events.values():
        for claim in event.claims:
            published = published_on(claim, LEDGER)
            assert claim.recorded is not None
            assert published is not None
            assert published[:10] <= claim.recorded[:10]


def test_public_names_are_what_they_seem() -> None:
    assert all(hasattr(timeline, name) for name in timeline.__all__)
    assert dir(timeline) == sorted(timeline.__all__)
