"""Folding, patterns and the index of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lang.world_names import NameIndex, expand, fold


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("l’Élysée", "l elysee"),
        ("Maison-Blanche", "maison blanche"),
        ("ÉTATS-UNIS", "etats unis"),
        ("U.S.", "us"),
        ("Œuvre", "oeuvre"),
        ("  Łódź ", "lodz"),
        ("", ""),
    ],
)
def test_fold(words: str, folded: str) -> None:
    assert fold(words) == folded


@given(st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@pytest.mark.parametrize(
    ("pattern", "forms"),
    [
        ("russe(s)", ["russe", "russes"]),
        ("français(e|es)", ["français", "française", "françaises"]),
        (
            "premier(s) ministre(s)",
            ["premier ministre", "premier ministres", "premiers ministre", "premiers ministres"],
        ),
        ("Dutch", ["Dutch"]),
    ],
)
def test_expand(pattern: str, forms: list[str]) -> None:
    assert list(expand(pattern)) == forms


def test_acronyms_that_are_words_are_found_in_capitals_only() -> None:
    index: NameIndex[str] = NameIndex(frozenset({"the", "l"}), frozenset({"who"}))
    for name in ("WHO", "NATO", "UE", "U.S."):
        index.add(name, name)
    assert [index.find(words) for words in ("WHO", "the WHO", "who", "Who")] == ["WHO", "WHO", None, None]
    assert [index.find(words) for words in ("NATO", "Nato", "nato")] == ["NATO"] * 3
    assert [index.find(words) for words in ("l’UE", "UE", "ue")] == ["UE", "UE", None]
    assert [index.find(words) for words in ("U.S.", "the US", "the U.S.'s", "us")] == ["U.S.", "U.S.", "U.S.", None]


def test_names_that_are_words_need_their_capital() -> None:
    index: NameIndex[str] = NameIndex(frozenset({"la"}), frozenset({"nice"}))
    index.add("Nice", "Nice")
    index.add("Lyon", "Lyon")
    assert [index.find(words) for words in ("Nice", "NICE", "nice", "lyon")] == ["Nice", "Nice", None, "Lyon"]


def test_the_first_to_take_a_name_keeps_it() -> None:
    index: NameIndex[int] = NameIndex(frozenset(), frozenset())
    index.add("Tripoli", 1)
    index.add("tripoli", 2)
    assert index.find("TRIPOLI") == 1
    assert list(index) == ["tripoli"]
