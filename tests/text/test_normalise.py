"""Every span of the normalised text leads back to the characters it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.normalise import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’échange", "l'échange"),
        ("«\u00a0Oui\u00a0»", '" Oui "'),
        ("“Yes”", '"Yes"'),
        ("co\u00adopé\u200bration", "coopération"),
        ("Moyen\u2011Orient", "Moyen-Orient"),
        ("rencontre\u0301", "rencontré"),
        ("", ""),
    ],
)
def test_plain_characters(text: str, expected: str) -> None:
    assert normalise(text).text == expected


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("a\u200bb mot fin", "mot", "mot"),
        ("une rencontre\u0301 hier", "rencontré", "rencontre\u0301"),
        ("co\u00adopération", "coopération", "co\u00adopération"),
        ("l’accord", "accord", "accord"),
    ],
)
def test_back_to_the_source(text: str, word: str, source: str) -> None:
    plain = normalise(text)
    at = plain.text.index(word)
    start, end = plain.to_source(at, at + len(word))
    assert text[start:end] == source


@given(st.text(alphabet="ab é’«»“\u00a0\u00ad\u200b\u0301\n."))
def test_spans_stay_in_order_and_inside(text: str) -> None:
    plain = normalise(text)
    spans = [plain.to_source(i, i + 1) for i in range(len(plain.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.text())
def test_twice_is_once(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once
