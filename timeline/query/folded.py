"""Text as people search for it: without accents, without case, without kinds of apostrophe and dash."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

_SAME: Final = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "})


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """`Élysée` and `ELYSEE` fold to the same string."""
    if text.isascii():
        return text.casefold()
    parts = normalize("NFKD", text.casefold().translate(_SAME))
    return "".join(char for char in parts if not combining(char))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a request."""
    return tuple(folded(text).split())


def has_words(wanted: tuple[str, ...], *texts: str | None) -> bool:
    """Whether every word occurs, as part of a word or whole, somewhere in the texts."""
    all_text = "\n".join(folded(text) for text in texts if text)
    return all(word in all_text for word in wanted)
