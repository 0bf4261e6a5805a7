"""Whether two texts are one story printed twice: the sequences of five words that they share.

Copies are cut, headlines changed, a paragraph put in front; what is left is word for word the same, and independent
reports of one event share a quotation and little else. Of the shorter text's sequences the share that stands in the
longer one tells the two apart, however much was cut.
"""

from __future__ import annotations

import re
from typing import Final

_LENGTH: Final = 5
_WORD: Final = re.compile(r"\w+")
LEAST: Final = 30
"""Sequences below which a text is too short to tell: a headline, an announcement in two lines."""


def shingles(text: str) -> frozenset[int]:
    """Each sequence of five words as a number that only means something within this run."""
    words = [hash(word) for word in _WORD.findall(text.casefold())]
    return frozenset(map(hash, zip(*(words[at:] for at in range(_LENGTH)), strict=False)))
