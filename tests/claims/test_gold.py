"""The articles of our own, annotated before the rules were run on them: what is reached may only rise."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.claims.measure import Score
from tests.claims.reading_articles import claims, read, scored

pytestmark = pytest.mark.model

GOLD = sorted((Path(__file__).parent / "gold").glob("*.json"))
FLOORS = {
    "fr": {"precision": 0.825, "recall": 0.81, "event_recall": 0.875, "date_accuracy": 0.935},
    "en": {"precision": 0.79, "recall": 0.745, "event_recall": 0.88, "date_accuracy": 0.965},
}
GATES = {"role_accuracy": 0.85, "negated": 0.75, "planned": 0.75, "occurrence_f1": 0.7}


def article(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@cache
def score(language: str) -> Score:
    return scored(GOLD, language)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("measure", ["precision", "recall", "event_recall", "date_accuracy"])
def test_floor(language: str, measure: str) -> None:
    found = score(language)
    assert getattr(found, measure) >= FLOORS[language][measure], "\n".join(found.complaints)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("measure", sorted(GATES))
def test_gate(language: str, measure: str) -> None:
    assert getattr(score(language), measure) >= GATES[measure]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_quotes_are_exact(path: Path) -> None:
    row = article(path)
    for claim in claims(read(row["text"], row["lang"], row["published"])):
        assert row["text"][claim.start : claim.end] == claim.quote
        assert claim.start <= claim.trigger_start < claim.trigger_end <= claim.end
        assert 0 <= claim.score <= 1


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_annotation_stands_in_its_text(path: Path) -> None:
    row = article(path)
    for event in row["events"]:
        for mention in (event, *event["also"]):
            assert row["text"][mention["start"] : mention["end"]] == mention["trigger"]
