"""Splits text into words and folds them: one linear pass, the same for texts and for the words of the packs.

Nothing here knows a language. Offsets are those of the text as it stands; folding happens on copies of the words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

PARAGRAPH: Final = "\n"
"""Key of the token that stands for an empty line: no expression of time crosses it."""

# A word keeps its combining marks, soft hyphens and joiners; each number and each other sign stands alone, the letter
# apostrophe too: an apostrophe is one sign in whatever way it was typed.
_TOKEN: Final = re.compile(
    r"[^\W\d_ʼ](?:[^\W\d_ʼ]|[\u0300-\u036f\u0483-\u0487\u00ad\u200c\u200d])*|\d+|\n[^\S\n]*\n\s*|\S"
)
_SIGNS: Final = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "＇": "'",
    "‐": "-", "‑": "-", "⁃": "-", "﹣": "-", "－": "-",
    "—": "–", "―": "–", "−": "–", "‒": "–",
    "：": ":", "．": ".", "，": ",", "／": "/",
}  # fmt: skip
_INVISIBLE: Final = str.maketrans("", "", "\u00ad\u200c\u200d")


class Words(NamedTuple):
    """The tokens of a text: folded keys, and where each starts and ends (code points, half-open)."""

    keys: list[str]
    starts: list[int]
    ends: list[int]


def keys_of(phrase: str) -> tuple[str, ...]:
    """The keys of a phrase of a pack, most of which are one word."""
    return (fold(phrase),) if phrase.isalpha() and "ʼ" not in phrase else tuple(split(phrase).keys)


def split(text: str) -> Words:
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        keys.append(fold(text[start:end]))
        starts.append(start)
        ends.append(end)
    return Words(keys, starts, ends)


@lru_cache(maxsize=50_000)
def fold(token: str) -> str:
    """The key of a token: case, compatibility forms and typographic variants of one sign do not matter, accents do."""
    if token.isascii():
        return PARAGRAPH if token[0] == "\n" else token.lower()
    if len(token) == 1:
        token = _SIGNS.get(token, token)
    elif token[0] == "\n":
        return PARAGRAPH
    return unicodedata.normalize("NFKC", token.translate(_INVISIBLE).casefold()) or token


@lru_cache(maxsize=50_000)
def bare(key: str) -> str:
    """A key without its accents: `août` and `aout` are the same word to somebody in a hurry."""
    if key.isascii():
        return key
    return "".join(sign for sign in unicodedata.normalize("NFD", key) if not unicodedata.combining(sign))
