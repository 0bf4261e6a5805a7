r"""The little language of the rules' patterns, read into a tree.

    word        that word, whatever its case            %class     a word of that class
    [a b]       optional                                (a|b)      one of them
    (a){0,2}    bounded repetition, never unbounded     @name      a macro of the same file
    +           no white space here                     < ... >    the span, when the pattern also sees its context
    $           the line ends here                          !          no word follows: a sign, or the line ends
    ~           no capital follows: what the span counts is no noun, where nouns are written with one
    \(          a bracket or another sign of this language, as itself

A tree is `("word", key)`, `("class", name)`, `("mark", sign)`, `("seq", trees)` or `("any", trees)`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline.lang import words
from timeline.lang.time_classes import CLASSES

if TYPE_CHECKING:
    from collections.abc import Mapping

Tree = tuple[str, "str | tuple[Tree, ...]"]

_SYNTAX: Final = re.compile(
    r"\s*(?:(\{\d+(?:,\d*)?\}|\{,\d+\}|[*?])|([%@])([a-z_]+)|([\[\]()|+<>$!~])|(\\[\[\]()|+<>$!~?*%]|[^\s\[\]()|+<>$!~%@{}*?]+))"
)
MOST_REPEATS: Final = 4
_NOTHING: Final[Tree] = ("seq", ())


class PatternError(ValueError):
    """Says what is wrong in a pattern; whoever reads the file adds the place."""


def parse(pattern: str, macros: Mapping[str, str]) -> Tree:
    """Raises `PatternError` for unknown classes or macros, unbounded repeats and unbalanced brackets."""
    reader = _Reader(pattern, macros)
    tree = reader.choice()
    if reader.peek() is not None:
        raise PatternError(f"unbalanced {reader.peek()!r} in {pattern!r}")
    return tree


class _Reader:
    def __init__(self, pattern: str, macros: Mapping[str, str]) -> None:
        self._pattern = pattern
        self._macros = macros
        self._parts = _scan(pattern)
        self._at = 0

    def peek(self) -> str | None:
        return self._parts[self._at] if self._at < len(self._parts) else None

    def choice(self) -> Tree:
        branches = [self._sequence()]
        while self.peek() == "|":
            self._at += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else ("any", tuple(branches))

    def _sequence(self) -> Tree:
        trees: list[Tree] = []
        while (part := self.peek()) is not None and part not in {"|", ")", "]"}:
            tree = self._element(part)
            if (count := self.peek()) is not None and count[0] == "{":
                self._at += 1
                tree = _repeat(tree, count)
            trees.append(tree)
        return trees[0] if len(trees) == 1 else ("seq", tuple(trees))

    def _element(self, part: str) -> Tree:
        self._at += 1
        if part in {"[", "("}:
            inside = self.choice()
            if self.peek() != {"[": "]", "(": ")"}[part]:
                raise PatternError(f"{part!r} is not closed in {self._pattern!r}")
            self._at += 1
            return ("any", (inside, _NOTHING)) if part == "[" else inside
        if part in {"+", "<", ">", "$", "!", "~"}:
            return ("mark", part)
        if part[0] == "%" and len(part) > 1:
            if part[1:] not in CLASSES:
                raise PatternError(f"unknown class {part!r}")
            return ("class", part[1:])
        if part[0] == "@" and len(part) > 1:
            return self._macro(part[1:])
        keys = words.keys_of(part.removeprefix("\\"))
        return ("word", keys[0]) if len(keys) == 1 else ("seq", tuple(("word", key) for key in keys))

    def _macro(self, name: str) -> Tree:
        if name not in self._macros:
            raise PatternError(f"unknown macro @{name}")
        others = {known: text for known, text in self._macros.items() if known != name}  # no macro inside itself
        return parse(self._macros[name], others)


def _scan(pattern: str) -> list[str]:
    parts: list[str] = []
    at = 0
    pattern = pattern.rstrip()
    while at < len(pattern):
        found = _SYNTAX.match(pattern, at)
        if found is None:
            raise PatternError(f"cannot read {pattern[at:]!r} in {pattern!r}")
        repeat, sigil, name, sign, word = found.groups()
        if repeat in {"*", "?"}:
            raise PatternError(
                f"{repeat!r} in {pattern!r}: write [x] for an optional part, (x){{0,2}} for a repeated one"
            )
        parts.append(repeat or (sigil + name if sigil else sign or word))
        at = found.end()
    return parts


def _repeat(tree: Tree, count: str) -> Tree:
    low, _, high = count.strip("{}").partition(",")
    if "," in count and not high:
        raise PatternError(f"unbounded repeat {count}")
    least, most = int(low or 0), int(high or low)
    if not 0 <= least <= most <= MOST_REPEATS or most == 0:
        raise PatternError(f"repeat {count}: at most {MOST_REPEATS} times")
    optional: Tree = _NOTHING
    for _ in range(most - least):
        optional = ("any", (("seq", (tree, optional)), _NOTHING))
    return ("seq", (*([tree] * least), optional))
