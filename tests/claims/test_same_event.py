"""Mentions that are one event, and mentions that only look like it."""

from __future__ import annotations

import pytest

from tests.claims.reading_articles import names, read
from timeline.model.vocabulary import Occurrence

pytestmark = pytest.mark.model

DAY = "2025-03-12"
"""A Wednesday."""

TWO_PAIRS = [
    ("en", "Giorgia Meloni and Viktor Orban held a phone call on Tuesday. Donald Tusk spoke with Orban by telephone on Tuesday evening.", 2),
    ("fr", "Giorgia Meloni et Viktor Orban se sont entretenus par téléphone mardi. Donald Tusk a rencontré mardi Viktor Orban.", 2),
    ("en", "Giorgia Meloni and Viktor Orban held a phone call on Tuesday. The call between the two leaders lasted an hour.", 1),
    ("en", "Giorgia Meloni met Viktor Orban in Rome on Monday. Meloni and Orban met for two hours.", 1),
]  # fmt: skip
PLANS = [
    ("en", "Giorgia Meloni and Viktor Orban held a phone call on Tuesday. The two leaders agreed to meet in Vienna.", 2),
    ("fr", "Giorgia Meloni et Viktor Orban se sont entretenus par téléphone mardi. Les deux dirigeants se rencontreront à Vienne.", 2),
    ("en", "Giorgia Meloni and Viktor Orban agreed to hold talks in Vienna on Friday.", 1),
]  # fmt: skip
THEIRS = [
    ("fr", "Giorgia Meloni et Viktor Orban se sont entretenus par téléphone lundi. Leur rencontre, un temps prévue vendredi, n'aura pas lieu, a déclaré un ministre.", 2),
    ("en", "Giorgia Meloni and Viktor Orban spoke by telephone on Monday. Their meeting, once planned for Friday, will not take place.", 2),
    ("fr", "Giorgia Meloni a rencontré Viktor Orban lundi à Rome. Leur rencontre s'est achevée sans accord.", 1),
    ("fr", "Les ministres ont critiqué leur visite.", 0),
]  # fmt: skip
ANOTHER_WORD = [
    ("en", "Borand unveiled the Borand B55 on Monday. The first flight is planned for May.", 2),
]
ATTENDED = [
    ("fr", "Les ministres se réuniront vendredi à Rome. Viktor Orban participera à la réunion.", 1),
    ("en", "Ministers will meet in Rome on Friday. Viktor Orban will attend the meeting.", 1),
    ("en", "Ministers will meet in Rome on Friday. Viktor Orban will attend a meeting in Vienna.", 2),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "number"), [*TWO_PAIRS, *PLANS, *THEIRS, *ATTENDED, *ANOTHER_WORD])
def test_number_of_events(language: str, text: str, number: int) -> None:
    found = read(text, language, DAY)
    assert len(found.events) == number, [event.title for event in found.events]


def test_their_meeting_is_off() -> None:
    text = "Giorgia Meloni et Viktor Orban se sont entretenus lundi. Leur rencontre, un temps prévue vendredi, n'aura pas lieu."
    found = read(text, "fr", DAY)
    claim = found.events[-1].claims[-1]
    assert claim.says is Occurrence.DID_NOT_OCCUR
    assert claim.timex is not None
    assert claim.timex.edtf == "2025-03-14"
    called = names(found)
    assert {called[p.actor] for p in claim.participants} == {"Giorgia Meloni", "Viktor Orban"}


def test_a_title_beside_a_name_is_nobody_else() -> None:
    found = read("Anna Lindh, the chief executive officer of Apple Inc., announced on Monday a new plan.", "en", DAY)
    (event,) = found.events
    assert {names(found)[p.actor] for claim in event.claims for p in claim.participants} == {"Anna Lindh"}


def test_participle_between_commas_is_no_main_verb() -> None:
    (event,) = read("La réunion, prévue vendredi, se tiendra à Rome.", "fr", DAY).events
    (claim,) = event.claims
    assert (claim.says, claim.place) == (Occurrence.EXPECTED, "Rome")


def test_who_attends_is_there() -> None:
    found = read("Ministers will meet in Rome on Friday. Viktor Orban will attend the meeting.", "en", DAY)
    (event,) = found.events
    called = names(found)
    assert "Viktor Orban" in {called[p.actor] for claim in event.claims for p in claim.participants}
