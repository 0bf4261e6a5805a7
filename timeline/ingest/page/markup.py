"""The text of a piece of markup that is an article already: nothing around it is to be left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from timeline.ingest.files.opening import library

_BLOCKS: Final = frozenset({
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_SILENT: Final = frozenset({"script", "style", "noscript"})
_BREAK: Final = "\x1e"


def plain_text(markup: str) -> str:
    """Its paragraphs, apart by a blank line."""
    if not markup.strip():
        return ""
    html = library("lxml.html", "web", "markup")
    root = html.fragment_fromstring(markup, create_parent="div")
    parts: list[str] = []
    for event, element in _walk(root):
        if event == "start" and isinstance(element.tag, str) and element.tag not in _SILENT:
            parts += [_BREAK if element.tag in _BLOCKS else "", element.text or ""]
        elif event == "end":
            parts += [_BREAK if element.tag in _BLOCKS else "", element.tail or "" if element is not root else ""]
    lines = (" ".join(line.split()) for line in "".join(parts).split(_BREAK))
    return "\n\n".join(line for line in lines if line)


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    from lxml.etree import iterwalk  # noqa: PLC0415

    yield from iterwalk(root, events=("start", "end"))
