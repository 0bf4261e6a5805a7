"""What the calendar of the page needs beyond what is shown: how often an event was changed, and when it was last touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.export.ics_time import read_moment
from timeline.export.plain_text import printable

if TYPE_CHECKING:
    from timeline.export.page.columns import Block, Numbered
    from timeline.model.view import EventRow, View


def sequence(view: View, texts: Numbered, block: Block) -> None:
    """`changes`: SEQUENCE; `touched`: the place of an ISO day or time in `texts`, or -1. The page turns it into UTC.

    `wasThen`: pairs of an earlier state, numbered as in the facts, and a date that it had been moved from.
    """
    block.numbers("changes", [row.changes for row in view.rows])
    block.numbers("touched", [_touched(row, view.timezone, texts) for row in view.rows])
    past = enumerate(moment for row in view.rows for moment in row.history)
    moved = [(number, texts[edtf]) for number, moment in past for edtf in moment.previous_when]
    block.numbers("wasThen", [value for pair in moved for value in pair])


def _touched(row: EventRow, zone: str, texts: Numbered) -> int:
    known = [text for claim in row.claims if (text := claim.recorded or claim.published)]
    if not known:
        return -1
    latest = known[0] if len(known) == 1 else max(known, key=lambda text: read_moment(text, zone))
    return texts[printable(latest)]
