"""What is different about an event between two moments, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.news import NewsRow, Topic
from timeline.query.evidence import latest_word, named, order
from timeline.query.rows import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.fold.state import EventState
    from timeline.model.ledger import Ledger
    from timeline.model.vocabulary import Role
    from timeline.query.story import Story


def differences(then: EventState | None, now: EventState, story: Story) -> Iterator[NewsRow]:
    """The same event twice (`None`: it was not there); `story` is that of the later moment."""
    if then is None or not then.listed:
        if now.listed:
            yield _row(Topic.NEW, now, after=now.when, said=latest_word(now, story))
            yield from contradictions(None, now, story)
        return
    if not now.listed:
        yield _row(Topic.WITHDRAWN, now, before=then.when)
        return
    if then.when != now.when:
        said = named(_maker("when", now), now, story)
        yield _row(Topic.DATE, now, before=then.when, after=now.when, said=said)
    if then.occurrence is not now.occurrence:
        said = named(_maker("occurrence", now), now, story)
        yield _row(Topic.STATUS, now, before=then.occurrence, after=now.occurrence, said=said)
    if then.place != now.place:
        yield _row(Topic.PLACE, now, before=then.place, after=now.place, said=named(_maker("place", now), now, story))
    yield from _participants(then, now, story)
    yield from contradictions(then, now, story)


def contradictions(then: EventState | None, now: EventState, story: Story) -> Iterator[NewsRow]:
    """Fields that are newly in dispute, or disputed by somebody new: one line a field."""
    known = {(dispute.field, frozenset(dispute[1:])) for dispute in then.disputes} if then is not None else set()
    told = set()
    for dispute in now.disputes:
        if (dispute.field, frozenset(dispute[1:])) not in known and dispute.field not in told:
            told.add(dispute.field)
            yield _row(
                Topic.CONTRADICTED,
                now,
                after=dispute.field,
                said=named(dispute.claim, now, story),
                against=named(dispute.against, now, story),
            )


def arranged(rows: list[tuple[EventState, NewsRow]], story: Story) -> tuple[NewsRow, ...]:
    """By topic, then by the publication of the claim, then by id: wherever the events stand in the ledger."""
    topics = list(Topic)

    def key(pair: tuple[EventState, NewsRow]) -> tuple[int, int, str, str]:
        state, row = pair
        instant = order(state, row.said.claim if row.said is not None else None, story)
        return (topics.index(row.topic), instant, state.event.id, row.role or "")

    return tuple(row for _, row in sorted(rows, key=key))


def _participants(then: EventState, now: EventState, story: Story) -> Iterator[NewsRow]:
    before, after = dict(then.participants), dict(now.participants)
    for role in dict.fromkeys((*before, *after)):
        if set(before.get(role, ())) != set(after.get(role, ())):
            yield _row(
                Topic.PARTICIPANTS,
                now,
                role=role,
                before=_names(before.get(role, ()), story.ledger),
                after=_names(after.get(role, ()), story.ledger),
                said=named(_maker("actors", now, role), now, story),
            )


def _maker(field: str, state: EventState, role: Role | None = None) -> str | None:
    """The claim that last changed a field: later ones only say it again."""
    steps = [step.claim for step in state.log if step.field == field and step.role is role]
    return steps[-1] if steps else state.given_by.get(field)


def _names(actors: tuple[str, ...], ledger: Ledger) -> str | None:
    return ", ".join(name_of(actor, ledger) for actor in actors) or None


def _row(topic: Topic, state: EventState, **fields: object) -> NewsRow:
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
