"""Positions: where in a piece of YAML each key and value stands. Slow, so only asked when there is something to say or write.

PyYAML reads YAML 1.1 and refuses some characters; what it would trip over is masked, one character for one, so its
offsets hold for the text as it is, and words are always cut from that text.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# everything that YAML 1.1 does not print, and the line breaks that YAML 1.2 no longer knows
_MASKED = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdff\ufe00-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

Node = yaml.Node
Pair = tuple[yaml.Node, yaml.Node]


def compose(piece: str) -> Node | None:
    """The tree of a piece, its marks counting from the start of the piece; `None` when it cannot be had."""
    try:
        node = yaml.compose(_MASKED.sub("_", piece), Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return node if isinstance(node, Node) else None


def start(node: Node) -> int:
    return int(node.start_mark.index)


def end(node: Node) -> int:
    """Where the words of a value end, without the comments and blank lines that follow."""
    if isinstance(node, yaml.ScalarNode) or (isinstance(node, yaml.CollectionNode) and node.flow_style):
        return int(node.end_mark.index)
    last: Any = node.value[-1]
    if isinstance(node, yaml.MappingNode):
        key, value = last
        return max(int(key.end_mark.index), end(value))  # an alias points back to where its anchor stands
    return end(last)


def pair(node: Node, key: str | int | None, data: Any = None) -> Pair | None:
    """The key and the value of a mapping under a key; a key that YAML did not read as text is found by its rank in `data`."""
    if not isinstance(node, yaml.MappingNode):
        return None
    if isinstance(key, str):
        for found in node.value:
            if found[0].value == key:
                return found  # type: ignore[no-any-return]
    if isinstance(data, dict) and key in data and len(data) == len(node.value):
        return node.value[list(data).index(key)]  # type: ignore[no-any-return]
    return None


def item(node: Node, index: str | int) -> Node | None:
    if not isinstance(node, yaml.SequenceNode) or not isinstance(index, int) or index >= len(node.value):
        return None
    return node.value[index]  # type: ignore[no-any-return]
