"""Which of many texts share passages with one: an index from each passage to the texts that hold it.

Comparing each text with each other takes a second for a thousand of them and hours for a hundred thousand. Copies share half
of their passages and everything else shares none, so that looking up a text's own passages meets the few that matter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from timeline.text.shingles import LEAST

_MOST: Final = 64
"""Holders of a passage that are remembered, the first ones: what more texts have in common is a formula of their house, or a
wire story whose first printers are enough to know it by.
"""


class Passages:
    """Texts under their names, each added once. What they take in memory is what their passages take."""

    def __init__(self) -> None:
        self._names: Final[list[str]] = []
        self._lengths: Final[list[int]] = []
        self._first: Final[dict[int, int]] = {}
        self._others: Final[dict[int, list[int]]] = {}
        self._known: Final[set[str]] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def add(self, name: str, passages: frozenset[int]) -> None:
        """A text that is too short to tell is known, and resembles nothing."""
        self._known.add(name)
        if len(passages) < LEAST:
            return
        number = len(self._names)
        self._names.append(name)
        self._lengths.append(len(passages))
        for passage in passages:
            if self._first.setdefault(passage, number) != number:
                others = self._others.setdefault(passage, [])
                if len(others) < _MOST:
                    others.append(number)

    def shares(self, passages: frozenset[int]) -> Iterable[tuple[str, float]]:
        """The texts that hold some of these, each with the share of the shorter one's that stands in the longer one."""
        if len(passages) < LEAST:
            return
        met: Counter[int] = Counter()
        for passage in passages:
            if (first := self._first.get(passage)) is not None:
                met[first] += 1
                met.update(self._others.get(passage, ()))
        for number, count in met.items():
            yield self._names[number], count / min(len(passages), self._lengths[number])
