"""Merge conflicts that git left in the file: told where they stand, and read as the first version until somebody decides.

The second version, the common ancestor and the marker lines are blanked, letter by letter, so that every other finding
keeps its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_MARKER: Final = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)


class Conflict(NamedTuple):
    """Offsets: of the line of `<<<<<<<`, of the lines that the first version ends at, and of the end of `>>>>>>>`."""

    start: int
    first_line_end: int
    middle: int
    end: int


def conflicts(text: str) -> tuple[Conflict, ...]:
    """In the order of the text; markers that do not make a whole conflict are none."""
    return tuple(_found(text))


def first_version(text: str, found: tuple[Conflict, ...]) -> str:
    """The text as the first of two versions has it, as long as before."""
    for conflict in found:
        for start, end in ((conflict.start, conflict.first_line_end), (conflict.middle, conflict.end)):
            text = text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]
    return text


def _found(text: str) -> Iterator[Conflict]:
    start = middle = None
    for marker in _MARKER.finditer(text):
        sign = marker[0][0]
        if sign == "<":
            start, middle = marker, None
        elif start is not None and middle is None and sign in "|=":
            middle = marker
        elif start is not None and middle is not None and sign == ">":
            yield Conflict(start.start(), start.end(), middle.start(), marker.end())
            start = middle = None
