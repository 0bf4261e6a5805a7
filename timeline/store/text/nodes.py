"""Positions: where in a piece of YAML each key and value stands. Slow, so only asked when there is something to say or write.

PyYAML reads YAML 1.1 and refuses some characters; what it would trip over is masked, one character for one, so its
offsets hold for the text as it is, and words are always cut from that text. Aliases are masked too: a piece does not
hold the anchors of other pieces, and what is edited is the alias itself, not what it points to.
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

_ALIAS = re.compile(r"((?:^|[\[{,]|[:-](?=\s))\s*)\*", re.MULTILINE)

Node = yaml.Node
Pair = tuple[yaml.Node, yaml.Node]


def compose(piece: str) -> Node | None:
    """The tree of a piece, its marks counting from the start of the piece; `None` when it cannot be had."""
    try:
        node = yaml.compose(_ALIAS.sub(r"\1_", _MASKED.sub("_", piece)), Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return node if isinstance(node, Node) else None


def start(node: Node) -> int:
    return int(node.start_mark.index)


def end(node: Node) -> int:
    """Where the words of a value end, without the comments and blank lines that follow."""
    if isinstance(node, yaml.ScalarNode) or (isinstance(node, yaml.CollectionNode) and node.flow_style):
        return int(node.end_mark.index)
    last = node.value[-1]
    return end(last[1] if isinstance(last, tuple) else last)


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
