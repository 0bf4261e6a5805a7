"""The attribute ruler's answers, looked up instead of matched, are those of the ruler."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.text.attribute_table import AttributeTable
from timeline.text.parsers import MODELS

GOLD = Path(__file__).parents[1] / "claims" / "gold"
LEAST = 0.998
"""Rules over two tokens are left out: "there were" is no auxiliary for the ruler."""


@pytest.mark.model
@pytest.mark.parametrize("language", sorted(MODELS))
def test_the_table_says_what_the_ruler_says(language: str) -> None:
    spacy = pytest.importorskip("spacy")
    stock = spacy.load(MODELS[language])
    bare = spacy.load(MODELS[language], exclude=["attribute_ruler", "lemmatizer", "ner"])
    table = AttributeTable(stock.get_pipe("attribute_ruler").patterns)
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(GOLD.glob(f"{language}-*.json"))]
    wanted = [(token.pos_, str(token.morph)) for text in texts for token in stock(text)]
    found = [table.read(token) for text in texts for token in bare(text)]
    same = sum(a == b for a, b in zip(wanted, found, strict=True))
    assert same / len(wanted) >= LEAST


def test_later_rules_win_and_unread_ones_are_left_out() -> None:
    class Token:
        tag_, lower_, dep_, pos_, morph = "DT", "this", "nsubj", "", ""

    table = AttributeTable(
        [
            {"patterns": [[{"TAG": "DT"}]], "attrs": {"POS": "DET", "MORPH": "PronType=Dem"}},
            {"patterns": [[{"TAG": {"IN": ["DT"]}, "DEP": {"NOT_IN": ["det"]}}]], "attrs": {"POS": "PRON"}},
            {"patterns": [[{"LOWER": {"REGEX": "^th"}}]], "attrs": {"POS": "X"}},
            {"patterns": [[{"LOWER": "this"}, {"LOWER": "is"}]], "attrs": {"POS": "X"}},
            {"patterns": [[{"LOWER": "this"}]], "attrs": {"LEMMA": "that"}},
        ]
    )
    assert table.read(Token()) == ("PRON", "PronType=Dem")
