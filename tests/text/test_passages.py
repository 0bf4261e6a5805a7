"""An index of passages gives exactly what comparing each text with each other would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.text.passages import Passages
from timeline.text.shingles import LEAST, shingles

WORDS = st.lists(st.sampled_from([f"w{number}" for number in range(60)]), min_size=20, max_size=150)


def of(words: list[str]) -> frozenset[int]:
    return shingles(" ".join(words))


@given(texts=st.lists(WORDS, min_size=1, max_size=8), asked=WORDS, cut=st.integers(0, 40))
def test_shares_are_those_of_the_sets(texts: list[list[str]], asked: list[str], cut: int) -> None:
    texts = [*texts, asked[cut:]]
    held = Passages()
    for number, words in enumerate(texts):
        held.add(str(number), of(words))
    mine = of(asked)
    expected = {
        str(number): len(mine & of(words)) / min(len(mine), len(of(words)))
        for number, words in enumerate(texts)
        if min(len(mine), len(of(words))) >= LEAST and mine & of(words)
    }
    assert dict(held.shares(mine)) == expected


def test_short_texts_resemble_nothing() -> None:
    held = Passages()
    held.add("short", shingles("one two three four five six"))
    assert "short" in held
    assert dict(held.shares(shingles("one two three four five six"))) == {}


def test_what_hundreds_have_in_common_finds_the_first_of_them() -> None:
    formula = [f"word{number}" for number in range(40)]
    held = Passages()
    for number in range(300):
        held.add(str(number), of(formula))
    found = dict(held.shares(of(formula)))
    assert found["0"] == 1
    assert len(found) < 100
