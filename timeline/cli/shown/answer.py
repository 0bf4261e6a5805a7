"""An answer before it is printed: what a table shows, and the same as data for a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from timeline.model.view import View

SUGGESTED: Final = "suggested"


@dataclass(frozen=True, slots=True)
class Column:
    """`under`: on a terminal, shown beneath that other column; `wide`: takes the room that the others leave.

    `styles`: cell text -> rich style, on a coloured terminal.
    """

    key: str
    title: str
    wide: bool = False
    under: str | None = None
    styles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that stand together: cells by column key; a key that is missing is an empty cell."""

    rows: tuple[Mapping[str, str], ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` is what `-O json` prints (a list, or one object; `None`: the events of `view`); `empty` is said when there
    is no row.

    `view`: the events behind the rows, where there are any; `-O csv` prints them with the columns of the csv export.
    """

    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    data: Any
    notes: tuple[str, ...] = ()
    empty: str = "nothing found"
    view: View | None = None

    @property
    def rows(self) -> int:
        return sum(len(section.rows) for section in self.sections)


def table(
    columns: tuple[Column, ...], rows: Sequence[Mapping[str, str]], data: Any, *, empty: str = "nothing found"
) -> Answer:
    """The usual answer: one section without a heading."""
    return Answer(columns, (Section(tuple(rows)),), data, empty=empty)
