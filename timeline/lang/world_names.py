"""Looking names up however they are written: case, accents, hyphens, apostrophes, dots, a leading article, a possessive."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final, Generic, TypeVar
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")

_GAPS: Final = re.compile(r"[\s\-‐‑–—'’‘ʼ`´/,]+")
_DROPPED: Final = re.compile(r"[.«»“”\"()]+")
_UNDECOMPOSED: Final = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a"}
)
_ENDINGS: Final = re.compile(r"\(([^)]*)\)")
_WORD_GAPS: Final = re.compile(r"[\s'’]+")
_SHORT: Final = 6


@lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """Lower case without accents, dots or quotes; hyphens and apostrophes become spaces: `l’Élysée` is `l elysee`."""
    folded = normalize("NFKD", normalize("NFKD", words).casefold())  # 𝕊 has a small letter only once it is an S
    plain = "".join(char for char in folded if not combining(char))
    return _GAPS.sub(" ", _DROPPED.sub("", plain.translate(_UNDECOMPOSED))).strip()


def split(words: str) -> list[str]:
    """The words as they are written, cut where `fold` puts spaces."""
    return [word for word in _GAPS.split(words) if fold(word)]


def expand(pattern: str) -> Iterator[str]:
    """Every form a pattern stands for: `russe(s)` is russe, russes; `français(e|es)` français, française, françaises."""
    pieces = _ENDINGS.split(pattern)
    choices = [[piece] if index % 2 == 0 else ["", *piece.split("|")] for index, piece in enumerate(pieces)]
    return ("".join(chosen) for chosen in product(*choices))


class NameIndex(Generic[T]):
    """Names to values. What is also a common word (`words`) needs its capital: `Nice`; an acronym, all of them: `WHO`."""

    def __init__(self, articles: frozenset[str], words: frozenset[str]) -> None:
        self._articles = articles
        self._words = words
        self._capitals: dict[str, T] = {}
        self._folded: dict[str, T] = {}

    def __iter__(self) -> Iterator[str]:
        """The folded names, then the capitals-only ones."""
        yield from self._folded
        yield from self._capitals

    def add(self, name: str, value: T) -> None:
        """The first value that takes a name keeps it: add the weightier one first."""
        bare = name.replace(".", "")
        if self._is_acronym(bare):
            self._capitals.setdefault(bare, value)
        else:
            self._folded.setdefault(fold(name), value)

    def _is_acronym(self, bare: str) -> bool:
        if not (bare.isupper() and bare.isalpha() and len(bare) <= _SHORT):
            return False
        return len(bare) == 2 or fold(bare) in self._words

    def find(self, words: str) -> T | None:
        tokens = fold(words).split()
        if tokens and tokens[-1] == "s":
            tokens.pop()
        if words.islower() and tokens and tokens[-1] in self._words:
            return None
        found = self._folded.get(" ".join(tokens))
        while found is None and tokens and tokens[0] in self._articles:
            tokens.pop(0)
            found = self._folded.get(" ".join(tokens))
        if found is None and tokens:
            found = self._capitals.get(self._last_capitals(words))
        return found

    @staticmethod
    def _last_capitals(words: str) -> str:
        """`the U.S.` and `l’UE` without article and dots; empty when the rest is not in capitals."""
        owner = words.strip().removesuffix("'s").removesuffix("’s")
        if owner[-1:].islower():  # most names are not in capitals: they need not be taken apart
            return ""
        bare = _WORD_GAPS.split(owner)[-1].replace(".", "")
        return bare if bare.isupper() else ""
