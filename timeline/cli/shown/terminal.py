"""An answer on a terminal: as wide as it is, wrapped and coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.cli.shown.answer import Answer, Column
from timeline.cli.shown.formats import one_line, used

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_GAP: Final = 2
_SHARE_OF_WIDE: Final = 1.5
"""Of the room that is short, a wide column gets so much more than another; `some day 20–26 Oct 2025` still fits."""


def show(console: Console, answer: Answer) -> None:
    if not answer.rows:
        console.print(answer.empty, style="dim", highlight=False, markup=False)
    shown = used(answer)
    headed = any(section.heading for section in answer.sections)
    widths = _widths(answer, shown, console.width, header=not headed)
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


def _widths(answer: Answer, shown: tuple[Column, ...], room: int, *, header: bool) -> dict[str, int]:
    """What each column gets, the same in every section: all it needs where that fits, else its share of the rest."""
    beside = [column for column in shown if not _hidden(column, shown)]
    wanted = {column.key: _wanted(column, shown, answer, header=header) for column in beside}
    share = {column.key: _SHARE_OF_WIDE if column.wide else 1.0 for column in beside}
    given: dict[str, int] = {}
    left = room - _GAP * (len(beside) - 1)
    for key in sorted(wanted, key=lambda key: wanted[key] / share[key]):
        shares = sum(share[other] for other in share if other not in given)
        given[key] = max(1, min(wanted[key], int(left * share[key] / shares)))
        left -= given[key]
    return given


def _wanted(column: Column, shown: tuple[Column, ...], answer: Answer, *, header: bool) -> int:
    from rich.cells import cell_len

    keys = [column.key, *(other.key for other in shown if other.under == column.key)]
    cells = (one_line(row.get(key, "")) for section in answer.sections for row in section.rows for key in keys)
    return max([cell_len(column.title) if header else 1, *map(cell_len, cells)])


def _grid(columns: tuple[Column, ...], widths: Mapping[str, int], *, header: bool) -> Table:
    from rich.table import Table

    grid = Table(box=None, show_header=header, header_style="bold", pad_edge=False, padding=(0, _GAP, 0, 0))
    for column in columns:
        if not _hidden(column, columns):
            grid.add_column(column.title, overflow="fold", width=widths[column.key])
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
