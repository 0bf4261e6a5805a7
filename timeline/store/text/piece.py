"""Places in a piece of YAML text: where lines begin and end, where something can be put in, what comments there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from timeline.store.text import nodes
from timeline.store.text.nodes import Node

_COMMENT_LINE = re.compile(r"( *)#[^\n]*(?:\n|\Z)")
_BLANK_LINE = re.compile(r"[ \t\r]*\n")


def line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def next_line(text: str, offset: int) -> int:
    """Where the line after the one that holds an offset begins; the end of the text if there is none."""
    at = text.find("\n", offset)
    return len(text) if at < 0 else at + 1


def column(text: str, offset: int) -> int:
    return offset - line_start(text, offset)


def after(text: str, node: Node) -> int:
    """Where the first line that does not belong to a value begins; comments and blank lines do not belong to it."""
    last = last_scalar(node)
    if last is None or last.style not in {"|", ">"}:
        return next_line(text, nodes.end(node))
    return _after_block_scalar(text, last)


def _after_block_scalar(text: str, node: yaml.ScalarNode) -> int:
    """Its mark stands behind the blank lines that follow; they are part of the text only if it keeps them (`|+`)."""
    begin, stop = nodes.start(node), nodes.end(node)
    if stop < len(text) and text[stop - 1 : stop] != "\n":
        stop = line_start(text, stop)
    if "+" in text[begin : next_line(text, begin)].partition("#")[0]:
        return stop
    while stop > begin and _BLANK_LINE.fullmatch(text, line_start(text, stop - 1), stop):
        stop = line_start(text, stop - 1)
    return stop


def last_scalar(node: Node) -> yaml.ScalarNode | None:
    """The scalar that ends a value in block style, if one does."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node if isinstance(node, yaml.ScalarNode) else None


def past_comments(text: str, offset: int, indent: int) -> int:
    """Past the comment lines that follow directly and are indented at least so far."""
    while (match := _COMMENT_LINE.match(text, offset)) and len(match[1]) >= indent:
        offset = match.end()
    return offset


def comments(text: str, node: Node, begin: int, stop: int) -> Iterator[str]:
    """The comments between two offsets, found outside the scalars of the tree."""
    at = begin
    for first, last in (*_scalars(node, begin, stop), (stop, stop)):
        if at < first:
            yield from (match[0].rstrip("\r") for match in re.finditer(r"(?<![^\s,\[\]{}:])#[^\n]*", text[at:first]))
        at = max(at, last)


def _scalars(node: Node, begin: int, stop: int) -> list[tuple[int, int]]:
    found = []
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, yaml.ScalarNode):
            found.append((nodes.start(inner), nodes.end(inner)))
        elif isinstance(inner, yaml.MappingNode):
            waiting.extend(part for pair in inner.value for part in pair)
        elif isinstance(inner, yaml.SequenceNode):
            waiting.extend(inner.value)
    return sorted(span for span in found if begin <= span[0] and span[1] <= stop and span[0] < span[1])
