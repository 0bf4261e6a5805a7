"""Columns of numbers and lists of texts in one block of bytes: what the page's script reads without parsing.

A block is the length of its head (four bytes, little end first), the head (JSON: where each column stands), and the
columns, each on a boundary of four bytes. Texts of a list are joined by NUL, which no printable text holds.
"""

from __future__ import annotations

import base64
import gzip
import json
import sys
from array import array
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

NOTHING: Final = -(2**31)
"""In a column of days: open, unknown, not there."""

_LEVEL: Final = 4
"""Of gzip: another level would take half a microsecond an event for a twenty-fifth of the bytes, and so on."""
_BOUNDARY: Final = 4
_SEPARATOR: Final = "\x00"


class Numbered(dict[str, int]):
    """Distinct texts in the order of their first use: asked for a text, it gives the text's place."""

    def __missing__(self, text: str) -> int:
        place = self[text] = len(self)
        return place

    def place(self, text: str | None) -> int:
        """`-1` stands for none."""
        return -1 if text is None else self[text]


class Block:
    """Mutable while it is filled; the same content gives the same bytes."""

    def __init__(self) -> None:
        self._head: dict[str, list[object]] = {}
        self._parts: list[bytes] = []
        self._length = 0

    def numbers(self, name: str, column: Iterable[int]) -> None:
        """Integers of 32 bits."""
        made = column if isinstance(column, array) else array("i", column)
        if sys.byteorder == "big":
            made = array("i", made)
            made.byteswap()
        self._add(name, "numbers", made.tobytes())

    def octets(self, name: str, column: bytes | bytearray) -> None:
        self._add(name, "octets", bytes(column))

    def texts(self, name: str, texts: Iterable[str]) -> None:
        """Without NUL: whoever gives them has made them printable."""
        self._add(name, "texts", _SEPARATOR.join(texts).encode("utf-8", "replace"))

    def data(self, name: str, content: Any) -> None:
        written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        self._add(name, "data", written.encode("utf-8", "replace"))

    def _add(self, name: str, kind: str, content: bytes) -> None:
        self._head[name] = [kind, self._length, len(content)]
        padding = -len(content) % _BOUNDARY
        self._parts.append(content + bytes(padding))
        self._length += len(content) + padding

    def content(self) -> bytes:
        head = json.dumps(self._head, sort_keys=True, separators=(",", ":")).encode()
        head += b" " * (-len(head) % _BOUNDARY)
        return b"".join((len(head).to_bytes(_BOUNDARY, "little"), head, *self._parts))


def packed(content: bytes) -> str:
    """Gzip in base64; without a time stamp, so that the same content gives the same page."""
    return base64.b64encode(gzip.compress(content, _LEVEL, mtime=0)).decode()
