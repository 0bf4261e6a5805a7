"""Dates in words, in each language of the interface."""

from __future__ import annotations

import pytest

from timeline.export import date_words
from timeline.export.words import load
from timeline.model.view import EventRow

CASES: dict[str, tuple[str, str]] = {
    "2025-10-17": ("Friday 17 October 2025", "vendredi 17 octobre 2025"),
    "2025-10-01": ("Wednesday 1 October 2025", "mercredi 1er octobre 2025"),
    "2025-10-17T18:30": ("Friday 17 October 2025, 18:30", "vendredi 17 octobre 2025, 18 h 30"),
    "2025-10-17T08:05-03:30": (
        "Friday 17 October 2025, 08:05 (UTC-3:30)",
        "vendredi 17 octobre 2025, 8 h 05 (UTC-3:30)",
    ),
    "2025-10": ("October 2025", "octobre 2025"),
    "2025": ("2025", "2025"),
    "201X": ("the 2010s", "années 2010"),
    "19XX": ("the years 1900–1999", "années 1900–1999"),
    "2025-10-XX": ("some time in October 2025", "courant octobre 2025"),
    "[2025-10-20..2025-10-26]": (
        "some day from 20 to 26 October 2025",
        "un jour entre le 20 et le 26 octobre 2025",
    ),
    "2025-10-28/2025-11-02": ("from 28 October to 2 November 2025", "du 28 octobre au 2 novembre 2025"),
    "2025-12-30/2026-01-02": (
        "from 30 December 2025 to 2 January 2026",
        "du 30 décembre 2025 au 2 janvier 2026",
    ),
    "2025-10/2025-12": ("from October 2025 to December 2025", "octobre 2025 – décembre 2025"),
    "2025-10-17/..": ("from 17 October 2025 on", "à partir du 17 octobre 2025"),
    "../2025-10-17": ("until 17 October 2025", "jusqu’au 17 octobre 2025"),
    "2025-10-17/": ("from 17 October 2025, end unknown", "à partir du 17 octobre 2025, fin inconnue"),
    "[2025-10-17..]": ("not before 17 October 2025", "pas avant le 17 octobre 2025"),
    "[..2025-10-17]": ("by 17 October 2025", "au plus tard le 17 octobre 2025"),
    "[2025-10..]": ("not before October 2025", "pas avant octobre 2025"),
    "{2025-10-20,2025-10-22}": (
        "Monday 20 October 2025 and Wednesday 22 October 2025",
        "lundi 20 octobre 2025 et mercredi 22 octobre 2025",
    ),
    "2025-10-01~": ("about Wednesday 1 October 2025", "vers le mercredi 1er octobre 2025"),
    "2025-10?": ("October 2025 (uncertain)", "octobre 2025 (incertain)"),
    "2025%": ("about 2025 (uncertain)", "vers 2025 (incertain)"),
    "-0043-03-15": ("Friday 15 March 44 BC", "vendredi 15 mars 44 av. J.-C."),
}


@pytest.mark.parametrize(("edtf", "expected"), CASES.items(), ids=str)
def test_in_words(edtf: str, expected: tuple[str, str]) -> None:
    found = tuple(date_words.of_edtf(edtf, load(code)).replace("\u00a0", " ") for code in ("en", "fr"))
    assert found == expected


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (None, None, "no date yet"),
        ("2025-10-26", None, "no date yet, not before 26 October 2025"),
        (None, "2025-10-31", "no date yet, by 31 October 2025"),
        ("2025-10-26", "2025-10-26", "no date yet, only possible on 26 October 2025"),
        ("2025-10-26", "2025-10-31", "no date yet, between 26 October 2025 and 31 October 2025"),
    ],
)
def test_an_undated_event_gives_its_bounds(earliest: str | None, latest: str | None, expected: str) -> None:
    row = {"id": "x", "title": "x", "kind": "x", "occurrence": "expected", "judgement": "accepted"}
    found = EventRow.model_validate({**row, "earliest": earliest, "latest": latest})
    assert date_words.of_row(found, load("en")) == expected
