"""markwhen: lines that begin with a date, the properties under them, `>` quotes left aside.

Ranges are EDTF (`2025-10-20/2025-10-22`) or dates with a dash between; what we cannot read as a date is read as words.
Dates relative to another event are told and left out: they depend on the program that draws them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest.entries.asked import Asked
from timeline.ingest.entries.statuses import status
from timeline.ingest.entries.text_file import damaged, opened
from timeline.ingest.refusal import refusal
from timeline.model.entry import Entry

_DATE: Final = r"-?\d{1,4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,4})?)?(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_WORDS: Final = r"(?:\d{1,2} )?[^\W\d]{3,12}\.? (?:\d{1,2},? )?\d{4}"
_EVENT: Final = re.compile(rf"\s*({_DATE}|{_WORDS})(?:\s*(/|-|–|to)\s*({_DATE}|{_WORDS}|now))?\s*:\s(.*)")
_RELATIVE: Final = re.compile(
    r"\s*(?:(?:after|before|by)\s+!|!?[\w-]*\s*\d+\s+(?:week )?(?:day|week|month|year|hour|minute)s?\b).*?:\s"
)
_PROPERTY: Final = re.compile(r"([A-Za-z]\w*):\s*(.*)")
_SIGN: Final = re.compile(r"(?:^|\s)[#!]([\w-]+)")
_UTC: Final = re.compile(r"(T\d\d:\d\d):00Z")


class _Draft:
    """The lines of one event."""

    def __init__(self, line: int, when: str, title: str) -> None:
        self.line, self.when, self.title = line, when, title
        self.properties: dict[str, str] = {}
        self.note: list[str] = []
        self.open = True

    def add(self, line: str) -> None:
        found = _PROPERTY.fullmatch(line) if self.open else None
        if found:
            self.properties[found[1]] = _scalar(found[2])
            return
        self.open = False
        if line and not line.startswith((">", "//")):
            self.note.append(line)


def read(path: Path, asked: Asked) -> Iterator[Entry | Diagnostic]:  # noqa: ARG001  # the signature of every reader
    """Raises `SourceError`; E129 for a file without a dated line."""
    draft: _Draft | None = None
    header = found = False
    with opened(path) as lines:
        for number, raw in enumerate(lines, start=1):
            line = raw.strip()
            header = (not header if line == "---" else header) if draft is None else False
            if header or line == "---":
                continue
            begun = _EVENT.fullmatch(raw.rstrip("\r\n"))
            if begun is None and draft is not None and not _RELATIVE.match(raw):
                draft.add(line)
                continue
            if draft is not None:
                yield _made(draft, path)
                draft = None
            if begun is not None:
                found, draft = True, _Draft(number, _range(begun), begun[4].strip())
            elif _RELATIVE.match(raw) and not line.startswith(("//", ">")):
                found = True
                yield Diagnostic("E126", "its date depends on another event", Where(str(path), number))
    if draft is not None:
        yield _made(draft, path)
    if not found:
        raise refusal("E129", "no line of it begins with a date", str(path))


def _range(begun: re.Match[str]) -> str:
    first, last = (_UTC.sub(r"\1Z", end.strip()) if end else None for end in (begun[1], begun[3]))
    if last is None:
        return first or ""
    return f"{first}/{'..' if last == 'now' else last}"


def _made(draft: _Draft, path: Path) -> Entry | Diagnostic:
    said = draft.properties
    tags = tuple(_SIGN.findall(draft.title.replace("!", " !"))) if "title" not in said else ()
    title = said.get("title") or _SIGN.sub("", draft.title).strip()
    if not title or damaged(title):
        return Diagnostic("E126", "it has no title that can be read", Where(str(path), draft.line))
    name = said.get("id") if "when" in said else None
    when = said.get("when") or draft.when
    return Entry(
        key=said.get("id", ""),
        event=name,
        title=title,
        when=when,
        says=status(said.get("occurrence")),
        kind=said.get("kind"),
        place=said.get("place"),
        actors=tuple(one.strip() for one in said.get("actors", "").split(";") if one.strip()),
        tags=tags,
        note="\n".join(draft.note).strip() or None,
        line=draft.line,
    )


def _scalar(text: str) -> str:
    if text.startswith('"'):
        try:
            found: Any = json.loads(text)
        except ValueError:
            return text
        return str(found)
    return text.strip("'")
