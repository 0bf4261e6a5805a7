"""A text file line by line, however long it is, in the encoding that it really has."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.ingest.encoding import decode
from timeline.ingest.refusal import refusal

if TYPE_CHECKING:
    from io import BufferedReader

_SAMPLE: Final = 1 << 20
_LONGEST_LINE: Final = 4 << 20
LARGEST: Final = 64 << 20
"""Bytes of a file that can only be read whole (JSON)."""
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@contextmanager
def opened(path: Path) -> Iterator[Iterator[str]]:
    """Its lines, with their ends as they are. Raises `SourceError` (E101 to E104, E122 for a line without an end).

    Only the beginning decides on the encoding; what does not fit later becomes U+FFFD, which `damaged` finds.
    """
    try:
        with path.open("rb") as content:
            encoding = _encoding(content, path)
            content.seek(0)
            with TextIOWrapper(content, encoding, errors="replace", newline="") as text:
                yield _lines(text, path)
    except OSError as error:
        raise refusal("E101", f"{error.strerror}", str(path)) from error


def _lines(text: TextIOWrapper, path: Path) -> Iterator[str]:
    while line := text.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise refusal("E122", f"it has a line of more than {_LONGEST_LINE >> 20} million characters", str(path))
        yield line


def damaged(words: str) -> bool:
    return "\ufffd" in words


def whole(path: Path) -> str:
    """All of a file of moderate size. Raises `SourceError` (E122 for a larger one)."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            message = f"it has {size >> 20} MB; a file of this format is read whole, up to {LARGEST >> 20} MB"
            raise refusal(
                "E122",
                message,
                str(path),
                hint="split it, or bring its events as .jsonl or .csv, which are read in parts",
            )
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise refusal("E101", f"{error.strerror}", str(path)) from error


def _encoding(content: BufferedReader, path: Path) -> str:
    sample = content.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    cut = sample.rfind(b"\n") + 1 if len(sample) == _SAMPLE else len(sample)
    sample = sample[: cut or len(sample)]
    decode(sample, str(path))
    try:
        sample.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
