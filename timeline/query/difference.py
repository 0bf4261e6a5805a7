"""What is different about an event between two moments, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.model.news import Topic
from timeline.query.conflicts import of_event, of_order
from timeline.query.evidence import latest_word, named, order
from timeline.query.rows import names_of, news_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.fold.state import EventState
    from timeline.model.bounds import Conflict
    from timeline.model.news import NewsRow
    from timeline.model.vocabulary import Role
    from timeline.query.story import Story


class Known(NamedTuple):
    """What was known of an event at a moment (`None`: it was not there)."""

    state: EventState | None
    story: Story


def news(was: Known, now: EventState, story: Story) -> Iterator[NewsRow]:
    """What a digest tells: whether the event is new, its date, its status, and what stands against it.

    The same event twice; `story` is that of the later moment.
    """
    then = was.state
    if then is None or not then.listed:
        if now.listed:
            yield news_row(Topic.NEW, now, after=now.when, said=latest_word(now, story))
            yield from contradictions(Known(None, story), Known(now, story))
        return
    if not now.listed:
        yield news_row(Topic.WITHDRAWN, now, before=then.when)
        return
    if then.when != now.when:
        said = named(_maker("when", now), now, story)
        yield news_row(Topic.DATE, now, before=then.when, after=now.when, said=said)
    if then.occurrence is not now.occurrence:
        said = named(_maker("occurrence", now), now, story)
        yield news_row(Topic.STATUS, now, before=then.occurrence, after=now.occurrence, said=said)
    yield from contradictions(was, Known(now, story))


def differences(was: Known, now: EventState, story: Story) -> Iterator[NewsRow]:
    """What is news, and also where it is and who takes part."""
    yield from news(was, now, story)
    then = was.state
    if then is None or not then.listed or not now.listed:
        return
    if then.place != now.place:
        yield news_row(
            Topic.PLACE, now, before=then.place, after=now.place, said=named(_maker("place", now), now, story)
        )
    yield from _participants(then, now, story)


def contradictions(was: Known, now: Known) -> Iterator[NewsRow]:
    """Readings that cannot both hold and did not stand against each other before."""
    state, story = now
    if state is None or len(state.known) < 2:
        return
    found = list(of_event(state, story))
    known = {_readings(one) for one in of_event(was.state, was.story)} if found and was.state is not None else set()
    for conflict in found:
        if _readings(conflict) not in known:
            newer, older = conflict.sides[0], conflict.sides[1]
            yield news_row(
                Topic.CONTRADICTED,
                state,
                before=older.value,
                after=newer.value,
                field=conflict.field,
                why=conflict.about,
                said=newer.said,
                against=older.said,
            )


def circles(then: Story, now: Story) -> Iterator[tuple[EventState, NewsRow]]:
    """Orders that newly close a circle, under the first of the events on it."""
    known = {frozenset(circle.claims) for circle in then.bounds.contradictions}
    for circle in now.bounds.contradictions:
        if frozenset(circle.claims) not in known:
            conflict = of_order(circle, now)
            first = now.state(min(conflict.events))
            said = [side.said for side in conflict.sides]
            row = news_row(
                Topic.CONTRADICTED,
                first,
                title=conflict.title,
                field=conflict.field,
                said=said[0],
                against=said[1] if len(said) > 1 else None,
            )
            yield first, row


def _readings(conflict: Conflict) -> tuple[str, str | None, frozenset[str]]:
    return conflict.field, conflict.about, frozenset(side.value for side in conflict.sides)


def arranged(rows: Iterable[tuple[EventState, NewsRow]], story: Story) -> tuple[NewsRow, ...]:
    """By topic, then by the publication of the claim, then by id: wherever the events stand in the ledger."""
    topics = list(Topic)

    def key(pair: tuple[EventState, NewsRow]) -> tuple[object, ...]:
        state, row = pair
        instant = order(state, row.said.claim if row.said is not None else None, story)
        told = (row.role or "", row.field or "", row.after or "", row.before or "")
        return (topics.index(row.topic), instant, state.event.id, *told)

    return tuple(row for _, row in sorted(rows, key=key))


def _participants(then: EventState, now: EventState, story: Story) -> Iterator[NewsRow]:
    before, after = dict(then.participants), dict(now.participants)
    for role in dict.fromkeys((*before, *after)):
        if set(before.get(role, ())) != set(after.get(role, ())):
            yield news_row(
                Topic.PARTICIPANTS,
                now,
                role=role,
                before=names_of(before.get(role, ()), story.ledger),
                after=names_of(after.get(role, ()), story.ledger),
                said=named(_maker("actors", now, role), now, story),
            )


def _maker(field: str, state: EventState, role: Role | None = None) -> str | None:
    """The claim that last changed a field: later ones only say it again."""
    steps = [step.claim for step in state.log if step.field == field and step.role is role]
    return steps[-1] if steps else state.given_by.get(field)
