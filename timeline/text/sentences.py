"""Sentences of a paragraph, from the surface alone: models cut at hyphens and quotes where no sentence ends."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from timeline.lang.yaml_data import read

_STOP: Final = re.compile(r"[.!?…]+[\"')\]]*(?:\s*\")?(?=\s)")
_NEXT: Final = re.compile(r"\s+[\"'(\[\-–— ]*([^\W_])")
_LAST_WORD: Final = re.compile(r"[^\s\"'()\[\]]+$")


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for word in read("page.yaml")["abbreviations"])


def spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of a paragraph of normalised text, without the blanks around them."""
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    at = start
    for match in _STOP.finditer(text, start, stop):
        if match.end() >= stop or not _ends_here(text, at, match, stop):
            continue
        found.append((at, match.end()))
        at = match.end() + _blanks(text, match.end(), stop)
    if at < stop:
        found.append((at, stop))
    return found


def _blanks(text: str, at: int, stop: int) -> int:
    blanks = 0
    while at + blanks < stop and text[at + blanks].isspace():
        blanks += 1
    return blanks


def _ends_here(text: str, start: int, match: re.Match[str], stop: int) -> bool:
    following = _NEXT.match(text, match.end(), stop)
    if following is None or following[1].islower():
        return False
    if not match[0].startswith("."):
        return True
    word = _LAST_WORD.search(text, start, match.start())
    return word is None or not _abbreviated(word[0])


def _abbreviated(word: str) -> bool:
    """A single capital (an initial), letters with inner dots (U.S), or a listed abbreviation before the full stop."""
    if len(word) == 1 and word.isupper():
        return True
    return (len(word) > 1 and word[-2:-1] == "." and word[-1].isupper()) or word.lower() in _abbreviations()
