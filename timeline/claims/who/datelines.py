"""Where and by which agency an article was filed: "BRUSSELS (Reuters) -". Nobody there takes part in anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from timeline.claims.tree.mention import Mention
    from timeline.claims.tree.reading import Reading

_DASHES: Final = frozenset({"-", "--", "\u2013", "\u2014"})
_LONGEST: Final = 10


def without(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """The mentions outside datelines."""
    filed = places(reading)
    return [mention for mention in mentions if mention.first not in filed]


def places(reading: Reading) -> set[int]:
    """The tokens of datelines: no day there is an event's."""
    return {place for sentence in reading.sentences for place in range(sentence.first, _end(reading, sentence.first))}


def _end(reading: Reading, first: int) -> int:
    """Past the dash that ends the dateline of a sentence; its own beginning if it has none."""
    word = reading.tokens[first].text if first < len(reading.tokens) else ""
    if len(word) < _LONGEST // 3 or not word.isupper():
        return first
    for place in range(first + 1, min(first + _LONGEST, len(reading.tokens))):
        if reading.lower[place] in _DASHES:
            return place
        if reading.tokens[place].pos in ("VERB", "AUX"):
            break
    return first
