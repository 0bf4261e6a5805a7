"""Articles put aside: their figures are kept, their errors are never printed, so that nobody writes rules for them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from tests.claims.measure import Score, add, said_of
from tests.claims.reading_articles import claims, read

pytestmark = pytest.mark.model

HELD_OUT = sorted((Path(__file__).parent / "heldout").glob("*.json"))
FLOORS = {
    "fr": {"precision": 0.595, "recall": 0.37, "event_recall": 0.56, "date_accuracy": 0.94},
    "en": {"precision": 0.58, "recall": 0.345, "event_recall": 0.525, "date_accuracy": 0.94},
}


@cache
def score(language: str) -> Score:
    total = Score()
    for path in HELD_OUT:
        row = json.loads(path.read_text(encoding="utf-8"))
        if row["lang"] == language:
            found = read(row["text"], language, row["published"])
            assert all(row["text"][one.start : one.end] == one.quote for one in claims(found))
            add(total, row, said_of(found))
    return total


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("measure", ["precision", "recall", "event_recall", "date_accuracy"])
def test_floor(language: str, measure: str) -> None:
    assert round(getattr(score(language), measure), 3) >= FLOORS[language][measure]


@pytest.mark.parametrize("path", HELD_OUT, ids=lambda path: path.stem)
def test_annotation_stands_in_its_text(path: Path) -> None:
    row = json.loads(path.read_text(encoding="utf-8"))
    marked = [mention for event in row["events"] for mention in (event, *event["also"])]
    assert all(row["text"][one["start"] : one["end"]] == one["trigger"] for one in marked)
