"""A ledger text taken apart into its sections and entries, so that each can be edited alone and put together again.

Every piece ends with a line end; what was not edited comes out byte for byte as it went in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from timeline.store.entries.ledger_reading import SECTIONS
from timeline.store.splice.edits import UnspliceableError
from timeline.store.text import nodes, outline, piece
from timeline.store.text.layout import Keys, Style, block
from timeline.store.text.outline import Span
from timeline.store.text.yaml_values import BOM

_BLANK_END = re.compile(r"(?:\A|\n)[ \t\r]*\n\Z")


@dataclass(slots=True)
class Section:
    """`head`: down to the first entry; `entries`: the text of each; `tail`: what follows and belongs to none.

    `entries` is `None` where they do not stand one under another; then `head` is the whole section.
    """

    name: str
    head: str
    entries: dict[str, str] | None = None
    tail: str = ""

    def text(self) -> str:
        return self.head + "".join((self.entries or {}).values()) + self.tail


@dataclass(slots=True)
class Draft:
    head: str
    sections: list[Section]
    newline: str
    style: Style
    lacks_last_newline: bool = False
    _found: dict[str, Section] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, data: dict[Any, Any]) -> Draft:
        """Raises `UnspliceableError` when the top-level keys do not stand one under another."""
        newline = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
        lacks = not text.endswith("\n") and text.removeprefix(BOM) != ""
        whole = text + newline if lacks else text
        spans = outline.sections(whole, data) if data else []
        if spans is None:
            raise UnspliceableError("the sections of this file do not stand one under another", 0, text)
        head = whole[: spans[0].start] if spans else whole
        parts = [_section(whole, span, data) for span in spans]
        draft = cls(head, parts, newline, Style(), lacks_last_newline=lacks)
        draft.style = _style(draft)
        return draft

    def text(self) -> str:
        return "".join(self.pieces().values())

    def pieces(self) -> dict[tuple[str, ...], str]:
        """The parts of the text, in its order, each under a name of its own and made of whole lines."""
        found: dict[tuple[str, ...], str] = {}
        ahead = self.head
        if ahead.endswith("\n") or not self.sections:
            found[()], ahead = ahead, ""
        for section in self.sections:  # the first one takes a byte order mark that stands before it
            found[section.name,], ahead = ahead + section.head, ""
            found.update(((section.name, "entry", key), text) for key, text in (section.entries or {}).items())
            found[section.name, "tail"] = section.tail
        if self.lacks_last_newline:
            last = next(name for name in reversed(found) if found[name])
            found[last] = found[last].removesuffix("\n").removesuffix("\r")
        return found

    def section(self, name: str) -> Section:
        """A section of this name, made if there is none, ready to take an entry."""
        for section in self.sections:
            if section.name == name:
                if section.entries is None:
                    _open(section)
                return section
        return self._add_section(name)

    def _add_section(self, name: str) -> Section:
        before = SECTIONS[: SECTIONS.index(name)]
        at = max((rank + 1 for rank, one in enumerate(self.sections) if one.name in before), default=len(self.sections))
        if not self.sections and not self.head.removeprefix(BOM).strip():
            self.head += f"timeline: 1{self.newline}"
        ahead = self.sections[at - 1].text() if at else self.head
        gap = "" if _BLANK_END.search(ahead) else self.newline
        section = Section(name, f"{gap}{name}:{self.newline}", {}, self.newline if at < len(self.sections) else "")
        self.sections.insert(at, section)
        return section

    def add(self, name: str, key: str, value: Keys, before: str | None = None) -> None:
        """Puts an entry at the end of a section, or before another; a blank line goes before it where the others have one."""
        section = self.section(name)
        if section.entries is None:
            raise UnspliceableError(
                f"'{name}' is laid out in a way that cannot be edited line by line", 0, section.head
            )
        column = self.style.entry
        if section.entries:
            column = _column(next(reversed(section.entries.values())))
        lines = "".join(line + self.newline for line in block([(key, value)], self.style, column))
        gap = self.newline if _spaced(section) else ""
        later = list(section.entries)
        later = later[later.index(before) :] if before in later else []
        behind = {name: section.entries.pop(name) for name in later}
        section.entries[key] = gap + lines
        section.entries.update(behind)


def _column(entry: str) -> int:
    match = re.search(r"^( *)[^\s#]", entry, re.MULTILINE)
    return len(match[1]) if match else Style().entry


def _spaced(section: Section) -> bool:
    """Whether blank lines stand between the entries: seen between the last two."""
    last = list(section.entries.values())[-2:] if section.entries else []
    return len(last) == 2 and bool(_BLANK_END.search(last[0]) or _BLANK_END.match(last[1].split("\n", 1)[0] + "\n"))


def _section(text: str, span: Span, data: dict[Any, Any]) -> Section:
    raw = text[span.start : span.end]
    if span.key not in SECTIONS:
        return Section(span.key, raw)
    found = outline.entries(text, span, data.get(span.key))
    if found is None:
        return Section(span.key, raw)
    head = text[span.start : found[0].start]
    entries = {one.key: text[one.start : one.end] for one in found}
    last = found[-1].key
    entries[last], tail = body_and_rest(entries[last])
    return Section(span.key, head, entries, tail)


def body_and_rest(entry: str) -> tuple[str, str]:
    """An entry, and the blank lines and comments below it that may belong to what follows."""
    node = nodes.compose(entry)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        return entry, ""
    key, value = node.value[0]
    indent = piece.column(entry, nodes.start(key))
    at = piece.past_comments(entry, piece.after(entry, value), indent + 1)
    return entry[:at], entry[at:]


def comments_and_rest(entry: str, newline: str) -> str:
    """What remains of an entry that is dropped: its comments, and what stands below it, if that says anything."""
    body, rest = body_and_rest(entry)
    node = nodes.compose(body)
    lead = " " * _column(body)
    kept = "".join(f"{lead}{comment}{newline}" for comment in piece.comments(body, node, 0, len(body))) if node else ""
    return kept + rest if rest.strip() else kept


def _open(section: Section) -> None:
    """Turns a section that holds nothing (`events:`, `events: {}`) into one that can take entries."""
    node = nodes.compose(section.head)
    if not isinstance(node, yaml.MappingNode):
        return
    key, value = node.value[0]
    if value.value and not (isinstance(value, yaml.ScalarNode) and value.value.lower() in {"~", "null"}):
        return
    text = section.head
    if nodes.start(value) < nodes.end(value):
        text = text[: nodes.start(value)].rstrip(" ") + text[nodes.end(value) :]
    at = piece.past_comments(text, piece.next_line(text, nodes.end(key)), 1)
    section.head, section.entries, section.tail = text[:at], {}, text[at:]


def _style(draft: Draft) -> Style:
    """The indentation of the last event with claims in block style, or of the last entry there is."""
    default = Style()
    for name in ("events", "sources", "actors"):
        section = next((one for one in draft.sections if one.name == name and one.entries), None)
        for entry in list((section.entries or {}).values())[:-4:-1] if section else ():
            style = _style_of(entry)
            if style is not None:
                return style
    return default


def _style_of(entry: str) -> Style | None:
    node = nodes.compose(entry)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        return None
    key, value = node.value[0]
    if not isinstance(value, yaml.MappingNode) or value.flow_style or not value.value:
        return None
    column = piece.column(entry, nodes.start(key))
    inner = piece.column(entry, nodes.start(value.value[0][0]))
    if inner <= column or entry[:column].strip():  # `? key`, with the value below it
        return None
    dash, item = 2, 2
    claims = nodes.pair(value, "claims")
    if claims and isinstance(claims[1], yaml.SequenceNode) and not claims[1].flow_style and claims[1].value:
        begin = piece.column(entry, nodes.start(claims[1]))
        dash = begin - inner
        first = claims[1].value[0]
        if piece.line_start(entry, nodes.start(first)) == piece.line_start(entry, nodes.start(claims[1])):
            item = piece.column(entry, nodes.start(first)) - begin
    return Style(entry=column, field=inner - column, dash=dash, item=item)
