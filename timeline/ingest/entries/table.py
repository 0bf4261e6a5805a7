"""CSV and TSV, however long: the delimiter is found out, the columns are guessed by their names, a bad row costs itself."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from typing import Final

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest.entries.asked import Asked
from timeline.ingest.entries.columns import Columns, entry, understood
from timeline.ingest.entries.day_order import day_first, iso
from timeline.ingest.entries.text_file import damaged, opened
from timeline.ingest.refusal import refusal
from timeline.model.entry import Entry

Rows = Iterator[tuple[int, list[str]]]
Opened = Callable[[Path, Asked], AbstractContextManager[Rows]]
_DELIMITERS: Final = ",;\t|"
_SAMPLE: Final = 200
_DATES: Final = ("when", "start", "end", "published")
_LONGEST_CELL: Final = 1 << 20
_FORMULA: Final = re.compile(r"'(?=[=+\-@\t\r\n＝＋－＠])")
"""The apostrophe that our own tables put before what a spreadsheet would run."""


class Tabular:
    """A reader of entries, and what it makes of the columns, which a person wants to see first."""

    def __init__(self, rows: Opened) -> None:
        self._rows: Final = rows

    def columns(self, path: Path, asked: Asked) -> Columns:
        """Raises `SourceError` (E127) where no column is a title, `UsageError` for a mapping that does not fit."""
        with self._rows(path, asked) as rows:
            return _header(rows, asked, path)

    def sample(self, path: Path, asked: Asked) -> list[list[str]]:
        """The first rows under the header."""
        with self._rows(path, asked) as rows:
            _header(rows, asked, path)
            return [cells for _, cells in islice(rows, 3)]

    def __call__(self, path: Path, asked: Asked) -> Iterator[Entry | Diagnostic]:
        order = self._order(path, asked)
        with self._rows(path, asked) as rows:
            columns = _header(rows, asked, path)
            for line, cells in rows:
                if any(cell.strip() for cell in cells):
                    yield _read(line, cells, columns, order, path)

    def _order(self, path: Path, asked: Asked) -> bool | None:
        with self._rows(path, asked) as rows:
            columns = _header(rows, asked, path)
            places = [columns.fields[name] for name in _DATES if name in columns.fields]
            sample = islice(rows, 20_000)
            return day_first((cells[at] for _, cells in sample for at in places if at < len(cells)), asked.language)


def _header(rows: Rows, asked: Asked, path: Path) -> Columns:
    names = next((cells for _, cells in rows if any(cell.strip() for cell in cells)), [])
    return understood(names, asked.columns, str(path))


def _read(line: int, cells: list[str], columns: Columns, order: bool | None, path: Path) -> Entry | Diagnostic:
    try:
        return _entry(line, cells, columns, order)
    except ValueError as error:
        return Diagnostic("E126", str(error), Where(str(path), line))


def _entry(line: int, cells: list[str], columns: Columns, order: bool | None) -> Entry:
    """Raises `ValueError`."""
    if len(cells) == 1 and cells[0].startswith("\0"):
        raise ValueError(cells[0].removeprefix("\0"))
    plain = [_FORMULA.sub("", cell, count=1) if cell.startswith("'") else cell for cell in cells]
    if any(map(damaged, plain)):
        raise ValueError("some of it is not text in the encoding of the file")
    found = entry(plain, columns, _when(plain, columns, order), line)
    if not found.title:
        raise ValueError("it has no title")
    if found.published:
        return found.model_copy(update={"published": iso(found.published, order)[:10]})
    return found


def _when(cells: list[str], columns: Columns, order: bool | None) -> str | None:
    said = {
        field: iso(cells[at].strip(), order) if field != "time" else cells[at].strip()
        for field, at in columns.fields.items()
        if field in {*_DATES, "time"} and at < len(cells) and cells[at].strip()
    }
    first, last = said.get("start"), said.get("end")
    if "when" in said and not (first and last):
        found = said["when"]
    elif first and last and last != first:
        return f"{first}/{last}"
    else:
        found = first or (f"../{last}" if last else "")
    return f"{found} {said['time']}" if found and "time" in said else found or None


@contextmanager
def _separated(path: Path, asked: Asked) -> Iterator[Rows]:
    delimiter = asked.delimiter or _delimiter(path)
    csv.field_size_limit(_LONGEST_CELL)
    with opened(path) as text:
        yield _guarded(csv.reader(text, delimiter=delimiter))


def _guarded(reader: Iterator[list[str]]) -> Rows:
    """Rows with the line they end on; one that cannot be taken apart is a single cell that says why."""
    while True:
        line: int = getattr(reader, "line_num", 0)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line + 1, [f"\0{error}"]
            continue
        yield line + 1, cells


def _delimiter(path: Path) -> str:
    """The sign that cuts most of the first lines into the same number of cells. Raises `SourceError` (E127)."""
    with opened(path) as text:
        lines = list(islice(text, _SAMPLE))
    best: tuple[int, int, str] = (0, 0, "")
    for sign in _DELIMITERS:
        try:
            widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=sign) if cells)
        except csv.Error:
            continue
        width, rows = max(
            ((width, rows) for width, rows in widths.items() if width > 1), key=lambda one: one[1], default=(0, 0)
        )
        best = max(best, (rows, width, sign))
    if best[0] < 2 and sum(bool(line.strip()) for line in lines) > 1:
        message = "no sign of , ; tab and | cuts its lines into columns"
        raise refusal("E127", message, str(path), hint="say which one does with --delimiter")
    return best[2] or ","


read = Tabular(_separated)
