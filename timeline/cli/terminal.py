"""An answer on a terminal: as wide as it is, wrapped and coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.cli.answer import Answer, Column
from timeline.cli.formats import one_line, used

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text


def show(console: Console, answer: Answer) -> None:
    if not answer.rows:
        console.print(answer.empty, style="dim", highlight=False, markup=False)
    shown = used(answer)
    headed = any(section.heading for section in answer.sections)
    grid = _grid(shown, header=not headed)
    for number, section in enumerate(answer.sections):
        if section.heading:
            if number:
                console.print()
            console.print(section.heading, style="bold", highlight=False, markup=False)
            grid = _grid(shown, header=False)
        for row in section.rows:
            grid.add_row(*(_cell(row, column, shown) for column in shown if not _hidden(column, shown)))
        if section.heading:
            console.print(grid)
    if answer.rows and not headed:
        console.print(grid)
    for note in answer.notes:
        console.print(note, style="dim", highlight=False, markup=False)


def _grid(columns: tuple[Column, ...], *, header: bool) -> Table:
    from rich.table import Table

    grid = Table(box=None, show_header=header, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        if not _hidden(column, columns):
            options: dict[str, Any] = {"ratio": 1, "overflow": "fold"} if column.wide else {"overflow": "fold"}
            grid.add_column(column.title, **options)
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
