"""Reads lines of JSON, one article a line, without holding the file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from timeline.errors import SourceError
from timeline.ingest.collections.row import document_of
from timeline.ingest.refusal import refusal
from timeline.ingest.sources import Item

_LONGEST: Final = 50_000_000


def read(path: Path) -> Iterator[Item]:
    """Raises `SourceError` (E101) when the file cannot be read; a line that cannot be is an item of its own."""
    try:
        with path.open("rb") as lines:
            yield from items(_whole_lines(lines), str(path))
    except OSError as error:
        raise refusal("E101", f"{error.strerror}", str(path)) from error


def _whole_lines(lines: BinaryIO) -> Iterator[bytes]:
    """Each line, the rest of one that is too long passed over: it is told as one line that is no JSON."""
    while line := lines.readline(_LONGEST):
        part = line
        while len(part) == _LONGEST and not part.endswith(b"\n"):
            part = lines.readline(_LONGEST)
        yield line


def items(lines: Iterable[bytes], name: str) -> Iterator[Item]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _item(line, f"{name}:{number}")


def _item(line: bytes, name: str) -> Item:
    if len(line) >= _LONGEST:
        large = f"a line of more than {_LONGEST // 1_000_000} MB is not read"
        return Item(name, error=refusal("E122", large, name))
    try:
        return Item(name, document_of(json.loads(line.decode("utf-8-sig", "replace")), name))
    except SourceError as error:
        return Item(name, error=error)
    except (ValueError, RecursionError) as error:
        return Item(name, error=refusal("E109", f"it is not JSON: {error}", name))
