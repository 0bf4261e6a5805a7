"""The few edits that a piece of YAML can undergo: set a key, remove a key, append an item, remove an item.

Each takes the text of a piece, its tree (or a part of it) and gives the new text. Nothing outside the value is touched;
a comment that stood in what is replaced or removed is kept on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from timeline.store.text import nodes, piece
from timeline.store.text.layout import Items, Style, block, block_item, inline
from timeline.store.text.layout import Node as Written
from timeline.store.text.nodes import Node, Pair
from timeline.store.text.scalar_text import scalar


class UnspliceableError(Exception):
    """A layout that cannot be edited without writing anew what a person wrote; `offset` tells where in the `piece`."""

    def __init__(self, message: str, offset: int = 0, piece: str = "") -> None:
        super().__init__(message)
        self.message, self.offset, self.piece = message, offset, piece


def set_key(text: str, mapping: Node, key: str, value: Written, order: Sequence[str], newline: str) -> str:
    """Gives a key a value on one line; a new key is put after those that come before it in `order`."""
    found = nodes.pair(mapping, key)
    if found is not None:
        return _replace(text, mapping, found, value, newline)
    if not isinstance(mapping, yaml.MappingNode):
        raise UnspliceableError("keys are expected here", nodes.start(mapping))
    flow = bool(mapping.flow_style)
    words = f"{scalar(key, flow=flow)}: {inline(value, flow=flow)}"
    earlier = order[: order.index(key)] if key in order else [name.value for name, _ in mapping.value]
    before = [pair for pair in mapping.value if pair[0].value in earlier]
    if flow:
        return _into_flow(text, mapping, before, words)
    return _into_block(text, mapping, before, words, newline)


def _into_flow(text: str, mapping: yaml.MappingNode, before: Sequence[Pair], words: str) -> str:
    if before:
        at = nodes.end(before[-1][1])
        return f"{text[:at]}, {words}{text[at:]}"
    at = nodes.start(mapping) + text[nodes.start(mapping) :].index("{") + 1
    return f"{text[:at]}{words}{', ' if mapping.value else ''}{text[at:]}"


def _into_block(text: str, mapping: yaml.MappingNode, before: Sequence[Pair], words: str, newline: str) -> str:
    first_key = nodes.start(mapping.value[0][0])
    indent = piece.column(text, first_key)
    if not before:
        return f"{text[:first_key]}{words}{newline}{' ' * indent}{text[first_key:]}"
    at = piece.after(text, before[-1][1])
    if before[-1] is mapping.value[-1]:
        at = piece.past_comments(text, at, indent)
    return f"{text[:at]}{' ' * indent}{words}{newline}{text[at:]}"


def _replace(text: str, mapping: Node, pair: Pair, value: Written, newline: str) -> str:
    key, old = pair
    flow = isinstance(mapping, yaml.MappingNode) and bool(mapping.flow_style)
    words = inline(value, flow=flow)
    begin, stop = nodes.start(old), nodes.end(old)
    kept = list(piece.comments(text, old, nodes.end(key), stop))
    if isinstance(old, yaml.ScalarNode) and old.style in {"|", ">"}:
        stop = piece.after(text, old)
        words += newline if text[stop - 1 : stop] == "\n" else ""
    if kept or piece.line_start(text, begin) != piece.line_start(text, nodes.end(key)):
        begin = nodes.end(key) + text[nodes.end(key) :].index(":") + 1
    lead = "" if text[begin - 1 : begin].isspace() else " "
    return _with_comments(text[:begin] + lead + words + text[stop:], nodes.start(key), kept, newline, flow=flow)


def _with_comments(text: str, offset: int, kept: Sequence[str], newline: str, *, flow: bool) -> str:
    """Comments of a replaced value, each on its own line above the key."""
    if not kept or flow:
        return text
    at = piece.line_start(text, offset)
    indent = " " * piece.column(text, offset)
    return text[:at] + "".join(f"{indent}{comment}{newline}" for comment in kept) + text[at:]


def remove_key(text: str, mapping: Node, key: str, newline: str) -> str:
    found = nodes.pair(mapping, key)
    if found is None or not isinstance(mapping, yaml.MappingNode):
        return text
    begin, stop = nodes.start(found[0]), nodes.end(found[1])
    if mapping.flow_style:
        return _out_of_flow(text, begin, stop)
    if len(mapping.value) == 1:
        raise UnspliceableError("this key stands alone; nothing would be left", begin)
    stop = piece.after(text, found[1])
    kept = list(piece.comments(text, mapping, begin, stop))
    if text[piece.line_start(text, begin) : begin].strip():  # beside the "-" of a list
        following = mapping.value[1][0]
        return text[:begin] + text[nodes.start(following) :]
    begin = piece.line_start(text, begin)
    return _lines_replaced(text, begin, stop, kept, newline)


def _lines_replaced(text: str, begin: int, stop: int, kept: Sequence[str], newline: str) -> str:
    indent = re.match(r" *", text[begin:])
    lead = indent[0] if indent else ""
    return text[:begin] + "".join(f"{lead}{comment}{newline}" for comment in kept) + text[stop:]


def _out_of_flow(text: str, begin: int, stop: int) -> str:
    """Without the comma that followed, or, for the last one, the comma before."""
    following = re.compile(r"\s*,\s*").match(text, stop)
    if following:
        return text[:begin] + text[following.end() :]
    before = re.search(r",\s*$", text[:begin])
    return text[: before.start() if before else begin] + text[stop:]


def set_items(text: str, mapping: Node, key: str, value: Items, style: Style, newline: str) -> str:
    """Puts the first items under a key, the last of its mapping, that has none or is not there; block style where it can be."""
    if not isinstance(mapping, yaml.MappingNode):
        raise UnspliceableError("keys are expected here", nodes.start(mapping))
    found = nodes.pair(mapping, key)
    if mapping.flow_style:
        return set_key(text, mapping, key, value, (), newline)
    indent = piece.column(text, nodes.start(mapping.value[0][0]))
    lines = [line + newline for line in block([(key, value)], style, indent)]
    if found is None:
        at = piece.past_comments(text, piece.after(text, mapping.value[-1][1]), indent)
        return text[:at] + "".join(lines) + text[at:]
    begin, stop = nodes.start(found[1]), nodes.end(found[1])
    text = text[:begin].rstrip(" ") + text[stop:] if begin < stop else text
    at = piece.next_line(text, nodes.end(found[0]))
    return text[:at] + "".join(lines[1:]) + text[at:]


def into_list(text: str, node: Node) -> str:
    """Puts brackets around an only item that stands without a list."""
    if isinstance(node, yaml.SequenceNode):
        return text
    if not isinstance(node, yaml.MappingNode):
        raise UnspliceableError("a list is expected here, not an alias ('*...')", nodes.start(node))
    if not node.flow_style:
        raise UnspliceableError("this is one item without a list; put '- ' before it", nodes.start(node))
    return f"{text[: nodes.start(node)]}[{text[nodes.start(node) : nodes.end(node)]}]{text[nodes.end(node) :]}"


def append_item(text: str, sequence: Node, value: Written, style: Style, newline: str) -> str:
    """Puts an item at the end of a list that has at least one."""
    if not isinstance(sequence, yaml.SequenceNode):
        raise UnspliceableError("a list is expected here", nodes.start(sequence))
    if sequence.flow_style:
        at = nodes.end(sequence.value[-1]) if sequence.value else nodes.start(sequence) + 1
        return f"{text[:at]}{', ' if sequence.value else ''}{inline(value, flow=True)}{text[at:]}"
    column = piece.column(text, nodes.start(sequence))
    at = piece.past_comments(text, piece.after(text, sequence), column + 1)
    lines = "".join(line + newline for line in block_item(value, style, column))
    return text[:at] + lines + text[at:]


def insert_item(text: str, sequence: Node, rank: int, value: Written, style: Style, newline: str) -> str:
    """Puts an item directly before the one of that rank, which is there: where `remove_item` took one from."""
    item = nodes.item(sequence, rank)
    if item is None or not isinstance(sequence, yaml.SequenceNode):
        raise UnspliceableError("a list is expected here", nodes.start(sequence))
    if sequence.flow_style:
        at = nodes.start(item)
        return f"{text[:at]}{inline(value, flow=True)}, {text[at:]}"
    at = piece.line_start(text, _dash(text, sequence, item))
    lines = "".join(line + newline for line in block_item(value, style, piece.column(text, nodes.start(sequence))))
    return text[:at] + lines + text[at:]


def _dash(text: str, sequence: Node, item: Node) -> int:
    """Where the "-" of an item stands, alone on its line but for the item."""
    at = text.rindex("-", 0, nodes.start(item))
    if (
        piece.column(text, at) != piece.column(text, nodes.start(sequence))
        or text[piece.line_start(text, at) : at].strip()
    ):
        raise UnspliceableError("this list is laid out in a way that cannot be edited line by line", at)
    return at


def remove_item(text: str, sequence: Node, rank: int, newline: str) -> str:
    """Removes one of several items."""
    item = nodes.item(sequence, rank)
    if item is None or not isinstance(sequence, yaml.SequenceNode):
        raise UnspliceableError("a list is expected here", nodes.start(sequence))
    if sequence.flow_style:
        return _out_of_flow(text, nodes.start(item), nodes.end(item))
    begin = _dash(text, sequence, item)
    column = piece.column(text, begin)
    stop = piece.past_comments(text, piece.after(text, item), column + 1)
    kept = list(piece.comments(text, item, begin, stop))
    return _lines_replaced(text, piece.line_start(text, begin), stop, kept, newline)
