"""How the bounds of an undated event came to be what they are: day by day, each change with the claim that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.edtf.days import iso_day
from timeline.fold.publication import publication, published_day
from timeline.graph.bounds import Bounds, bounds
from timeline.model.bounds import BoundChange
from timeline.model.vocabulary import OFF, Occurrence
from timeline.query.evidence import evidence
from timeline.query.story import Story

if TYPE_CHECKING:
    from timeline.fold.state import EventState
    from timeline.graph.bounds import Bound
    from timeline.model.ledger import Claim


class _Day(NamedTuple):
    """What was known of an event's bounds at the end of a day."""

    story: Story
    found: Bounds
    bound: Bound | None


def bound_changes(story: Story, event: str) -> tuple[BoundChange, ...]:
    """Oldest first; none for an event that takes part in no relation."""
    if event not in story.related:
        return ()
    changes: list[BoundChange] = []
    before: _Day | None = None
    for day in _days(story, event):
        now = _at(story, event, day)
        was, became = _window(before), _window(now)
        if was != became:
            changes.append(_change(day, before, now, event))
        before = now
    return tuple(changes)


def _at(story: Story, event: str, day: str) -> _Day:
    then = Story(story.ledger, story.moment._replace(as_of=day))
    found = bounds(then.related, only=event)
    return _Day(then, found, found.by_event.get(event))


def _days(story: Story, event: str) -> list[str]:
    """The days on which something was published about the events that are tied to this one, at whatever distance."""
    related, ledger = story.related, story.ledger
    reached, waiting = {event}, [event]
    neighbours = _neighbours(story)
    while waiting:
        for other in neighbours.get(waiting.pop(), ()):
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    told = (published_day(claim, ledger) for name in reached if name in related for claim in related[name].known)
    return sorted({day for day in told if day is not None})


def _neighbours(story: Story) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, state in story.related.items():
        for claim in state.known:
            for relation in claim.relations:
                found.setdefault(name, set()).add(relation.event)
                found.setdefault(relation.event, set()).add(name)
    return found


def _window(day: _Day | None) -> str | None:
    bound = day.bound if day is not None else None
    if bound is None:
        return None
    first, last = ("" if one is None else iso_day(one) for one in (bound.earliest, bound.latest))
    return first if first == last else f"[{first}..{last}]"


def _change(day: str, before: _Day | None, now: _Day, event: str) -> BoundChange:
    why, claim = _cause(day, before, now, event)
    return BoundChange(on=day, before=_window(before), after=_window(now), why=why, said=evidence(claim, now.story))


def _cause(day: str, before: _Day | None, now: _Day, event: str) -> tuple[str, Claim]:
    """What opened the bounds that hung on it, if something did; else the newest claim of the new chains."""
    own = now.story.related[event]
    if own.date is not None:
        return "it was given a date", _claim(own, own.given_by["when"])
    for name in (event, *_hung_on(before, event)):
        state = now.story.related[name]
        if state.occurrence in OFF:
            said = "cancelled" if state.occurrence is Occurrence.CANCELLED else "said not to have taken place"
            return f"{name} is {said}", _claim(state, state.given_by["occurrence"])
        if state.slot_given_up:
            return f"{name} has given up its date", _claim(state, state.given_by["occurrence"])
    if now.found.contradictions:
        return "claims contradict each other", _newest(now.found.contradictions[0].claims, now)
    because = now.bound.because if now.bound is not None else ()
    known = before.bound.because if before is not None and before.bound is not None else ()
    fresh = tuple(claim for claim in because if claim not in known)
    if fresh or because:
        return "a claim limits it", _newest(fresh or because, now)
    return "a claim no longer counts", _published(day, now)


def _hung_on(before: _Day | None, event: str) -> list[str]:
    if before is None or before.bound is None:
        return []
    links = (*before.bound.earliest_chain, *before.bound.latest_chain)
    return list(dict.fromkeys(name for link in links for name in (link.event, link.other) if name != event))


def _claim(state: EventState, name: str) -> Claim:
    return next(claim for claim in state.known if claim.id == name)


def _newest(names: tuple[str, ...], now: _Day) -> Claim:
    """Of one day, the one that is nearest to the event."""
    claims = [now.story.homes[name][1] for name in names]
    return max(claims, key=lambda claim: published_day(claim, now.story.ledger) or "9")


def _published(day: str, now: _Day) -> Claim:
    """The last word of a day."""
    ledger = now.story.ledger
    claims = [
        claim for state in now.story.related.values() for claim in state.known if published_day(claim, ledger) == day
    ]
    return max(claims, key=lambda claim: publication(claim, ledger))
