"""The log: every change of an event's date, status, place and participants, with the claim that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.fold.moment import NOW, Moment, local_day
from timeline.fold.publication import publication, published_on
from timeline.model.news import NewsRow, Topic
from timeline.query.event import state_of
from timeline.query.evidence import evidence
from timeline.query.rows import name_of
from timeline.query.story import Story

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Ledger
    from timeline.model.news import Evidence

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

    `since`, `until`: ISO days of publication, inclusive. Raises `UnknownIdError`.
    """
    story = Story(ledger, moment)
    states = list(story.states()) if event is None else [state_of(story, event)]
    found = [
        (publication(claim, ledger), row)
        for state in states
        for claim, row in _rows(state, story)
        if (not topics or row.topic in topics) and _within(claim, since, until, ledger)
    ]
    if event is None:
        found.sort(key=lambda pair: pair[0])
    return tuple(row for _, row in found)


def _rows(state: EventState, story: Story) -> Iterator[tuple[Claim, NewsRow]]:
    claims = {claim.id: claim for claim in state.counting}
    proof: dict[str, Evidence] = {}
    for step in state.log:
        claim = claims[step.claim]
        before: str | None = step.previous
        after: str | None = step.value
        if step.role is not None:
            before, after = _names(before, story.ledger), _names(after, story.ledger)
        if claim.id not in proof:
            proof[claim.id] = evidence(claim, story)
        yield (
            claim,
            NewsRow(
                topic=TOPICS[step.field],
                event=state.event.id,
                title=state.event.title,
                role=step.role,
                before=before,
                after=after,
                when=state.when,
                occurrence=state.occurrence,
                said=proof[claim.id],
            ),
        )


def _names(actors: str | None, ledger: Ledger) -> str | None:
    """Of ids joined with a comma; `None` for nobody."""
    return ", ".join(name_of(actor, ledger) for actor in actors.split(", ")) if actors else None


def _within(claim: Claim, since: str | None, until: str | None, ledger: Ledger) -> bool:
    """A claim that nothing dates is the latest word: after every day."""
    if since is None and until is None:
        return True
    text = published_on(claim, ledger)
    day = local_day(text, ledger.timezone) if text is not None else None
    if day is None:
        return until is None
    return (since is None or since <= day) and (until is None or day <= until)
