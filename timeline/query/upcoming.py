"""What is still to come, or under way, from a day on.

Dated events come first, by the first day that is still to come; then those without a date, by the earliest day that relations allow them.
What has happened, or is known not to, is left out. So is what was called off, with a note that names it, unless the filter
asks for that status. A postponed event whose slot has passed still has to come: it stands with the undated ones.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import parse_day
from timeline.fold.moment import NOW, Moment
from timeline.model.filter import Filter, SortBy
from timeline.model.view import View
from timeline.model.vocabulary import Occurrence
from timeline.query.folded import folded
from timeline.query.notes import Tally, beyond_limit, left_out
from timeline.query.rows import event_row
from timeline.query.selection import Selection
from timeline.query.sorting import ordered
from timeline.query.story import Story
from timeline.query.unknown import unknown

if TYPE_CHECKING:
    from timeline.fold.state import EventState
    from timeline.model.ledger import Ledger

_OVER: Final = frozenset({Occurrence.OCCURRED, Occurrence.DID_NOT_OCCUR})
_FAR: Final = 10**9
"""Later than any day number."""


class _Place(Enum):
    """Where an event stands seen from today."""

    LISTED = auto()
    OVER = auto()
    PASSED = auto()
    CALLED_OFF = auto()
    BEYOND = auto()


def upcoming(
    ledger: Ledger,
    wanted: Filter | None = None,
    moment: Moment = NOW,
    *,
    today: str,
    days: int | None = None,
    timezone: str | None = None,
) -> View:
    """`days`: look no further than this many days after today, and leave out undated events that nothing ties to them.

    A window that overlaps today counts, whatever its first day.
    """
    wanted = wanted or Filter()
    story = Story(ledger, moment)
    selection = Selection(wanted, story)
    agenda = _Agenda(story, parse_day(today), days, called_off=Occurrence.CANCELLED in wanted.statuses)
    found: list[EventState] = []
    tallies = {place: Tally() for place in (_Place.CALLED_OFF, _Place.PASSED, _Place.BEYOND)}
    for state in story.states():
        place = agenda.place(state)
        if place is not _Place.OVER and selection.keeps(state):
            if place is _Place.LISTED:
                found.append(state)
            else:
                tallies[place].add(state)
    if wanted.sort is SortBy.WHEN:
        found.sort(key=agenda.order, reverse=wanted.reverse)
    else:
        found = ordered(found, story, wanted.sort, reverse=wanted.reverse)
    shown = found[: wanted.limit]
    return View(
        today=today,
        timezone=timezone or ledger.timezone,
        as_of=moment.as_of,
        rows=tuple(event_row(state, story) for state in shown),
        notes=_notes(tallies, more=len(found) - len(shown), unplaced=selection.unplaced)
        + (() if found else unknown(wanted, ledger)),
    )


class _Agenda:
    """The question's day and horizon."""

    def __init__(self, story: Story, today: int, days: int | None, *, called_off: bool) -> None:
        self._story = story
        self._today = today
        self._horizon = None if days is None else today + days
        self._show_called_off = called_off

    def place(self, state: EventState) -> _Place:
        if state.occurrence in _OVER:
            return _Place.OVER
        first, last = self._story.days(state)
        passed = last is not None and last < self._today
        if state.occurrence is Occurrence.CANCELLED and not self._show_called_off:
            return _Place.OVER if passed else _Place.CALLED_OFF
        if state.date is None or (passed and state.slot_given_up):
            return self._undated(state, first, last, passed=passed)
        if passed:
            return _Place.OVER if state.occurrence is Occurrence.CANCELLED else _Place.PASSED
        beyond = self._horizon is not None and first is not None and first > self._horizon
        return _Place.BEYOND if beyond else _Place.LISTED

    def _undated(self, state: EventState, first: int | None, last: int | None, *, passed: bool) -> _Place:
        if state.date is None and passed:
            return _Place.PASSED
        if self._horizon is None:
            return _Place.LISTED
        tied = state.date is None and first is not None and last is not None and first <= self._horizon
        return _Place.LISTED if tied else _Place.BEYOND

    def order(self, state: EventState) -> tuple[bool, int, int, str, str, str]:
        first, last = self._story.days(state)
        undated = state.date is None
        if state.slot_given_up and last is not None and last < self._today:
            undated, first, last = True, None, None  # the slot promises nothing any more
        known = _FAR if first is None and undated else self._today if first is None else max(first, self._today)
        return (
            undated,
            known,
            _FAR if last is None else last,
            state.when or "",
            folded(state.event.title),
            state.event.id,
        )


def _notes(tallies: dict[_Place, Tally], *, more: int, unplaced: int) -> tuple[str, ...]:
    called_off, passed, beyond = (tallies[place] for place in (_Place.CALLED_OFF, _Place.PASSED, _Place.BEYOND))
    notes = [
        beyond_limit(more),
        left_out(
            beyond.count, "further ahead or without a date is left out", "further ahead or without a date are left out"
        ),
        left_out(unplaced, "without a date is left out of a period", "without a date are left out of a period"),
        left_out(called_off.count, f"was called off: {called_off.names}", f"were called off: {called_off.names}"),
        left_out(
            passed.count,
            f"has passed without word of its outcome: {passed.names}",
            f"have passed without word of their outcome: {passed.names}",
        ),
    ]
    return tuple(note for note in notes if note)
