"""Events that are probably one: they would have been joined if one of them had been read after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.check.pairs import each_once
from timeline.diagnostics import Diagnostic, Where
from timeline.fold.dates import can_both_hold
from timeline.fold.merging import told_apart
from timeline.lang.world_names import fold
from timeline.model.ledger import DESK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.check.subject import Subject
    from timeline.fold.state import EventState
    from timeline.model.ledger import Event

_FEW: Final = 14
"""Days that a date may cover for its event to be compared with the others of these days."""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Each pair once. What one article tells apart stays apart, and so does what the desk said is not one."""
    likely = (*_titled(subject), *_alike(subject))
    for first, second, why in each_once(likely, subject.ledger.events, _may_be_one):
        message = f"{second.title!r} ({second.id}) is probably {first.title!r} ({first.id}): {why}"
        hint = f"'timeline merge {second.id} {first.id}', or with --apart if they are two"
        yield Diagnostic("I414", message, Where(second.id, kind="event"), hint)


def _titled(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """The same words as a title, and days that can be the same."""
    by_title: dict[tuple[str, str], list[EventState]] = {}
    for state in subject.states.values():
        if state.listed and state.known:
            by_title.setdefault((fold(state.event.title), state.event.kind), []).append(state)
    for states in by_title.values():
        for at, one in enumerate(states):
            for other in states[at + 1 :]:
                if one.date is None or other.date is None or can_both_hold(one.date, other.date):
                    yield one.event.id, other.event.id, "the same title"


def _alike(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """What linking would join, among the events of each day: a whole ledger would take minutes."""
    from timeline.link.actors import ActorIndex  # noqa: PLC0415  # tables that no other check needs
    from timeline.link.events import EventIndex, profile  # noqa: PLC0415
    from timeline.link.standing import Standing  # noqa: PLC0415

    standing = Standing(ActorIndex(subject.ledger.actors.values()))
    for events in _by_day(subject).values():
        if len(events) > 1:
            index = EventIndex(subject.ledger.model_copy(update={"events": {one.id: one for one in events}}), standing)
            for one in events:
                for match in index.good(profile(one, subject.ledger)):
                    if match.event != one.id:
                        yield one.id, match.event, match.reason


def _by_day(subject: Subject) -> dict[int, list[Event]]:
    """Events with actors, under every day that they may be on, where those are few."""
    found: dict[int, list[Event]] = {}
    for state in subject.states.values():
        if state.date is None or not state.listed or not state.participants:
            continue
        first, last = state.date.bounds
        if first is not None and last is not None and last - first < _FEW:
            for day in range(first, last + 1):
                found.setdefault(day, []).append(state.event)
    return found


def _may_be_one(one: Event, other: Event) -> bool:
    sources = [{claim.source for claim in event.claims} - {DESK} for event in (one, other)]
    related = any(
        relation.event == there.id
        for here, there in ((one, other), (other, one))
        for claim in here.claims
        for relation in claim.relations
    )
    return not (told_apart(one, other) or related or sources[0] & sources[1])
