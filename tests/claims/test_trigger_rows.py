"""Every trigger row fires on its examples and stays silent on its counter-examples."""

from __future__ import annotations

import pytest

from tests.claims.reading_articles import claims, read
from timeline.lang import kinds, packs

pytestmark = pytest.mark.model

ROWS = [(language, rule) for language in ("fr", "en") for rule in packs.load(language).claims.rules]
EXAMPLES = [
    pytest.param(language, rule.id, rule.kind, text, id=f"{rule.id}: {text}")
    for language, rule in ROWS
    for text in rule.examples
]
COUNTER_EXAMPLES = [
    pytest.param(language, rule.id, text, id=f"{rule.id}: {text}")
    for language, rule in ROWS
    for text in rule.counter_examples
]


@pytest.mark.parametrize(("language", "rule", "kind", "text"), EXAMPLES)
def test_example(language: str, rule: str, kind: str, text: str) -> None:
    found = read(text, language)
    assert rule in {claim.rule for claim in claims(found)}
    assert kind in {event.kind for event in found.events}


@pytest.mark.parametrize(("language", "rule", "text"), COUNTER_EXAMPLES)
def test_counter_example(language: str, rule: str, text: str) -> None:
    assert rule not in {claim.rule for claim in claims(read(text, language))}


@pytest.mark.parametrize(("language", "rule"), ROWS)
def test_each_row_has_cases(language: str, rule: object) -> None:
    row = next(r for r in packs.load(language).claims.rules if r is rule)
    assert row.counter_examples
    assert row.examples or row.only_anaphora


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_has_words(language: str) -> None:
    assert {rule.kind for rule in packs.load(language).claims.rules} == set(kinds.load())
