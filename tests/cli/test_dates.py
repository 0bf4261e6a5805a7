"""Dates for people, and where the agenda puts them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.cli.shown.agenda import agenda
from timeline.cli.shown.dates import human, human_day, not_placed
from timeline.model.view import EventRow, View
from timeline.model.vocabulary import Occurrence, Stance

SAID = {
    None: "no date",
    "2025-10-17": "Fri 17 Oct 2025",
    "2025-10-17T18:30": "Fri 17 Oct 2025, 18:30",
    "2025-10-17T18:30:15": "Fri 17 Oct 2025, 18:30:15",
    "2025-10-17T18:30+02:00": "Fri 17 Oct 2025, 18:30 +02:00",
    "2025-10-17T18:30-03:30": "Fri 17 Oct 2025, 18:30 -03:30",
    "2025-10-17T16:30Z": "Fri 17 Oct 2025, 16:30 UTC",
    "2025-10": "Oct 2025",
    "2025": "2025",
    "-0043-03-15": "Fri 15 Mar 44 BC",
    "-0043-03": "Mar 44 BC",
    "-0050/-0043": "51 BC–44 BC",
    "202X": "some day 2020–2029",
    "2025-10-XX": "some day Oct 2025",
    "2025-10-17?": "perhaps Fri 17 Oct 2025",
    "2025-10~": "about Oct 2025",
    "2025%": "perhaps about 2025",
    "[2025-10-20..2025-10-26]": "some day 20–26 Oct 2025",
    "[2025-10-28..2025-11-03]": "some day 28 Oct – 3 Nov 2025",
    "[2025-12-29..2026-01-04]": "some day 29 Dec 2025 – 4 Jan 2026",
    "[2025-10-01..2025-10-31]": "some day Oct 2025",
    "[2025-10-01..2025-12-31]": "some day Oct–Dec 2025",
    "[2025-01-01..2025-12-31]": "some day 2025",
    "[..2025-10-31]": "by Fri 31 Oct 2025",
    "[2025-10-20..]": "not before Mon 20 Oct 2025",
    "2025-10-20/2025-10-22": "20–22 Oct 2025",
    "2025-10-20/..": "from Mon 20 Oct 2025",
    "../2025-10-22": "until Wed 22 Oct 2025",
    "2025-11/2026-01": "Nov 2025 – Jan 2026",
    "2025-10-17T18:30/2025-10-17T20:00": "Fri 17 Oct 2025, 18:30 to Fri 17 Oct 2025, 20:00",
    "[2025-10-20,2025-10-22]": "Mon 20 Oct 2025 or Wed 22 Oct 2025",
    "{2025-10-20,2025-10-22}": "Mon 20 Oct 2025 and Wed 22 Oct 2025",
    "no date at all": "no date at all",
}


@pytest.mark.parametrize(("edtf", "words"), SAID.items(), ids=map(str, SAID))
def test_human(edtf: str | None, words: str) -> None:
    assert human(edtf) == words


@given(st.dates())
def test_a_day_says_its_weekday_and_year(day: date) -> None:
    said = human(day.isoformat())
    assert said.startswith(day.strftime("%a ")) or not day.strftime("%a").isascii()
    assert said.endswith(f" {day.year}")
    assert human_day(day.isoformat()) == said


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, "no date"),
        ("2025-10-20", None, "no date, not before Mon 20 Oct 2025"),
        (None, "2025-10-26", "no date, not after Sun 26 Oct 2025"),
        ("2025-10-20", "2025-10-26", "no date, within 20–26 Oct 2025"),
        ("2025-10-23", "2025-10-23", "no date, but on Thu 23 Oct 2025"),
    ],
)
def test_not_placed(earliest: str | None, latest: str | None, words: str) -> None:
    assert not_placed(earliest, latest) == words


PLACES = {
    "today": ("2025-10-16", "2025-10-16", "2025-10-16", "Today, October 16"),
    "a span that has begun": ("2025-10-14/2025-10-18", "2025-10-14", "2025-10-18", "Today, October 16"),
    "a window that has begun": ("[2025-10-14..2025-10-18]", "2025-10-14", "2025-10-18", "This week"),
    "Sunday": ("2025-10-19", "2025-10-19", "2025-10-19", "This week"),
    "Monday": ("2025-10-20", "2025-10-20", "2025-10-20", "Next week"),
    "the window of next week": ("[2025-10-20..2025-10-26]", "2025-10-20", "2025-10-26", "Next week"),
    "after next week": ("2025-10-27", "2025-10-27", "2025-10-27", "Later in October"),
    "next month": ("2025-11", "2025-11-01", "2025-11-30", "November 2025"),
    "next year": ("2026-10-02", "2026-10-02", "2026-10-02", "October 2026"),
    "by some day": ("[..2025-10-31]", None, "2025-10-31", "Later in October"),
    "open": ("2025-10-01/..", "2025-10-01", None, "Today, October 16"),
    "no date": (None, None, None, "No date yet"),
    "a slot that was given up": ("2025-10-10", "2025-10-10", "2025-10-10", "No date yet"),
}


@pytest.mark.parametrize(("when", "earliest", "latest", "heading"), PLACES.values(), ids=PLACES)
def test_places(when: str | None, earliest: str | None, latest: str | None, heading: str) -> None:
    row = EventRow(
        id="a",
        title="A",
        kind="other",
        when=when,
        earliest=earliest,
        latest=latest,
        occurrence=Occurrence.EXPECTED,
        judgement=Stance.ACCEPTED,
    )
    (section,) = agenda(View(today="2025-10-16", rows=(row,)), date(2025, 10, 16)).sections
    assert section.heading == heading
    if heading == "No date yet" and when:
        assert section.rows[0]["when"] == "was Fri 10 Oct 2025"
