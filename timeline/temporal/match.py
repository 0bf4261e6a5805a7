"""The tagger: walks the automaton over the lattice and keeps the longest match at each place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from timeline.temporal.automaton import MARKS, Automaton, State, literals
from timeline.temporal.lattice import Lattice, Table

if TYPE_CHECKING:
    from timeline.lang.time_pack import TimePack
    from timeline.lang.time_rules import Rule

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


class Matcher:
    """What the engine makes of a language's words and rules; made once a language."""

    def __init__(self, pack: TimePack) -> None:
        self.pack: Final = pack
        self.automaton: Final = Automaton(pack.rules)
        words = frozenset().union(*(literals(rule.tree) for rule in pack.rules))
        self._first: Final = self.automaton.first_symbols()
        self.table: Final = Table(pack.lexicon, words)

    def matches(self, lattice: Lattice) -> list[Match]:
        """The longest match from each word; of matches that overlap, those that see more. Left to right."""
        found: list[Match] = []
        first = self._first
        for at in sorted(lattice.edges):
            if any(edge[0] in first for edge in lattice.edges[at]):
                found += _Walk(self.automaton, lattice).matches(at)
        return _apart(found)


def _apart(matches: list[Match]) -> list[Match]:
    """Drops the weaker of two whose spans overlap: what reaches further from its start, then what sees more before it."""
    kept: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=_strength):
        span = range(match.start, match.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _strength(match: Match) -> tuple[int, int, int]:
    return match.start - match.last, match.first - match.last, match.rule.order


class _Walk:
    """All ways from one word through the automaton; for each place where a span may start, the best match is kept."""

    def __init__(self, automaton: Automaton, lattice: Lattice) -> None:
        self._automaton = automaton
        self._lattice = lattice
        self._seen: set[tuple[int, int]] = set()
        self._best: dict[int, tuple[tuple[int, int], Rule, Path]] = {}

    def matches(self, first: int) -> list[Match]:
        self._go(self._automaton.start, first, None, first)
        return [_match(rule, first, path) for _, rule, path in self._best.values()]

    def _go(self, state: State, at: int, path: Path | None, start: int) -> None:
        if (at, id(state)) in self._seen:
            return
        self._seen.add((at, id(state)))
        if state.accepts and path is not None:
            self._offer(state.accepts[0], at, path, start)
        edges = state.edges
        for mark in MARKS:
            if mark in edges and self._holds(mark, at):
                self._follow(state, (mark, "", at, at), path, at if mark == "<" else start)
        for symbol, value, end in self._lattice.edges.get(at, ()):
            if symbol in edges:
                self._follow(state, (symbol, value, at, end), path, start)

    def _holds(self, mark: str, at: int) -> bool:
        if mark == "+":
            return self._lattice.glued(at)
        return mark != "$" or self._lattice.ends_paragraph(at)

    def _follow(self, state: State, step: Step, path: Path | None, start: int) -> None:
        target = self._automaton.step(state, step[0])
        if target is not None:
            self._go(target, step[3], (path, step), start)

    def _offer(self, rule: Rule, at: int, path: Path, start: int) -> None:
        """Keeps the better of two: what sees more, then the earlier rule."""
        worth = (at, -rule.order)
        if start not in self._best or worth > self._best[start][0]:
            self._best[start] = (worth, rule, path)


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
