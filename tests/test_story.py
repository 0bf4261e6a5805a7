"""The story that the project ships is sound, shows every feature, and is its own proof: each quote stands in its text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import timeline
from timeline.check.run import check
from timeline.edtf.parse import parse
from timeline.edtf.value import Form
from timeline.fold.state import EventState, states
from timeline.model.vocabulary import Occurrence, Stance
from timeline.store.opening import open_store

STORE = open_store(Path(__file__).parent.parent / "data" / "events.yaml")
LEDGER = STORE.load()
STATES = states(LEDGER)


def test_it_reads_and_checks_clean() -> None:
    assert STORE.diagnose()[1] == ()
    assert check(LEDGER, today="2025-10-24", read_text=STORE.read_text) == ()


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
}


@pytest.mark.parametrize("feature", SHOWN)
def test_it_shows(feature: str) -> None:
    assert any(SHOWN[feature](state) for state in STATES.values())


def test_public_names_are_what_they_seem() -> None:
    assert all(hasattr(timeline, name) for name in timeline.__all__)
    assert dir(timeline) == sorted(timeline.__all__)
