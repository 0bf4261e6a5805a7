"""All that a page shows, in its order: for what the reader of articles may have left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "head", "svg"})
_INLINE: Final = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    }
)  # fmt: skip


def visible_text(tree: Any) -> str:
    """Of a parsed page (`lxml`)."""
    return "".join(_parts(tree)).strip()


def _parts(node: Any) -> Iterator[str]:
    if not isinstance(node.tag, str):  # a comment; what follows it is shown
        return
    if node.tag in _UNSEEN:
        return
    apart = "" if node.tag in _INLINE else "\n"
    yield apart + (node.text or "")
    for child in node:
        yield from _parts(child)
        yield child.tail or ""
    yield apart
