"""All patterns of a language as one automaton, made deterministic bit by bit as texts ask for it.

Patterns have no unbounded repeats, so a walk is never longer than the longest pattern: the cost of a text is linear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.lang.time_patterns import Tree
    from timeline.lang.time_rules import Rule

MARKS: Final = ("+", "<", ">", "$", "!", "~")
"""Symbols that consume no word: glued to the one before, the span starts, the span ends, the line ends, no word
follows, no capital follows."""


class State:
    """`edges`: symbol -> the state behind it (a set of nodes until somebody goes there). `accepts`: rules that end here; `marks`: of the edges."""

    __slots__ = ("accepts", "edges", "marks")

    def __init__(self, edges: dict[str, State | frozenset[int]], accepts: tuple[Rule, ...]) -> None:
        self.edges = edges
        self.accepts = accepts
        self.marks = tuple(mark for mark in MARKS if mark in edges)


class Automaton:
    def __init__(self, rules: Iterable[Rule]) -> None:
        self._silent: list[list[int]] = [[]]
        self._moves: list[list[tuple[str, int]]] = [[]]
        self._ends: dict[int, Rule] = {}
        self._states: dict[frozenset[int], State] = {}
        for rule in rules:
            self._ends[self._add(rule.tree, 0)] = rule
        self.start: Final = self._state(frozenset({0}))

    def step(self, state: State, symbol: str) -> State | None:
        target = state.edges.get(symbol)
        return self.opened(state, symbol, target) if isinstance(target, frozenset) else target

    def opened(self, state: State, symbol: str, nodes: frozenset[int]) -> State:
        """The state behind an edge that nobody has followed yet."""
        made = state.edges[symbol] = self._state(nodes)
        return made

    def first_symbols(self) -> frozenset[str]:
        """The symbols of words a match can start with; a span may start before the first of them."""
        inside = self.step(self.start, "<")
        states = [self.start] if inside is None else [self.start, inside]
        return frozenset(symbol for state in states for symbol in state.edges)

    def _node(self) -> int:
        self._silent.append([])
        self._moves.append([])
        return len(self._moves) - 1

    def _add(self, tree: Tree, source: int) -> int:
        """Thompson's construction from a node; returns the node where the tree ends, which is never the first.

        Patterns have no loops, so nothing ever comes back to a node, and branches may start at one.
        """
        kind, content = tree
        if isinstance(content, str):
            target = self._node()
            self._moves[source].append((symbol(kind, content), target))
            return target
        if kind == "seq" and content:
            for part in content:
                source = self._add(part, source)
            return source
        target = self._node()
        for branch in content or (tree,):
            self._join(branch, source, target)
        return target

    def _join(self, branch: Tree, source: int, target: int) -> None:
        """A branch between two nodes: a word or nothing is one step."""
        kind, content = branch
        if isinstance(content, str):
            self._moves[source].append((symbol(kind, content), target))
        elif not content:
            self._silent[source].append(target)
        else:
            self._silent[self._add(branch, source)].append(target)

    def _state(self, nodes: frozenset[int]) -> State:
        known = self._states.get(nodes)
        if known is not None:
            return known
        reached = self._closure(nodes)
        edges: dict[str, set[int]] = {}
        for node in reached:
            for symbol_, target in self._moves[node]:
                edges.setdefault(symbol_, set()).add(target)
        accepts = sorted((self._ends[node] for node in reached if node in self._ends), key=lambda rule: rule.order)
        made = State({name: frozenset(targets) for name, targets in edges.items()}, tuple(accepts))
        self._states[nodes] = made
        return made

    def _closure(self, nodes: frozenset[int]) -> set[int]:
        reached = set(nodes)
        waiting = list(nodes)
        while waiting:
            for node in self._silent[waiting.pop()]:
                if node not in reached:
                    reached.add(node)
                    waiting.append(node)
        return reached


def symbol(kind: str, content: str) -> str:
    return {"word": "=", "class": "%", "mark": ""}[kind] + content


def literals(tree: Tree) -> frozenset[str]:
    """The words a pattern names itself."""
    kind, content = tree
    if isinstance(content, str):
        return frozenset({content}) if kind == "word" else frozenset()
    return frozenset().union(*map(literals, content))
