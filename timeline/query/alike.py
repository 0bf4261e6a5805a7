"""Events that one event might be the same as: those found by words, or those that share its people, kind and days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.fold.dates import can_both_hold
from timeline.query.folded import has_words, words
from timeline.query.rows import name_of
from timeline.query.story import Story

if TYPE_CHECKING:
    from timeline.fold.state import EventState
    from timeline.model.ledger import Ledger

_PEOPLE: Final = 2
_KIND: Final = 1
_DAYS: Final = 2


def alike(ledger: Ledger, event: str, asked: str = "", *, most: int = 9) -> tuple[EventState, ...]:
    """The likeliest first; of those that are as likely, the earlier one in the ledger."""
    story = Story(ledger)
    mine = story.state(event)
    others = [state for state in story.states() if state.event.id != event and state.listed]
    scored = [(_named(state, asked, ledger) if asked.strip() else _likeness(mine, state), state) for state in others]
    found = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return tuple(state for _, state in found[:most])


def _named(state: EventState, asked: str, ledger: Ledger) -> int:
    """2 when id or title hold every word; 1 when the people, the place and the quotes must help."""
    wanted = words(asked)
    labels = (state.event.id, state.event.id.replace("-", " "), state.event.title)
    if has_words(wanted, *labels):
        return 2
    names = (name_of(actor, ledger) for actor in _people(state))
    return int(has_words(wanted, *labels, state.place, *names, *(claim.quote for claim in state.known)))


def _likeness(one: EventState, other: EventState) -> int:
    shared = len(_people(one) & _people(other))
    kind = one.event.kind == other.event.kind != "other"
    return _PEOPLE * shared + _KIND * kind + _DAYS * _same_days(one, other)


def _same_days(one: EventState, other: EventState) -> bool:
    return one.date is not None and other.date is not None and can_both_hold(one.date, other.date)


def _people(state: EventState) -> frozenset[str]:
    return frozenset(actor for _, actors in state.participants for actor in actors)
