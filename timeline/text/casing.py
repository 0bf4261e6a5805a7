"""Capitals that say nothing: a headline Set Like This, a paragraph IN CAPITALS, read with the letters the article uses elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FEWEST: Final = 4
_LONG: Final = 4
"""Letters of a word that a headline Set Like This never leaves small."""


def recased(words: str, text: str) -> str:
    """A paragraph of the same length: unchanged unless it is in capitals, or a line without a stop whose longer words all begin with one."""
    found = [m[0] for m in _WORD.finditer(words)]
    stopped = not words.rstrip()[-1:].isalnum()
    if len(found) < _FEWEST or any(w[0].islower() for w in found if len(w) >= _LONG):
        return words
    if stopped and not words.isupper():
        return words
    known, first = _casing(text), next(_WORD.finditer(words)).start()

    def mended(match: re.Match[str]) -> str:
        plain = match[0].lower()
        other = known.get(plain, plain)
        other = other.capitalize() if match.start() == first and other == plain else other
        return other if len(other) == len(match[0]) else match[0]

    return _WORD.sub(mended, words)


@lru_cache(maxsize=2)
def _casing(text: str) -> dict[str, str]:
    """Lower-case word -> how the sentences of the text write it: small if it ever stands so, else as most often."""
    counted: dict[str, Counter[str]] = {}
    for line in text.split("\n"):
        words = [m[0] for m in _WORD.finditer(line)]
        if sum(w[0].islower() for w in words) * 2 < len(words):
            continue
        for word in words:
            counted.setdefault(word.lower(), Counter())[word] += 1
    return {plain: plain if plain in forms else forms.most_common(1)[0][0] for plain, forms in counted.items()}
