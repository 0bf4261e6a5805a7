"""Every language of the interface says everything that English says."""

from __future__ import annotations

import string
from collections.abc import Iterator
from typing import Any

import pytest

from timeline.export.marks import MARKS
from timeline.export.words import FALLBACK, available, load
from timeline.lang import yaml_data
from timeline.model.vocabulary import Anchor, Occurrence, Role

OTHERS = [code for code in available() if code != FALLBACK]


def leaves(content: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(content, dict):
        for key, value in content.items():
            yield from leaves(value, f"{path}.{key}")
    else:
        yield path, content


def places(sentence: object) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(str(sentence)) if name}


def content_of(code: str) -> dict[str, Any]:
    return dict(leaves(yaml_data.read(f"{code}/interface.yaml")))


@pytest.mark.parametrize("code", OTHERS)
def test_languages_agree(code: str) -> None:
    model, other = content_of(FALLBACK), content_of(code)
    assert other.keys() == model.keys()
    for path, sentence in model.items():
        if isinstance(sentence, list):
            assert path == ".singular" or len(other[path]) == len(sentence), path
        elif ".calendar." in path or ".claim." in path or ".left_out." in path or ".page." in path:
            assert places(other[path]) == places(sentence), path


@pytest.mark.parametrize("code", available())
def test_the_vocabularies_have_words(code: str) -> None:
    words = load(code)
    assert all(words.occurrence(occurrence) for occurrence in Occurrence)
    assert all(words.say(f"role.{role.value}") for role in Role)
    assert all(words.say(f"reading.{anchor.value}", day="x") for anchor in Anchor)


def test_every_occurrence_has_a_mark_of_its_own() -> None:
    assert {occurrence.value for occurrence in Occurrence} < set(MARKS)
    assert len({mark.symbol for mark in MARKS.values()}) == len(MARKS)
    assert len({(mark.outline, mark.solid) for mark in MARKS.values()}) == len(MARKS)


@pytest.mark.parametrize(("asked", "given"), [("fr", "fr"), ("fr-CA", "fr"), ("FR_fr", "fr"), ("xx", "en"), ("", "en")])
def test_the_nearest_language_is_taken(asked: str, given: str) -> None:
    assert load(asked).code == given
