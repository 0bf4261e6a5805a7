"""The letters that a body goes by: "USAF" of "United States Air Force"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline.lang.world_names import fold

_ACRONYM: Final = re.compile(r"[A-ZÀ-Þ]{3,7}")
_ABBREVIATION: Final = re.compile(r"(?:[A-Z]\.){2,3}|[A-Z]{2,3}")
_FORM: Final = re.compile(r"N\.?V\.?|S\.?A\.?|A\.?G\.?|S\.?E\.?|A\.?B\.?|PLC|LLC")
"""How a company is registered, behind its name."""
_FEWEST: Final = 3
"""Two letters stand for too many."""
_GAPS: Final = re.compile(r"[\s\-’']+")


def is_acronym(name: str) -> bool:
    return _ACRONYM.fullmatch(name) is not None


@lru_cache(maxsize=8192)
def initials(name: str) -> str:
    """Of the words with a capital, abbreviations letter by letter: "usaf" of "U.S. Air Force"; an acronym is its own; else empty."""
    if is_acronym(name):
        return fold(name)
    words = [word for word in _GAPS.split(name) if word[:1].isupper()]
    if len(words) > 1 and _FORM.fullmatch(words[-1]):
        words = words[:-1]
    letters = "".join(word.replace(".", "") if _ABBREVIATION.fullmatch(word) else word[0] for word in words)
    return fold(letters) if len(letters) >= _FEWEST and len(words) > 1 else ""


def abbreviated(name: str, other: str) -> bool:
    """One has a word for which the other has the letters, and they end alike: "U.S. Air Force", "United States Air Force"."""
    one, two = _GAPS.split(name), _GAPS.split(other)
    if fold(one[-1]) != fold(two[-1]) or not initials(name) or initials(name) != initials(other):
        return False
    return len(one) != len(two) and any(_ABBREVIATION.fullmatch(word) for word in min(one, two, key=len))
