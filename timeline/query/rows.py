"""From a derived state to a row of the answer: names beside ids, sources beside claims, nothing left to look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.edtf.days import iso_day
from timeline.fold.dates import can_both_hold
from timeline.fold.publication import published_on, recorded_on, stance, unrejected
from timeline.fold.speakers import unnamed_alone
from timeline.fold.statement import stated_date, stated_occurrence
from timeline.model.news import NewsRow
from timeline.model.view import ActorRow, ClaimRow, DisputeRow, EventRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Ledger
    from timeline.model.news import Topic
    from timeline.query.story import Story


def event_row(state: EventState, story: Story, *, rejected: bool = False) -> EventRow:
    """`rejected`: whether the claims that the desk rejected are shown too."""
    event = state.event
    earliest, latest = story.days(state)
    order = story.order.get(event.id)
    bound = story.bounds.by_event.get(event.id) if state.date is None else None
    shown = state.known if rejected else unrejected(state.known, story.ledger, story.moment)
    return EventRow(
        id=event.id,
        title=event.title,
        kind=event.kind,
        when=state.when,
        earliest=None if earliest is None else iso_day(earliest),
        latest=None if latest is None else iso_day(latest),
        occurrence=state.occurrence,
        judgement=state.stance,
        place=state.place,
        actors=actor_rows(state, story.ledger),
        claims=tuple(_claim_row(claim, state, story) for claim in shown),
        tags=event.tags,
        notes=event.notes,
        after=order.after if order is not None else (),
        before=order.before if order is not None else (),
        bounded_by=bound.set_by if bound is not None else (),
        disputed=state.disputed,
        unnamed=unnamed_alone(state.counting, story.ledger),
        rescheduled=state.rescheduled,
        previous_when=state.previous_when,
        changes=state.changes,
        disputes=tuple(DisputeRow(field=one.field, claim=one.claim, against=one.against) for one in state.disputes),
        rejected=len(state.known) - len(shown),
    )


def news_row(topic: Topic, state: EventState, **fields: object) -> NewsRow:
    """A line about an event, which tells its date and status now."""
    return NewsRow.model_validate(
        {
            "topic": topic,
            "event": state.event.id,
            "title": state.event.title,
            "when": state.when,
            "occurrence": state.occurrence,
            **fields,
        }
    )


def name_of(actor: str, ledger: Ledger) -> str:
    """The name of an actor; an id that the ledger does not hold stands for itself."""
    known = ledger.actors.get(actor)
    return known.name if known is not None else actor


def names_of(actors: Iterable[str], ledger: Ledger) -> str | None:
    """Joined with a comma; `None` for nobody."""
    return ", ".join(name_of(actor, ledger) for actor in actors) or None


def actor_rows(state: EventState, ledger: Ledger) -> tuple[ActorRow, ...]:
    return tuple(
        ActorRow(id=actor, name=name_of(actor, ledger), role=role)
        for role, actors in state.participants
        for actor in actors
    )


def _claim_row(claim: Claim, state: EventState, story: Story) -> ClaimRow:
    source = story.ledger.sources.get(claim.source)
    when = claim.when
    start, end = claim.at or (None, None)
    return ClaimRow(
        id=claim.id,
        source=claim.source,
        quote=claim.quote,
        start=start,
        end=end,
        when=when.edtf if when is not None else None,
        when_words=when.text if when is not None else None,
        rule=when.rule if when is not None else None,
        says=claim.says,
        said_by=", ".join(name_of(name, story.ledger) for name in claim.said_by) or None,
        judgement=stance(claim, story.ledger, story.moment),
        place=claim.place,
        anchor=when.anchor if when is not None else None,
        alternatives=when.alternatives if when is not None else (),
        note=claim.note,
        by=claim.by,
        score=claim.score,
        outlet=source.outlet if source is not None else None,
        source_title=source.title if source is not None else None,
        url=source.url if source is not None else None,
        published=published_on(claim, story.ledger),
        recorded=recorded_on(claim, story.ledger),
        current=_is_current(claim, state),
    )


def _is_current(claim: Claim, state: EventState) -> bool:
    """Whether a claim counts and what it says of date and status still stands."""
    if not any(claim is counted for counted in state.counting):
        return False
    says, date = stated_occurrence(claim), stated_date(claim)
    if says is not None and says is not state.occurrence:
        return False
    return date is None or state.date is None or can_both_hold(date, state.date)
