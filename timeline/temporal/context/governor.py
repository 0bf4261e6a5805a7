"""Which side a sentence looks to, by its tree: the tense of the verb that a date hangs on, not of the nearest one.

For those who have parsed the text anyway. A cue right beside the date is believed before the tree, since parsers hang
dates on the wrong verb more often than writers put them beside it; where the tree says nothing, the surface decides.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

from timeline.temporal.context import direction
from timeline.temporal.context.direction import Cue

if TYPE_CHECKING:
    from timeline.lang.time_lexicon import Lexicon
    from timeline.temporal.context.situation import Direction
    from timeline.temporal.matching.lattice import Lattice
    from timeline.text.parse import Parse, Token

_BESIDE: Final = 4
"""The farthest cue of the surface that is believed before the tree (see `direction.look` for the measure)."""
_CLIMB: Final = 6
"""How many heads up a governing verb is looked for."""
_GROUP: Final = ("aux", "cop", "compound:prt", "mark")
"""Dependents that say with their verb when it is: auxiliaries, copulas, the "to" of an infinitive."""
_VERBAL: Final = frozenset({"VERB", "AUX"})
_TENSES: Final[dict[str, Direction]] = {"Tense=Fut": "future", "Tense=Past": "past", "Tense=Imp": "past"}


class Governors:
    """Asked for many dates of one text: `look` stands in for `direction.look`."""

    def __init__(self, parse: Parse, lattice: Lattice, lexicon: Lexicon) -> None:
        self._parse: Final = parse
        self._lattice: Final = lattice
        self._lexicon: Final = lexicon
        self._starts: Final = [token.start for token in parse.tokens]

    def look(self, start: int, end: int) -> Cue | None:
        """The cue for the words `start`..`end` of the lattice."""
        near = direction.look(self._lattice, self._lexicon, start, end)
        if near is not None and near.distance <= _BESIDE:
            return near
        verb = self._governor(self._lattice.words.starts[start], self._lattice.words.ends[end - 1])
        side = None if verb is None else self._side(verb)
        return near if verb is None or side is None else Cue(side, verb.text, 0)

    def _governor(self, first: int, last: int) -> Token | None:
        tokens = self._parse.tokens
        inside = range(bisect_left(self._starts, first), bisect_left(self._starts, last))
        here = next((tokens[at] for at in inside if tokens[at].head not in inside), None)
        for _ in range(_CLIMB):
            if here is None or here.head in {here.i, -1}:
                return None
            here = tokens[here.head]
            if here.pos in _VERBAL or any(tokens[child].dep.startswith("cop") for child in self._children[here.i]):
                return here
        return None

    def _side(self, verb: Token) -> Direction | None:
        group = [
            self._parse.tokens[at] for at in self._children[verb.i] if self._parse.tokens[at].dep.startswith(_GROUP)
        ]
        sides = {self._by_words(token) for token in (*group, verb)}
        if "future" in sides:
            return "future"
        if "past" in sides:
            return "past"
        return next((side for mark, side in _TENSES.items() for token in (*group, verb) if mark in token.morph), None)

    def _by_words(self, token: Token) -> Direction | None:
        at = bisect_left(self._lattice.words.starts, token.start)
        if at >= len(self._lattice.words.starts) or self._lattice.words.starts[at] != token.start:
            return None
        return direction.side_of(self._lattice, self._lexicon, at)

    @cached_property
    def _children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self._parse.tokens]
        for token in self._parse.tokens:
            if token.head not in {token.i, -1}:
                found[token.head].append(token.i)
        return found
