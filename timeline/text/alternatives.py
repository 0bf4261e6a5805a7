"""A pattern of very many alternatives, compiled one by one, when a word first comes that could match it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_MANY: Final = re.compile(r"\(\?iu\)\(\?:\^(?P<all>.*)\)", re.DOTALL)
_BETWEEN: Final = ")|(?:^"
_START: Final = re.compile(
    r"(?P<letters>[^\W\d_]+)"
    r"(?:(?P<next>\[-?[^\]\\^-]{1,16}\])(?![?*+{])|(?![?*+{]))"
)
"""The letters that a piece begins with, and the few signs of which one must follow them, where it says so."""
_FEW: Final = 40
"""Alternatives that are cheaper compiled as they stand."""


def matcher(pattern: str) -> Callable[[str], re.Match[str] | None]:
    """The `match` of a pattern. One of the form `(?iu)(?:^a...)|(?:^b...)|...` is taken apart; any other is compiled."""
    whole = _MANY.fullmatch(pattern)
    alternatives = whole["all"].split(_BETWEEN) if whole else []
    if len(alternatives) < _FEW or not all(map(_compiles, alternatives)):
        return re.compile(pattern).match
    return _Alternatives(alternatives).match


def _compiles(alternative: str) -> bool:
    """Whether the brackets of a piece close within it: the splitting did not cut one in two."""
    return alternative.count("(") == alternative.count(")")


class _Start(NamedTuple):
    letters: str
    following: str

    def begins(self, word: str) -> bool:
        if not word.startswith(self.letters):
            return False
        return not self.following or word[len(self.letters) : len(self.letters) + 1] in {*self.following}


class _Alternatives:
    """By the letter they begin with, in lower case; in their own order, as the first that matches is the one."""

    def __init__(self, alternatives: list[str]) -> None:
        self._alternatives = alternatives
        self._any: list[int] = []
        self._starting: dict[str, list[tuple[int, _Start]]] = defaultdict(list)
        for place, alternative in enumerate(alternatives):
            if start := _start(alternative):
                self._starting[start.letters[0]].append((place, start))
            else:
                self._any.append(place)
        self._compiled = cache(self._compile)

    def match(self, word: str) -> re.Match[str] | None:
        lower = word.lower()
        fitting = [place for place, start in self._starting.get(lower[:1], ()) if start.begins(lower)]
        for place in sorted([*fitting, *self._any]) if fitting else self._any:
            if found := self._compiled(place).match(word):
                return found
        return None

    def _compile(self, place: int) -> re.Pattern[str]:
        return re.compile(f"(?iu)^{self._alternatives[place]}")


def _start(alternative: str) -> _Start | None:
    found = _START.match(alternative)
    if found is None:
        return None
    return _Start(found["letters"].lower(), (found["next"] or "")[1:-1].lower())
