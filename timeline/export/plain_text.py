"""Text for formats that are made of lines."""

from __future__ import annotations

import unicodedata
from typing import Final

_LINE_ENDS: Final = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
)


def printable(text: str) -> str:
    """One kind of line end, and no control characters but it and the tab: calendars and tables refuse them."""
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    return "".join(char for char in lines if char in "\n\t" or unicodedata.category(char) != "Cc")


def one_line(text: str) -> str:
    """Printable, every run of blanks a single one."""
    return " ".join(printable(text).split())
