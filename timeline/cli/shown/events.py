"""Events as rows of a table: the same columns wherever events are listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from timeline.cli.shown.answer import SUGGESTED, Answer, Column, Section
from timeline.cli.shown.dates import human, not_placed

if TYPE_CHECKING:
    from timeline.model.view import EventRow, View

STATUS_STYLES: Final = {
    "cancelled": "red",
    "did not occur": "red",
    "postponed": "yellow",
    "confirmed": "green",
    "occurred": "blue",
    "underway": "green",
}
COLUMNS: Final = (
    Column("when", "When"),
    Column("status", "Status", styles=STATUS_STYLES),
    Column("mark", "", under="status", styles={SUGGESTED: "yellow", "disputed": "magenta"}),
    Column("what", "What", wide=True),
    Column("place", "Where", under="when"),
    Column("id", "Id", under="what"),
)


def listed(view: View, *, empty: str = "no event") -> Answer:
    return in_sections(view, [Section(tuple(cells(row) for row in view.rows))], empty=empty)


def in_sections(view: View, sections: Iterable[Section], *, empty: str) -> Answer:
    """The rows of a view, divided by somebody who knows why."""
    return Answer(COLUMNS, tuple(sections), None, notes=view.notes, empty=empty, view=view)


def cells(row: EventRow) -> dict[str, str]:
    return {
        "when": when(row),
        "status": words(row.occurrence),
        "mark": marks(row),
        "what": row.title,
        "place": row.place or "",
        "id": row.id,
    }


def when(row: EventRow) -> str:
    """An undated event says what its place among the others leaves it."""
    return human(row.when) if row.when else not_placed(row.earliest, row.latest)


def marks(row: EventRow) -> str:
    """What a reader must know before trusting the row."""
    said = [SUGGESTED] if row.judgement == SUGGESTED else []
    said += [name for name in ("disputed", "rescheduled", "unnamed") if getattr(row, name)]
    return ", ".join(said)


def words(value: str) -> str:
    """A value of a closed vocabulary as words: `did_not_occur` -> `did not occur`."""
    return value.replace("_", " ")
