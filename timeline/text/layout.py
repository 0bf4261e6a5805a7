"""Paragraphs and what they are: prose, the headline, or a heading, a caption, the debris of a web page.

Only prose and the headline are read for claims. What debris looks like is data (`lang/page.yaml`), since pages mix languages.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from timeline.lang.yaml_data import read
from timeline.text.normalise import normalise

_HEADING_WORDS: Final = 18
_HEADLINE_WORDS: Final = 3
_WRAPPED_LINE: Final = 60
_ENDS: Final = (".", "!", "?", "…", ":", ";", '"', ")", "]", ",")
_CLOSERS: Final = "\"')] "


class Sort(StrEnum):
    PROSE = "prose"
    HEADLINE = "headline"
    HEADING = "heading"
    CAPTION = "caption"
    DEBRIS = "debris"


TOLD: Final = frozenset({Sort.PROSE, Sort.HEADLINE})
"""What may tell of events."""


class Paragraph(NamedTuple):
    """A half-open span of the normalised text, without the blanks around it."""

    start: int
    end: int
    sort: Sort


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = read("page.yaml")
    return _any_of(data["debris"]), _any_of(data["captions"])


def _any_of(rows: list[dict[str, str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Every paragraph of a normalised text, in order. Hard-wrapped lines are joined to one paragraph."""
    spans = [span for block in _blocks(text) for span in block]
    alone = len(spans) == 1
    found = [Paragraph(start, end, _sort(text[start:end], alone=alone)) for start, end in spans]
    first = next((n for n, p in enumerate(found) if p.sort is Sort.PROSE or _long(text, p)), len(found))
    if first < len(found) and found[first].sort is Sort.HEADING and any(p.sort is Sort.PROSE for p in found):
        found[first] = found[first]._replace(sort=Sort.HEADLINE)
    return tuple(found)


def _long(text: str, paragraph: Paragraph) -> bool:
    """A heading of some words: no dateline, no name of a section."""
    return paragraph.sort is Sort.HEADING and len(text[paragraph.start : paragraph.end].split()) >= _HEADLINE_WORDS


def headline(text: str) -> str | None:
    """The first heading of some words above the prose of an article, as it stands there."""
    plain = normalise(text)
    for start, end, sort in paragraphs(plain.text):
        if sort is Sort.HEADLINE:
            first, last = plain.to_source(start, end)
            return " ".join(text[first:last].split())
    return None


def _blocks(text: str) -> list[list[tuple[int, int]]]:
    """Runs of lines between blank lines, each run cut into paragraphs."""
    blocks: list[list[tuple[int, int]]] = []
    fresh = True
    for match in re.finditer(r"[^\n]*\n|[^\n]+", text):
        line = match[0]
        if not line.strip():
            fresh = True
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if fresh:
            blocks.append([(start, end)])
        elif _continues(text, blocks[-1][-1], start):
            blocks[-1][-1] = (blocks[-1][-1][0], end)
        else:
            blocks[-1].append((start, end))
        fresh = False
    return blocks


def _continues(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether the line at `start` goes on with the one before it: that was long, or was cut before a small letter."""
    last_line = text[text.rfind("\n", 0, before[1]) + 1 : before[1]].strip()
    if last_line.rstrip(_CLOSERS).endswith((".", "!", "?", "…")) and len(last_line) < _WRAPPED_LINE:
        return False
    if _WRAPPED_LINE <= len(last_line) <= 2 * _WRAPPED_LINE and _longest_line(text, start) <= 2 * _WRAPPED_LINE:
        return True
    return text[start].islower() and not last_line.endswith((".", "!", "?"))


def _longest_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return (len(text) if end < 0 else end) - start


def _sort(words: str, *, alone: bool) -> Sort:
    debris, captions = _patterns()
    if debris.match(words):
        return Sort.DEBRIS
    if captions.match(words):
        return Sort.CAPTION
    if alone:
        return Sort.PROSE
    if not any(character.isalpha() for character in words):
        return Sort.DEBRIS
    if not words.endswith(_ENDS) and len(words.split()) <= _HEADING_WORDS:
        return Sort.HEADING
    return Sort.PROSE
