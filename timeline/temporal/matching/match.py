"""The tagger: walks the automaton over the lattice and keeps the longest match at each place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from timeline.temporal.constructions.table import meaning_of
from timeline.temporal.matching.automaton import Automaton, State, literals
from timeline.temporal.matching.lattice import Lattice, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.lang.time_pack import TimePack
    from timeline.lang.time_rules import Rule
    from timeline.temporal.calendars.meaning import Meaning

MOST_OFFERS: Final = 4
"""How many matches of one place are asked what they say, should the first ones say nothing."""
Step = tuple[str, str, int, int]
"""Symbol, value, first word, word after the last."""
Path = tuple["Path | None", Step]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule and the words it matched: `first`..`last` with context, `start`..`end` the span (indexes of words, half-open).

    `captures`: class -> the values it took, in order; `sequence`: all of them in the order of the text.
    """

    rule: Rule
    first: int
    last: int
    start: int
    end: int
    captures: dict[str, tuple[str, ...]]
    sequence: tuple[tuple[str, str], ...]

    def get(self, *names: str) -> str | None:
        """The first value of the first class that was captured."""
        for name in names:
            if name in self.captures:
                return self.captures[name][0]
        return None


if TYPE_CHECKING:
    Said = tuple[Match, Meaning | None]
    Dropped = tuple[Match, str]


class Matcher:
    """What the engine makes of a language's words and rules; made once a language."""

    def __init__(self, pack: TimePack) -> None:
        self.pack: Final = pack
        self.automaton: Final = Automaton(pack.rules)
        words = frozenset().union(*(literals(rule.tree) for rule in pack.rules))
        self._first: Final = self.automaton.first_symbols()
        self.table: Final = Table(pack.lexicon, words)

    def matches(self, lattice: Lattice, dropped: list[Dropped] | None = None) -> list[Said]:
        """The longest match from each word with what it says; of matches that overlap, those that see more.

        A match that says nothing any calendar has (31 February) gives way to the next one. Lookalikes found by a rule
        that refuses them come without a meaning. Left to right; what lost, and to what, is added to `dropped`.
        """
        dropped = [] if dropped is None else dropped
        found: list[Said] = []
        first = self._first
        for at in sorted(lattice.edges):
            if any(edge[0] in first for edge in lattice.edges[at]):
                for offers in _Walk(self.automaton, lattice).matches(at):
                    found += self._first_that_says(offers, dropped)
        return _apart(found, dropped)

    def _first_that_says(self, offers: list[Match], dropped: list[Dropped]) -> Iterator[Said]:
        for match in offers:
            meaning = meaning_of(match, self.pack)
            if meaning is not None or match.rule.construction == "none":
                yield match, meaning
                return
            dropped.append((match, "no calendar has it"))


def _apart(matches: list[Said], dropped: list[Dropped]) -> list[Said]:
    """Drops the weaker of two whose spans overlap: what reaches further from its start, then what sees more before it."""
    kept: list[Said] = []
    taken: dict[int, Match] = {}
    for match, meaning in sorted(matches, key=_strength):
        winner = next((taken[at] for at in range(match.start, match.end) if at in taken), None)
        if winner is not None:
            dropped.append((match, f"{winner.rule.id} sees more"))
            continue
        taken.update(dict.fromkeys(range(match.start, match.end), match))
        kept.append((match, meaning))
    return sorted(kept, key=lambda found: found[0].start)


def _strength(found: Said) -> tuple[int, int, int]:
    match = found[0]
    return match.start - match.last, match.first - match.last, match.rule.order


class _Walk:
    """All ways from one word through the automaton, by the place where their span starts."""

    def __init__(self, automaton: Automaton, lattice: Lattice) -> None:
        self._automaton = automaton
        self._lattice = lattice
        self._seen: set[tuple[int, State]] = set()
        self._offers: dict[int, list[tuple[int, int, Rule, Path]]] = {}

    def matches(self, first: int) -> Iterator[list[Match]]:
        """For each place where a span may start: the matches there, best first."""
        self._go(self._automaton.start, first, None, first)
        for offers in self._offers.values():
            offers.sort(key=_worth)
            yield [_match(rule, first, path) for _, _, rule, path in offers[:MOST_OFFERS]]

    def _go(self, state: State, at: int, path: Path | None, start: int) -> None:
        if (at, state) in self._seen:
            return
        self._seen.add((at, state))
        if path is not None:
            for rule in state.accepts:
                self._offers.setdefault(start, []).append((at, rule.order, rule, path))
        edges = state.edges
        for mark in state.marks:
            if self._holds(mark, at):
                self._follow(state, (mark, "", at, at), path, at if mark == "<" else start)
        for symbol, value, end in self._lattice.edges.get(at, ()):
            if symbol in edges:
                self._follow(state, (symbol, value, at, end), path, start)

    def _holds(self, mark: str, at: int) -> bool:
        if mark == "+":
            return self._lattice.glued(at)
        if mark == "!":
            return self._lattice.ends_phrase(at)
        if mark == "~":
            return not self._lattice.capital(at)
        return mark != "$" or self._lattice.ends_paragraph(at)

    def _follow(self, state: State, step: Step, path: Path | None, start: int) -> None:
        target = state.edges[step[0]]
        if isinstance(target, frozenset):
            target = self._automaton.opened(state, step[0], target)
        self._go(target, step[3], (path, step), start)


def _worth(offer: tuple[int, int, Rule, Path]) -> tuple[int, int]:
    """Best first: what sees more, then the earlier rule."""
    return -offer[0], offer[1]


def _match(rule: Rule, first: int, path: Path) -> Match:
    steps: list[Step] = []
    here: Path | None = path
    while here is not None:
        here, step = here
        steps.append(step)
    steps.reverse()
    start, end = first, steps[-1][3]
    captures: dict[str, list[str]] = {}
    for symbol, value, at, _ in steps:
        if symbol == "<":
            start = at
        elif symbol == ">":
            end = at
        elif symbol[0] == "%":
            captures.setdefault(symbol[1:], []).append(value)
    sequence = tuple((symbol[1:], value) for symbol, value, _, _ in steps if symbol[0] == "%")
    return Match(
        rule, first, steps[-1][3], start, end, {name: tuple(found) for name, found in captures.items()}, sequence
    )
