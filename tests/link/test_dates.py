"""Which dates two claims about one event may have."""

from __future__ import annotations

import pytest

from timeline.link.dates import LIKELY, OVERLAP, POSSIBLE, SAME_DAY, agree, dated
from timeline.model.vocabulary import Occurrence as Occ

Row = tuple[str | None, Occ, str | None]

CASES: list[tuple[str, Row, Row, float]] = [
    ("the same day", ("2025-10-17", Occ.OCCURRED, "2025-10-18"), ("2025-10-17", Occ.EXPECTED, "2025-10-16"), SAME_DAY),
    (
        "a day in the window",
        ("2025-10-22", Occ.OCCURRED, "2025-10-23"),
        ("[2025-10-20..2025-10-26]", Occ.EXPECTED, "2025-10-17"),
        OVERLAP,
    ),
    (
        "two days of what has happened",
        ("2025-10-17", Occ.OCCURRED, "2025-10-20"),
        ("2025-10-19", Occ.OCCURRED, "2025-10-20"),
        0,
    ),
    (
        "a plan told with another day",
        ("2025-10-31", Occ.EXPECTED, "2025-10-19"),
        ("2025-10-30", Occ.EXPECTED, "2025-10-17"),
        POSSIBLE,
    ),
    (
        "a plan for next month",
        ("2025-11-20", Occ.EXPECTED, "2025-11-18"),
        ("2025-10-17", Occ.EXPECTED, "2025-10-16"),
        0,
    ),
    ("put off", ("2025-11-03", Occ.POSTPONED, "2025-10-19"), ("2025-10-24", Occ.EXPECTED, "2025-10-17"), LIKELY),
    (
        "put off, after the old day had passed",
        ("2025-11-30", Occ.POSTPONED, "2025-11-19"),
        ("2025-10-24", Occ.EXPECTED, "2025-10-17"),
        0,
    ),
    ("put off by a year", ("2026-11-03", Occ.POSTPONED, "2025-10-19"), ("2025-10-24", Occ.EXPECTED, "2025-10-17"), 0),
    ("called off, undated", (None, Occ.CANCELLED, "2025-10-21"), ("2025-10-30", Occ.EXPECTED, "2025-10-17"), LIKELY),
    ("both undated, days apart", (None, Occ.EXPECTED, "2025-10-19"), (None, Occ.EXPECTED, "2025-10-17"), LIKELY),
    ("both undated, two weeks apart", (None, Occ.EXPECTED, "2025-10-31"), (None, Occ.EXPECTED, "2025-10-17"), POSSIBLE),
    ("both undated, months apart", (None, Occ.EXPECTED, "2025-12-31"), (None, Occ.EXPECTED, "2025-10-17"), 0),
    ("planned after it had happened", (None, Occ.EXPECTED, "2025-10-19"), (None, Occ.OCCURRED, "2025-10-17"), 0),
    ("happened after it was planned", (None, Occ.OCCURRED, "2025-10-19"), (None, Occ.EXPECTED, "2025-10-17"), LIKELY),
    (
        "planned, but the day had passed",
        (None, Occ.EXPECTED, "2025-10-20"),
        ("2025-10-17", Occ.EXPECTED, "2025-10-16"),
        0,
    ),
    (
        "happened, but the day is ahead",
        (None, Occ.OCCURRED, "2025-10-20"),
        ("2025-10-25", Occ.EXPECTED, "2025-10-16"),
        0,
    ),
    (
        "happened, the day just behind",
        (None, Occ.OCCURRED, "2025-10-20"),
        ("2025-10-17", Occ.EXPECTED, "2025-10-16"),
        LIKELY,
    ),
    ("no publication day", (None, Occ.EXPECTED, None), (None, Occ.EXPECTED, None), LIKELY),
    (
        "a date nobody can read counts as none",
        ("soon", Occ.EXPECTED, "2025-10-19"),
        (None, Occ.EXPECTED, "never"),
        LIKELY,
    ),
    (
        "open ends",
        ("../2025-10-17", Occ.EXPECTED, "2025-10-10"),
        ("2025-12-01/..", Occ.POSTPONED, "2025-10-12"),
        LIKELY,
    ),
]


@pytest.mark.parametrize(("new", "old", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_agree(new: Row, old: Row, expected: float) -> None:
    assert agree(dated(*new), dated(*old)) == expected
