"""XLSX: the sheet that was asked for, else the one called Events, else the first. Read row by row.

A workbook is a zip of XML: one that unpacks to far more than it weighs, or that declares entities, is refused unread.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from timeline.ingest.entries.asked import Asked
from timeline.ingest.entries.table import Rows, Tabular
from timeline.ingest.files.opening import library
from timeline.ingest.refusal import refusal

_MOST_COLUMNS: Final = 256
_LARGEST: Final = 2 << 30
_LARGEST_PART: Final = 512 << 20
_DENSEST: Final = 200
"""How many times its size a part may unpack to; sheets of numbers come to thirty."""
_SMALL: Final = 1 << 20
_HEAD: Final = 4096
_SHEET: Final = "Events"


@contextmanager
def _rows(path: Path, asked: Asked) -> Iterator[Rows]:
    openpyxl = library("openpyxl", "xlsx", "workbooks")
    _refuse_bombs(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise refusal("E120", f"it is no workbook that can be opened: {error}", str(path)) from error
    try:
        sheet = book[_sheet(book.sheetnames, asked, path)]
        sheet.reset_dimensions()
        yield _cells(sheet, path)
    finally:
        book.close()


def _refuse_bombs(path: Path) -> None:
    """Raises `SourceError` (E101, E120, E121, E122, E123)."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            total = sum(part.file_size for part in parts)
            if total > _LARGEST:
                raise refusal("E122", f"it unpacks to {total >> 20} MB", str(path))
            for part in parts:
                _refuse_part(packed, part, path)
    except zipfile.BadZipFile as error:
        raise refusal(*_what_it_is(path), str(path)) from error
    except OSError as error:
        raise refusal("E101", f"{error.strerror}", str(path)) from error


def _refuse_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo, path: Path) -> None:
    ratio = part.file_size / max(part.compress_size, 1)
    if part.file_size > _LARGEST_PART or (part.file_size > _SMALL and ratio > _DENSEST):
        message = f"{part.filename} unpacks from {part.compress_size} to {part.file_size} bytes"
        raise refusal("E122", message, str(path))
    if part.flag_bits & 1:
        raise refusal("E121", "it wants a password", str(path))
    if part.filename.endswith((".xml", ".rels")):
        with packed.open(part) as content:
            if b"<!DOCTYPE" in content.read(_HEAD).replace(b"\0", b""):
                raise refusal("E123", f"{part.filename} declares entities", str(path))


def _what_it_is(path: Path) -> tuple[str, str]:
    """A workbook with a password, and one of before 2007, is an OLE file."""
    with path.open("rb") as content:
        old = content.read(4) == b"\xd0\xcf\x11\xe0"
    if old:
        return "E121", "it has a password, or is of the old format .xls"
    return "E129", "it is no workbook"


def _sheet(names: list[str], asked: Asked, path: Path) -> str:
    if asked.sheet is None:
        return _SHEET if _SHEET in names else names[0]
    if asked.sheet not in names:
        raise refusal("E127", f"no sheet is called {asked.sheet!r}; there are: {', '.join(names)}", str(path))
    return asked.sheet


def _cells(sheet: Any, path: Path) -> Rows:
    try:
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS), start=1):
            yield number, [_text(value) for value in row]
    except Exception as error:
        raise refusal("E120", f"its sheet breaks off: {error}", str(path)) from error


def _text(value: Any) -> str:
    """A date as ISO, without the midnight that a spreadsheet gives every day."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat() if isinstance(value, date) else value.isoformat(timespec="minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


read = Tabular(_rows)
