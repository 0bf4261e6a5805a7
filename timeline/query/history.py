"""What had been known of an event before: its state on each day of publication, by the same fold as today's.

The log of changes would not do: whether a suggestion counted on a day depends on the claims that were accepted by then.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import iso_day
from timeline.fold.publication import UNDATED, publication, published_day
from timeline.fold.state import fold
from timeline.model.view import MomentRow
from timeline.query.rows import actor_rows
from timeline.query.story import Story

if TYPE_CHECKING:
    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim
    from timeline.model.view import EventRow

_STORIES: Final = 64
"""Days for which the bounds of undated events are worked out: each asks for every related event anew."""


class Past:
    """The days before a story's moment."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._stories: dict[str, Story] = {}

    def told(self, row: EventRow, state: EventState) -> EventRow:
        """The row with the day since which it has been as it is, and what had been known before."""
        said = {day for claim in state.known if (day := self._day(claim)) is not None}
        days = sorted(said | self._days_around(state, min(said, default="")))
        if len(days) < 2:
            return row.model_copy(update={"since": days[0] if days else None})
        moments = [moment for day in days if (moment := self._on(state, day)) is not None]
        if any(publication(claim, self._story.ledger).instant == UNDATED for claim in state.known):
            moments = [MomentRow(**{**dict(moments[0]), "since": None}), *moments[1:]] if moments else []
        changes = [one for place, one in enumerate(moments) if place == 0 or not _alike(moments[place - 1], one)]
        if not changes:
            return row
        return row.model_copy(update={"since": changes[-1].since, "history": tuple(changes[:-1])})

    def _days_around(self, state: EventState, first: str) -> set[str]:
        """Days that may move the bounds of an undated event: those of the events it is related to, however far."""
        if state.date is not None or state.event.id not in self._story.order:
            return set()
        return {day for day in self._related_days if day > first}

    @cached_property
    def _related_days(self) -> set[str]:
        ledger = self._story.ledger
        states = (self._story.state(name) for name in self._story.order if name in ledger.events)
        found = {self._day(claim) for state in states for claim in state.known}
        return {day for day in found if day is not None}

    def _day(self, claim: Claim) -> str | None:
        return published_day(claim, self._story.ledger)

    def _on(self, state: EventState, day: str) -> MomentRow | None:
        story = self._story
        then = fold(state.event, story.ledger, story.moment._replace(as_of=day))
        if not then.listed:
            return None
        earliest, latest = self._bounds(then, day)
        return MomentRow(
            since=day,
            when=then.when,
            earliest=None if earliest is None else iso_day(earliest),
            latest=None if latest is None else iso_day(latest),
            occurrence=then.occurrence,
            judgement=then.stance,
            place=then.place,
            actors=actor_rows(then, story.ledger),
            disputed=then.disputed,
            rescheduled=then.rescheduled,
            previous_when=then.previous_when,
        )

    def _bounds(self, then: EventState, day: str) -> tuple[int | None, int | None]:
        if then.date is not None:
            return then.date.bounds
        if then.event.id not in self._story.order:
            return None, None
        if day not in self._stories:
            if len(self._stories) >= _STORIES:
                return None, None
            self._stories[day] = Story(self._story.ledger, self._story.moment._replace(as_of=day))
        return self._stories[day].days(then)


def _alike(one: MomentRow, other: MomentRow) -> bool:
    return one.model_copy(update={"since": other.since}) == other
