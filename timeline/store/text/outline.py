"""The outline of a ledger text: where its sections and their entries begin, found without parsing the text.

Lines at the right indentation that look like a key are taken for one; the keys found must be those that the parser
found, in the same order, or the whole text is composed instead, which is slow and sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import yaml

from timeline.store.text import nodes
from timeline.store.text.yaml_values import BOM

_KEY: Final = (
    r"^ {%d}(?:\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\n]|'')*)'|(?P<plain>[^\s\"'#&*!|>%%@`{}\[\],?-][^\n]*?"
    r"|[?-][^\s][^\n]*?))[ \t]*:(?=[ \t\r\n]|\Z)"
)
_CONTENT = re.compile(r"^( *)[^\s#]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Span:
    """A key with all that belongs to it: from the start of its line to the start of the next one's."""

    key: str
    start: int
    end: int


def sections(text: str, data: dict[Any, Any]) -> list[Span] | None:
    """The top-level keys; `None` when they do not stand one under another."""
    if text.startswith(BOM):
        text = "\n" + text[1:]  # the first key is to stand at the start of a line
    return _spans(text, 0, len(text), 0, data)


def entries(text: str, section: Span, data: Any) -> list[Span] | None:
    """The keys of a section; `None` when they do not stand one under another (a flow mapping, an alias, nothing)."""
    if not isinstance(data, dict) or not data:
        return None
    body = _after_first_line(text, section)
    first = _CONTENT.search(text, body, section.end)
    if first is None or not first[1]:
        return None
    return _spans(text, body, section.end, len(first[1]), data)


def _after_first_line(text: str, span: Span) -> int:
    at = text.find("\n", span.start, span.end)
    return span.end if at < 0 else at + 1


def _spans(text: str, begin: int, stop: int, indent: int, data: dict[Any, Any]) -> list[Span] | None:
    found = list(_candidates(text, begin, stop, indent))
    if _agrees((key for key, _ in found), data):
        return _close(found, stop)
    return _composed(text, begin, stop, data)


def _candidates(text: str, begin: int, stop: int, indent: int) -> Iterable[tuple[str, int]]:
    for match in re.compile(_KEY % indent, re.MULTILINE).finditer(text, begin, stop):
        if match["plain"] is not None:
            yield match["plain"], match.start()
        elif match["single"] is not None:
            yield match["single"].replace("''", "'"), match.start()
        elif "\\" not in match["double"]:
            yield match["double"], match.start()
        else:
            node = nodes.compose(f'"{match["double"]}"')
            yield (node.value if node else match["double"]), match.start()


def _agrees(found: Iterable[str], data: dict[Any, Any]) -> bool:
    seen = list(found)
    return len(seen) == len(data) and all(
        key == known or not isinstance(known, str) for key, known in zip(seen, data, strict=True)
    )


def _close(found: list[tuple[str, int]], stop: int) -> list[Span]:
    starts = [at for _, at in found]
    return [Span(key, at, until) for (key, at), until in zip(found, [*starts[1:], stop], strict=True)]


def _composed(text: str, begin: int, stop: int, data: dict[Any, Any]) -> list[Span] | None:
    node = nodes.compose(text[begin:stop])
    if not isinstance(node, yaml.MappingNode) or node.flow_style or len(node.value) != len(data):
        return None
    found = []
    for key, _ in node.value:
        at = text.rfind("\n", 0, begin + nodes.start(key)) + 1
        found.append((key.value, max(at, begin)))
    return _close(found, stop)
