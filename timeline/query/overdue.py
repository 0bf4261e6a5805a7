"""Planned events whose last day has passed without word of what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.edtf.days import iso_day, parse_day
from timeline.fold.moment import NOW, Moment
from timeline.fold.origin import independent
from timeline.fold.publication import published_day, unrejected
from timeline.fold.speakers import unnamed_alone
from timeline.model.filter import Filter
from timeline.model.news import OverdueRow
from timeline.model.vocabulary import PLANNED
from timeline.query.evidence import latest_word
from timeline.query.notes import beyond_limit, left_out
from timeline.query.selection import Selection
from timeline.query.story import Story
from timeline.query.unknown import unknown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Ledger


class Overdue(NamedTuple):
    """`rows`: longest overdue first. `notes` say what rests and what was not asked for."""

    rows: tuple[OverdueRow, ...]
    notes: tuple[str, ...] = ()


def overdue(
    ledger: Ledger,
    wanted: Filter | None = None,
    moment: Moment = NOW,
    *,
    today: str,
    grace: int = 0,
    snoozed: Mapping[str, str] | None = None,
) -> Overdue:
    """`grace`: so many days after its last one an event is left in peace. `snoozed`: event to the day it is back."""
    wanted = wanted or Filter()
    story = Story(ledger, moment)
    selection = Selection(wanted, story)
    number = parse_day(today)
    late = [
        (due, state)
        for state in story.states()
        if (due := due_day(state, story, number - grace)) is not None and selection.keeps(state)
    ]
    late.sort(key=lambda pair: (pair[0], pair[1].event.id))
    rests = {name for name, until in (snoozed or {}).items() if until > today}
    found = [(due, state) for due, state in late if state.event.id not in rests]
    rows = tuple(_row(due, state, story, number) for due, state in found[: wanted.limit])
    resting = [state.event.title for _, state in late if state.event.id in rests]
    titles = "; ".join(resting)
    notes = [
        left_out(len(resting), f"is put off: {titles}", f"are put off: {titles}"),
        beyond_limit(len(found) - len(rows)),
        *(() if late else unknown(wanted, ledger)),
    ]
    return Overdue(rows, tuple(note for note in notes if note))


def due_day(state: EventState, story: Story, today: int) -> int | None:
    """The last day (its number) of a planned event, when it lies before today; `None` when nothing is overdue.

    The margins of an approximate date are granted; an undated event is due by the bounds that its relations give it. A
    slot that was given up promises nothing.
    """
    if state.occurrence not in PLANNED or state.slot_given_up:
        return None
    last = state.date.fuzzy_bounds.latest if state.date is not None else story.days(state)[1]
    return last if last is not None and last < today else None


def _row(due: int, state: EventState, story: Story, today: int) -> OverdueRow:
    ledger = story.ledger
    speaking = unrejected(state.known, ledger, story.moment)
    return OverdueRow(
        event=state.event.id,
        title=state.event.title,
        kind=state.event.kind,
        when=state.when,
        occurrence=state.occurrence,
        due=iso_day(due),
        days=today - due,
        mentioned=_mentioned(speaking, ledger),
        origins=tuple(sorted(independent(speaking, ledger))),
        unnamed=unnamed_alone(state.counting, ledger),
        judgement=state.stance,
        said=latest_word(state, story),
    )


def _mentioned(claims: list[Claim], ledger: Ledger) -> str | None:
    return max((day for claim in claims if (day := published_day(claim, ledger)) is not None), default=None)
