"""XLSX: the table of the csv export as a workbook, with a sheet of the claims behind each event and one of notes.

Every cell is text: a spreadsheet must neither run a title as a formula nor turn `2025-10` into the first of October.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from timeline.export.csv_table import COLUMNS, cells
from timeline.export.missing_part import part
from timeline.export.plain_text import one_line, printable
from timeline.export.streaming import Streaming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import ClaimRow, EventRow, View

CLAIM_COLUMNS: Final = (
    "event", "id", "source", "outlet", "url", "published", "quote", "when", "when_words", "says", "said_by", "place",
    "judgement",
)  # fmt: skip
LONGEST: Final = 32_767
"""Characters that a cell can hold; longer text is cut, and ends in an ellipsis."""
_MOST_ROWS: Final = 1_048_575
_WIDE: Final = {"title": 48, "quote": 60, "actors": 40, "when": 26}
_MADE: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""A file says when it was made; this one says the same each time, so that the same events give the same bytes."""


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    xlsxwriter = part("xlsxwriter", "xlsx", "a workbook")
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    book.set_properties(
        {"title": one_line(options.title or view.title)[:255], "created": _MADE.replace(tzinfo=None), "author": ""}
    )
    bold = book.add_format({"bold": True})
    notes = list(view.notes)
    _fill(book, "Events", COLUMNS, (cells(row) for row in view.rows), bold, notes)
    claims = (_claim(row, claim) for row in view.rows for claim in row.claims)
    _fill(book, "Claims", CLAIM_COLUMNS, claims, bold, notes)
    _fill(book, "Notes", ("note",), ([note] for note in list(notes)), bold, notes)
    book.close()
    yield out.getvalue()


def _fill(
    book: Any, name: str, columns: tuple[str, ...], rows: Iterator[list[str]], bold: Any, notes: list[str]
) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDE.get(column, 16))
        sheet.write_string(0, at, column, bold)
    number = 0
    for number, row in enumerate(rows, start=1):  # the last one is asked for below
        if number <= _MOST_ROWS:
            for at, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, at, _cell(cell))
    if number > _MOST_ROWS:
        notes.append(f"{number - _MOST_ROWS} rows of {name} are not here: a sheet holds {_MOST_ROWS}.")


def _cell(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def _claim(row: EventRow, claim: ClaimRow) -> list[str]:
    said = (
        row.id,
        claim.id,
        claim.source,
        claim.outlet,
        claim.url,
        claim.published,
        claim.quote,
        claim.when,
        claim.when_words,
        claim.says.value if claim.says else None,
        claim.said_by,
        claim.place,
        claim.judgement.value,
    )
    return [cell or "" for cell in said]


export = Streaming(_parts)
