"""On which days an event may lie, and which quotes say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.edtf.days import iso_day
from timeline.fold.moment import NOW, Moment
from timeline.graph.bounds import bounds
from timeline.model.bounds import BoundAnswer
from timeline.query.bound_log import bound_changes
from timeline.query.chains import chain, circle
from timeline.query.event import state_of
from timeline.query.story import Story

if TYPE_CHECKING:
    from timeline.model.ledger import Ledger


def event_bounds(ledger: Ledger, reference: str, moment: Moment = NOW) -> BoundAnswer:
    """Of the event that is meant; only its own group of events is solved. Raises `UnknownIdError`."""
    story = Story(ledger, moment)
    state = state_of(story, reference)
    name = state.event.id
    found = bounds(story.related, only=name)
    bound = found.by_event.get(name)
    earliest, latest = (bound.earliest, bound.latest) if bound is not None else (None, None)
    return BoundAnswer(
        event=name,
        title=state.event.title,
        when=state.when,
        earliest=None if earliest is None else iso_day(earliest),
        latest=None if latest is None else iso_day(latest),
        earliest_chain=chain(bound.earliest_chain, story) if bound is not None else (),
        latest_chain=chain(bound.latest_chain, story) if bound is not None else (),
        changes=bound_changes(story, name),
        contradictions=tuple(circle(one, story) for one in found.contradictions if name in one.events),
    )
