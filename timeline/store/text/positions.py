"""From the way to a value in the data to its place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from timeline.store.text import nodes, outline
from timeline.store.text.outline import Span
from timeline.store.text.problem import Steps
from timeline.store.text.yaml_values import BOM


@dataclass(frozen=True, slots=True)
class Found:
    """Offsets in the text of a key and of the words of its value; an item of a list has no key."""

    key: tuple[int, int] | None
    value: tuple[int, int]


@dataclass
class Positions:
    """Composes only the entry that it is asked about; `data` is what the parser made of the text."""

    text: str
    data: dict[Any, Any]
    _composed: dict[Span, nodes.Node | None] = field(default_factory=dict)
    _entries: dict[str, list[Span] | None] = field(default_factory=dict)
    _sections: list[Span] | None = None

    def place(self, steps: Steps, *, at_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of a value, or of its key; of the nearest thing around it that can be found."""
        for length in range(len(steps), 0, -1):
            found = self.find(steps[:length])
            if found is not None:
                key_wanted = (at_key or length < len(steps)) and found.key is not None
                return self.line_and_column(found.key[0] if key_wanted and found.key else found.value[0])
        return 1, 1

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """From 1; a byte order mark does not count."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        first = 1 if self.text.startswith(BOM) else 0
        return [first, *(match.end() for match in re.finditer("\n", self.text))]

    def find(self, steps: Steps) -> Found | None:
        if not steps:
            return None
        span, depth = self._span(steps)
        if span is None:
            return None
        if span not in self._composed:
            self._composed[span] = nodes.compose(self.text[span.start : span.end])
        return self._descend(span, steps, depth)

    def _span(self, steps: Steps) -> tuple[Span | None, int]:
        """The smallest stretch of the text that holds the value, and how many steps lead to it."""
        if self._sections is None:
            self._sections = outline.sections(self.text, self.data) or [
                Span("", int(self.text.startswith(BOM)), len(self.text))
            ]
        section = self._ranked(self._sections, self.data, steps[0])
        if section is None:
            return (self._sections[0], 0) if self._sections[0].key == "" else (None, 0)
        name = str(steps[0])
        inner = self.data.get(steps[0])
        if len(steps) == 1 or not isinstance(inner, dict):
            return section, 0
        if name not in self._entries:
            self._entries[name] = outline.entries(self.text, section, inner)
        spans = self._entries[name]
        if spans is None:
            return section, 0
        return self._ranked(spans, inner, steps[1]) or section, 1

    @staticmethod
    def _ranked(spans: list[Span], data: dict[Any, Any], key: str | int) -> Span | None:
        rank = list(data).index(key) if key in data else -1
        return spans[rank] if 0 <= rank < len(spans) == len(data) else None

    def _descend(self, span: Span, steps: Steps, depth: int) -> Found | None:
        node = self._composed[span]
        data: Any = self.data
        for step in steps[:depth]:
            data = data.get(step)
        key: yaml.Node | None = None
        for rank, step in enumerate(steps[depth:]):
            if node is None:
                return None
            whole = data if rank or not depth else None
            found = nodes.pair(node, step, whole) or self._only(node, rank)
            key, node = found or (None, nodes.item(node, step))
            data = _inner(data, step)
        return self._offsets(span, key, node)

    @staticmethod
    def _only(node: nodes.Node, rank: int) -> nodes.Pair | None:
        """A stretch that begins with the key holds nothing else."""
        if rank == 0 and isinstance(node, yaml.MappingNode) and len(node.value) == 1:
            return node.value[0]  # type: ignore[no-any-return]
        return None

    @staticmethod
    def _offsets(span: Span, key: nodes.Node | None, node: nodes.Node | None) -> Found | None:
        if node is None:
            return None
        at = span.start
        return Found(
            (at + nodes.start(key), at + nodes.end(key)) if key is not None else None,
            (at + nodes.start(node), at + nodes.end(node)),
        )


def _inner(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None
