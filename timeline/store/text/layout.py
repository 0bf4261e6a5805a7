"""The shape in which things are written: nodes, and how they look in block and in flow style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.store.text.scalar_text import quoted, scalar


@dataclass(frozen=True, slots=True)
class Words:
    """A text; `quoted`: always in double quotes."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `block`: one line or more for each item, where block style is possible."""

    items: tuple[Node, ...]
    block: bool = False


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping, in the order given."""

    pairs: tuple[tuple[str, Node], ...]
    block: bool = False


Node = Words | Number | Items | Keys


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is indented.

    `entry`: the column of ids; the others count on from what stands above them: `field` from id to key, `dash` from
    `claims` to "-", `item` from "-" to the key beside it.
    """

    entry: int = 2
    field: int = 2
    dash: int = 2
    item: int = 2


def inline(node: Node, *, flow: bool) -> str:
    """On one line; `flow` tells whether it stands between brackets."""
    if isinstance(node, Words):
        return quoted(node.text) if node.quoted else scalar(node.text, flow=flow)
    if isinstance(node, Number):
        return repr(node.value)
    if isinstance(node, Items):
        return f"[{', '.join(inline(item, flow=True) for item in node.items)}]"
    return f"{{{', '.join(f'{scalar(key, flow=True)}: {inline(value, flow=True)}' for key, value in node.pairs)}}}"


def block(pairs: Sequence[tuple[str, Node]], style: Style, column: int) -> Iterator[str]:
    """Lines, without line ends, of a mapping whose keys stand at a column."""
    lead = " " * column
    for key, value in pairs:
        name = f"{lead}{scalar(key, flow=False)}:"
        if isinstance(value, Keys) and value.block and value.pairs:
            yield name
            yield from block(value.pairs, style, column + style.field)
        elif isinstance(value, Items) and value.block and value.items:
            yield name
            for item in value.items:
                yield from block_item(item, style, column + style.dash)
        else:
            yield f"{name} {inline(value, flow=False)}"


def block_item(node: Node, style: Style, column: int) -> Iterator[str]:
    """Lines of an item whose "-" stands at a column."""
    lead = " " * column + "-"
    if not isinstance(node, Keys) or not node.block or not node.pairs:
        yield f"{lead} {inline(node, flow=False)}"
        return
    lines = list(block(node.pairs, style, column + style.item))
    yield lead + lines[0][len(lead) :]
    yield from lines[1:]
