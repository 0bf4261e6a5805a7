"""CSV: one row an event, for spreadsheets. RFC 4180, UTF-8, safe to open."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from timeline.export.leading import leading
from timeline.export.streaming import Streaming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import EventRow, View

COLUMNS: Final = (
    "id", "title", "kind", "when", "earliest", "latest", "occurrence", "judgement", "disputed", "rescheduled", "unnamed",
    "place", "actors", "actor_ids", "tags", "claims", "quote", "when_words", "said_by", "source", "outlet", "published", "url",
)  # fmt: skip
"""From `quote` on: the claim that speaks for the event (`leading`)."""

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:  # noqa: ARG001  # the signature of every exporter
    """A header, then one row an event in the order of the view; CRLF line ends."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in view.rows:
        writer.writerow([harmless(cell) for cell in cells(row)])
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


export = Streaming(_parts)


def harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets a leading apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def cells(row: EventRow) -> list[str]:
    """What stands in the columns of a row, as text."""
    claim = leading(row)
    said = (
        (claim.quote, claim.when_words, claim.said_by, claim.source, claim.outlet, claim.published, claim.url)
        if claim
        else (None,) * 7
    )
    cells = (
        row.id,
        row.title,
        row.kind,
        row.when,
        row.earliest,
        row.latest,
        row.occurrence.value,
        row.judgement.value,
        _yes_no(row.disputed),
        _yes_no(row.rescheduled),
        _yes_no(row.unnamed),
        row.place,
        "; ".join(f"{actor.name} ({actor.role.value})" for actor in row.actors),
        "; ".join(actor.id for actor in row.actors),
        "; ".join(row.tags),
        str(len(row.claims)),
        *said,
    )
    return [cell or "" for cell in cells]


def _yes_no(flag: bool) -> str:
    return "yes" if flag else "no"
