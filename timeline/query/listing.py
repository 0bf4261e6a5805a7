"""The list of events that a filter keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.fold.moment import NOW, Moment
from timeline.model.filter import Filter
from timeline.model.view import View
from timeline.model.vocabulary import Stance
from timeline.query.history import Past
from timeline.query.notes import beyond_limit, left_out
from timeline.query.rows import event_row
from timeline.query.selection import Selection
from timeline.query.sorting import ordered
from timeline.query.story import Story
from timeline.query.unknown import unknown

if TYPE_CHECKING:
    from timeline.model.ledger import Ledger


def listing(
    ledger: Ledger,
    wanted: Filter | None = None,
    moment: Moment = NOW,
    *,
    today: str,
    timezone: str | None = None,
    history: bool = False,
) -> View:
    """Events whose days overlap the filter's period: a window or an open end overlaps every day it may touch.

    `today` is an ISO day; `timezone` an IANA name for the View, the ledger's own by default. `history`: rows also tell
    what had been known of them before.
    """
    wanted = wanted or Filter()
    story = Story(ledger, moment)
    selection = Selection(wanted, story)
    states = story.states(rejected=Stance.REJECTED in wanted.judgements)
    found = ordered(filter(selection.keeps, states), story, wanted.sort, reverse=wanted.reverse)
    shown = found[: wanted.limit]
    notes = [
        left_out(
            selection.unplaced, "without a date is left out of a period", "without a date are left out of a period"
        ),
        beyond_limit(len(found) - len(shown)),
        *(() if found else unknown(wanted, ledger)),
    ]
    rows = [event_row(state, story) for state in shown]
    if history:
        past = Past(story)
        rows = [past.told(row, state) for row, state in zip(rows, shown, strict=True)]
    return View(
        today=today,
        timezone=timezone or ledger.timezone,
        as_of=moment.as_of,
        rows=tuple(rows),
        notes=tuple(note for note in notes if note),
    )
