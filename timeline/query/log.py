"""The log: every change of an event's date, status, place and participants, with the claim that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.fold.moment import NOW, Moment, instant
from timeline.fold.publication import Publication, publication, published_day
from timeline.model.news import Topic
from timeline.query.bound_log import bound_changes
from timeline.query.event import state_of
from timeline.query.evidence import evidence
from timeline.query.rows import names_of, news_row
from timeline.query.story import Story

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Ledger
    from timeline.model.news import Evidence, NewsRow

TOPICS: Final = {
    "when": Topic.DATE,
    "occurrence": Topic.STATUS,
    "place": Topic.PLACE,
    "actors": Topic.PARTICIPANTS,
}


def log(
    ledger: Ledger,
    event: str | None = None,
    moment: Moment = NOW,
    *,
    topics: Collection[Topic] = (),
    since: str | None = None,
    until: str | None = None,
) -> tuple[NewsRow, ...]:
    """Of one event (by whatever `resolve` understands), or of all; from the earliest word to the latest.

    Of one event that has no date also the changes of its bounds, which hang on what is said of others. `since`, `until`: ISO days of publication, inclusive. Raises `UnknownIdError`.
    """
    story = Story(ledger, moment)
    states = list(story.states()) if event is None else [state_of(story, event)]
    wanted = frozenset(topics or Topic)
    found = [
        (key, row)
        for state in states
        for key, claim, row in _in_order(state, story)
        if row.topic in wanted and _within(published_day(claim, ledger), since, until)
    ]
    if event is None:
        found.sort(key=lambda pair: pair[0])
        return tuple(row for _, row in found)
    bounds = _bounds(states[0], story, since, until) if Topic.BOUNDS in wanted else []
    told = [*((key.instant, row) for key, row in found), *bounds]
    return tuple(row for _, row in sorted(told, key=lambda pair: pair[0]))


def _bounds(state: EventState, story: Story, since: str | None, until: str | None) -> list[tuple[int, NewsRow]]:
    """How the days that relations leave an undated event changed: at the end of the day that changed them."""
    return [
        (
            instant(change.on, story.ledger.timezone) or 0,
            news_row(Topic.BOUNDS, state, before=change.before, after=change.after, why=change.why, said=change.said),
        )
        for change in bound_changes(story, state.event.id)
        if _within(change.on, since, until)
    ]


def _in_order(state: EventState, story: Story) -> Iterator[tuple[Publication, Claim, NewsRow]]:
    """A reading that the desk picked is heard once more: its change stands behind those that it was picked against."""
    last: Publication | None = None
    for claim, row in _rows(state, story):
        key = publication(claim, story.ledger)
        last = key if last is None else max(last, key)
        yield last, claim, row


def _rows(state: EventState, story: Story) -> Iterator[tuple[Claim, NewsRow]]:
    claims = {claim.id: claim for claim in state.counting}
    proof: dict[str, Evidence] = {}
    for step in state.log:
        claim = claims[step.claim]
        before: str | None = step.previous
        after: str | None = step.value
        if step.role is not None:
            before, after = (names_of(ids.split(", "), story.ledger) if ids else None for ids in (before, after))
        if claim.id not in proof:
            proof[claim.id] = evidence(claim, story)
        yield (
            claim,
            news_row(TOPICS[step.field], state, role=step.role, before=before, after=after, said=proof[claim.id]),
        )


def _within(day: str | None, since: str | None, until: str | None) -> bool:
    """A claim that nothing dates is the latest word: after every day."""
    if day is None:
        return until is None
    return (since is None or since <= day) and (until is None or day <= until)
