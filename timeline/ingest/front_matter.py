"""Front matter: what a text says about itself between two lines of `---`, one `key: value` a line.

Read line by line and not as YAML: headlines hold colons, quotes and dashes, and are typed without thinking of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_FENCE: Final = "---"
_LINE: Final = re.compile(r"([A-Za-z][A-Za-z _-]{0,40}?)[ \t]*:(?:[ \t]+(.*)|$)")
_LONGEST: Final = 60
_NAMES: Final[Mapping[str, str]] = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publication": "outlet",
    "site": "outlet",
    "author": "author",
    "byline": "author",
    "url": "url",
    "link": "url",
    "published": "published",
    "date": "published",
    "language": "language",
    "lang": "language",
}
"""What is written -> what it is; keys that are not here are left alone."""


def split(text: str) -> tuple[dict[str, str], str]:
    """The known fields, and the text without the front matter; text that has none comes back whole."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return {}, text
    end = next((number for number, line in enumerate(lines[:_LONGEST]) if number and line.rstrip() == _FENCE), None)
    if end is None:
        return {}, text
    fields = _fields(lines[1:end])
    return (fields, "\n".join(lines[end + 1 :])) if fields else ({}, text)


def _fields(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        match = _LINE.fullmatch(line.rstrip())
        name = _NAMES.get(match[1].strip().lower()) if match else None
        value = _unquoted((match[2] or "").strip()) if match else ""
        if name and value:
            found.setdefault(name, value)
    return found


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if quoted else value
