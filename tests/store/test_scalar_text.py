"""A text that is written comes back as the same text, wherever it stands and whoever reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
import yaml_rs
from hypothesis import given
from hypothesis import strategies as st

from tests.store.ledger_strategies import TRAPS, text
from timeline.store.text.scalar_text import quoted, scalar

PLACES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "value": ("k: {block}\n", lambda data: data["k"]),
    "item": ("- k:\n  - {block}\n", lambda data: data[0]["k"][0]),
    "key": ("m:\n  {block}: v\n", lambda data: next(iter(data["m"]))),
    "flow item": ("k: [{flow}, b]\n", lambda data: data["k"][0]),
    "flow value": ("k: {{a: {flow}, b: c}}\n", lambda data: data["k"]["a"]),
    "flow key": ("k: {{{flow}: v}}\n", lambda data: next(iter(data["k"]))),
    "quoted": ("k: {quoted}\n", lambda data: data["k"]),
}


@pytest.mark.parametrize("place", PLACES)
@given(words=text)
def test_comes_back(place: str, words: str) -> None:
    written, find = PLACES[place]
    document = written.format(block=scalar(words, flow=False), flow=scalar(words, flow=True), quoted=quoted(words))
    assert document.count("\n") == written.count("\n")
    assert find(yaml_rs.loads(document, parse_datetime=False)) == words
    assert find(yaml.safe_load(document)) == words


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", TRAPS)
def test_traps_come_back(place: str, words: str) -> None:
    test_comes_back.hypothesis.inner_test(place, words)


PLAIN = ["Trump reçoit Zelensky à Washington", "l'Élysée", "20 Minutes", "Дональд Трамп", "fr-weekday-bare", "(sic)", "«\xa0Oui\xa0»", "AFP/Reuters"]  # fmt: skip


@pytest.mark.parametrize("words", PLAIN)
def test_no_quotes_where_nobody_can_misread(words: str) -> None:
    assert scalar(words, flow=False) == words
    assert scalar(words, flow=True) == words


@given(st.characters(categories=["Cs"]))
def test_half_a_surrogate_pair_is_refused(half: str) -> None:
    with pytest.raises(UnicodeEncodeError):
        scalar(f"a{half}", flow=False)
