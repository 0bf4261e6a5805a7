"""Words keep their offsets; keys forget case and typography, not accents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lang import words


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("L’été 2025", ["l", "'", "été", "2025"]),
        ("aou\u0302t", ["août"]),
        ("20h30", ["20", "h", "30"]),
        ("no\u00advembre", ["novembre"]),
        ("a\u00a0b", ["a", "b"]),
        ("a\n \nb", ["a", words.PARAGRAPH, "b"]),
        ("1–2", ["1", "–", "2"]),
        ("ﬁn ½ ٣", ["fin", "1⁄2", "٣"]),
    ],
)
def test_keys(text: str, keys: list[str]) -> None:
    assert words.split(text).keys == keys


@given(st.text())
def test_offsets_are_those_of_the_text(text: str) -> None:
    split = words.split(text)
    end = 0
    for start, stop in zip(split.starts, split.ends, strict=True):
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()


def test_bare_words_have_no_accents() -> None:
    assert words.bare("août") == "aout"
