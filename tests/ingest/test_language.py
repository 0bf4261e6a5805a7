"""Which language a text is in: each pack's own examples and counter-examples, and texts that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.eval.languages import OWN, Score, scores
from timeline.ingest.language import WORDS_FILE, detect, known, small_words
from timeline.lang import packs, yaml_data


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(code, text, id=f"{code} {text[:30]}")
        for code in known()
        for text in yaml_data.read(f"{code}/{WORDS_FILE}")[kind]
    ]


@pytest.mark.parametrize(("code", "text"), cases("examples"))
def test_examples(code: str, text: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(("code", "text"), cases("not"))
def test_counter_examples(code: str, text: str) -> None:
    assert detect(text) != code


@pytest.mark.parametrize(
    "text",
    ["", "1234 5678", "Det här är en svensk mening om läget i landet och om mötet i går.", "東京で会談が行われた。"],
)
def test_unknown(text: str) -> None:
    assert detect(text) is None


def test_every_pack_can_be_recognised() -> None:
    assert known() == packs.available()


@pytest.mark.parametrize("code", known())
def test_words_are_words(code: str) -> None:
    assert small_words(code)
    assert all(isinstance(word, str) and word == word.lower() for word in small_words(code))


def test_no_language_speaks_for_another() -> None:
    """Lists may share a word or two, not more: a share would then count for both."""
    for code in known():
        for other in known():
            if code < other:
                assert len(small_words(code) & small_words(other)) <= 3


@pytest.mark.parametrize("name", ["fr", "en"])
def test_the_sample_articles(root: Path, name: str) -> None:
    for path in (root / "data" / "articles").glob(f"*.{name}.md"):
        assert detect(path.read_text(encoding="utf-8")) == name


GOLD = Path(__file__).parent.parent / "temporal" / "gold"
LONG = 100


def pieces() -> list[tuple[str, str]]:
    """Every gold text, whole and in pieces of 150 characters: more than the shortest that must be recognised."""
    rows = [
        json.loads(line)
        for path in sorted(GOLD.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    cut = [(row["lang"], row["text"][at : at + 150]) for row in rows for at in range(0, len(row["text"]), 150)]
    return [(row["lang"], row["text"]) for row in rows] + [(code, text) for code, text in cut if len(text) > LONG]


def test_nine_languages_are_recognised_from_a_sentence_on() -> None:
    asked = pieces()
    wrong = [(code, text) for code, text in asked if detect(text) != code]
    assert len({code for code, _ in asked}) == 9
    assert len(wrong) <= 0.02 * len(asked), wrong


@pytest.mark.parametrize(
    "text",
    [
        "El govern català ha anunciat que la reunió es farà la setmana que ve a Barcelona, segons fonts properes.",
        "Premierul a declarat joi că reuniunea va avea loc săptămâna viitoare la București, potrivit surselor.",
        "Premier powiedział w czwartek, że spotkanie odbędzie się w przyszłym tygodniu w Warszawie.",
        "Прэм'ер заявіў у чацвер, што сустрэча адбудзецца на наступным тыдні ў Мінску, паведамілі крыніцы.",
    ],
)
def test_neighbours_are_not_taken_for_one_of_ours(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(("code", "score"), scores(OWN).items())
def test_articles_and_runs_of_sentences_are_recognised(code: str, score: Score) -> None:
    assert score.texts >= 10
    assert score.right == score.texts
    assert score.right_pieces >= 0.98 * score.pieces, code
