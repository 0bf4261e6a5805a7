"""A pattern taken apart matches what it matches as a whole."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.alternatives import matcher

_BEGINNINGS = [a + b for a, b in product("abcdéf", ("ra", "no", "tel", "mo", "ci", "gri", "lu"))]
_PIECES = [
    *(f"^{beginning}[-–][a-z]+$" for beginning in _BEGINNINGS),
    "^mots?['’][a-z]*$",
    "^[ée]co[-–][a-z]+$",
    "^tr(?:i|ou)[-–][a-z]+$",
    "^né+[a-z]$",
]
_PATTERN = "(?iu)" + "|".join(f"(?:{piece})" for piece in _PIECES)


@given(
    st.sampled_from([*_BEGINNINGS, "mot", "mots", "eco", "éco", "tri", "trou", "né", "néé", "x"]),
    st.sampled_from(["-", "–", "'", "’", "", "["]),
    st.text("abzé-'9", max_size=4),
    st.sampled_from([str.lower, str.upper, str.title]),
)
def test_as_the_whole(beginning: str, sign: str, rest: str, case: object) -> None:
    assert callable(case)
    word = case(beginning + sign + rest)
    assert bool(matcher(_PATTERN)(word)) == bool(re.match(_PATTERN, word))


@pytest.mark.parametrize(
    "pattern",
    ["a|b", "(?iu)(?:^a-b$)|(?:^c-d$)", _PATTERN.replace("(?:^né+[a-z]$)", "(?:^(?:(?:b)|(?:^a))$)")],
    ids=["another form", "few", "cut in two"],
)
def test_what_is_better_left_whole(pattern: str) -> None:
    for word in ("a", "A-B", "ara-z", "b"):
        assert bool(matcher(pattern)(word)) == bool(re.match(pattern, word))
