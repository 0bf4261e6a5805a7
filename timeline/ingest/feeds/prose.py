"""The paragraphs of a piece of HTML that is an article and nothing else."""

from __future__ import annotations

import re
from typing import Final

_LEFT_OUT: Final = frozenset(
    {"script", "style", "figure", "iframe", "form", "noscript", "svg", "video", "audio", "head"}
)
_BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "blockquote",
        "section",
        "article",
        "pre",
        "table",
        "tr",
        "td",
        "th",
        "hr",
        "header",
        "footer",
        "dl",
        "dt",
        "dd",
    ]
)
_APART: Final = re.compile(r"\n\s*\n")


def prose(markup: str) -> str:
    """Plain text with a blank line between paragraphs; text without markup comes back as it is."""
    if not markup.strip():
        return ""
    from lxml import html  # noqa: PLC0415  # only those who read feeds

    tree = html.fragment_fromstring(_safe(markup), create_parent="div")
    for node in list(tree.iter()):
        if not isinstance(node.tag, str) or node.tag in _LEFT_OUT:
            if node.getparent() is not None:
                node.drop_tree()
        elif node.tag in _BLOCKS:
            node.text = f"\n\n{node.text or ''}"
            node.tail = f"\n\n{node.tail or ''}"
        elif node.tag == "br":
            node.tail = f"\n{node.tail or ''}"
    paragraphs = (" ".join(one.split()) for one in _APART.split(str(tree.text_content())))
    return "\n\n".join(one for one in paragraphs if one)


def _safe(markup: str) -> str:
    """Without the characters that no XML may hold: lxml refuses some of them."""
    return "".join(one for one in markup if one >= " " or one in "\t\n\r").encode("utf-8", "replace").decode()
