"""Finds the keys that a text says twice."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from timeline.store.text import nodes
from timeline.store.text.yaml_values import BOM


def duplicates(text: str) -> Iterator[tuple[str, int, int]]:
    """Each key that stands twice in one mapping: its words, where it stood first, where again (offsets)."""
    root = nodes.compose("\n" + text[1:] if text.startswith(BOM) else text)
    waiting = [root] if root else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(reversed(node.value))
        elif isinstance(node, yaml.MappingNode):
            yield from _in_mapping(node)
            waiting.extend(value for _, value in reversed(node.value))


def _in_mapping(node: yaml.MappingNode) -> Iterator[tuple[str, int, int]]:
    first: dict[str, int] = {}
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode):
            at = first.setdefault(key.value, nodes.start(key))
            if at != nodes.start(key):
                yield key.value, at, nodes.start(key)
