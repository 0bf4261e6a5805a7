"""An answer on a terminal: as wide as it is, wrapped and coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.cli.answer import Answer, Column
from timeline.cli.formats import one_line, used

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_WIDEST: Final = 26
"""Characters that a column may insist on: `not before Fri 17 Oct 2025` fits."""


def show(console: Console, answer: Answer) -> None:
    if not answer.rows:
        console.print(answer.empty, style="dim", highlight=False, markup=False)
    shown = used(answer)
    headed = any(section.heading for section in answer.sections)
    widths = {column.key: _width(column, shown, answer) for column in shown}
    grid = _grid(shown, widths, header=not headed)
    for number, section in enumerate(answer.sections):
        if section.heading:
            if number:
                console.print()
            console.print(section.heading, style="bold", highlight=False, markup=False)
            grid = _grid(shown, widths, header=False)
        for row in section.rows:
            grid.add_row(*(_cell(row, column, shown) for column in shown if not _hidden(column, shown)))
        if section.heading:
            console.print(grid)
    if answer.rows and not headed:
        console.print(grid)
    for note in answer.notes:
        console.print(note, style="dim", highlight=False, markup=False)


def _width(column: Column, shown: tuple[Column, ...], answer: Answer) -> int:
    """The width that the column needs in any section, so that sections line up; a long cell is wrapped."""
    keys = [column.key, *(other.key for other in shown if other.under == column.key)]
    cells = (one_line(row.get(key, "")) for section in answer.sections for row in section.rows for key in keys)
    return min(max(map(len, cells), default=0), _WIDEST)


def _grid(columns: tuple[Column, ...], widths: Mapping[str, int], *, header: bool) -> Table:
    from rich.table import Table

    grid = Table(box=None, show_header=header, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        if not _hidden(column, columns):
            options: dict[str, Any] = {"ratio": 1} if column.wide else {"min_width": widths[column.key]}
            grid.add_column(column.title, overflow="fold", **options)
    grid.expand = any(column.wide for column in columns)
    return grid


def _hidden(column: Column, shown: tuple[Column, ...]) -> bool:
    """Shown beneath another column, not beside it."""
    return column.under is not None and any(other.key == column.under for other in shown)


def _cell(row: Mapping[str, str], column: Column, shown: tuple[Column, ...]) -> Text:
    from rich.text import Text

    text = Text(one_line(row.get(column.key, "")), style=column.styles.get(row.get(column.key, ""), ""))
    for beneath in shown:
        words = one_line(row.get(beneath.key, "")) if beneath.under == column.key else ""
        if words:
            text.append("\n" if text else "")
            text.append(words, style=beneath.styles.get(words, "dim"))
    return text
