"""Which place names may be of one place."""

from __future__ import annotations

import pytest

from timeline.link.places import SAME, UNKNOWN, UNSTATED, WITHIN, agree

CASES: list[tuple[str | None, str | None, float]] = [
    ("Moscou", "Moscow", SAME),
    ("Pékin", "Beijing", SAME),
    ("Le Caire", "Cairo", SAME),
    ("Gaza", "bande de Gaza", SAME),
    ("Budapest", "Hungary", WITHIN),
    ("Hongrie", "Budapest", WITHIN),
    ("Washington", "White House", WITHIN),
    ("Paris", None, UNSTATED),
    (None, None, UNSTATED),
    ("Palais des congrès, Paris", "Paris", UNSTATED),
    ("Paris", "Lyon", 0),
    ("Paris", "Allemagne", 0),
    ("Paris", "Trifouilly-les-Oies", UNKNOWN),
    ("Trifouilly", "Perpète", 0),
]


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_agree(one: str | None, other: str | None, expected: float) -> None:
    assert agree(one, other) == agree(other, one) == expected
