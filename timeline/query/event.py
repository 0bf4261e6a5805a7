"""One event, found by what a person remembers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.errors import UnknownIdError
from timeline.fold.moment import NOW, Moment
from timeline.query.folded import folded, has_words, words
from timeline.query.rows import event_row
from timeline.query.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.fold.state import EventState
    from timeline.model.ledger import Ledger
    from timeline.model.view import EventRow

_NAMED: Final = 5


def show(ledger: Ledger, reference: str, moment: Moment = NOW) -> EventRow:
    """The row of one event with every claim, rejected ones too. Raises `UnknownIdError`."""
    story = Story(ledger, moment)
    return event_row(state_of(story, reference), story, rejected=True)


def state_of(story: Story, reference: str) -> EventState:
    """The state of the event that is meant. Raises `UnknownIdError`, also for one that nobody had spoken of yet."""
    state = story.state(resolve(story.ledger, reference))
    if state.exists:
        return state
    asked = story.moment
    by = next((f" by {day}" for day in (asked.as_of, asked.known_at) if day is not None), "")
    raise UnknownIdError(f"nobody{' with a name' if asked.on_record else ''} had spoken of {state.event.id!r}{by}")


def resolve(ledger: Ledger, reference: str) -> str:
    """The id of an event from its id, the id of one of its claims, a beginning of its id that no other has, or words that
    only its title holds, or its kind where no other event is of it. Raises `UnknownIdError` that names the events meant, or the nearest.
    """
    events = ledger.events
    reference = ledger.merged_events.get(reference, reference)
    if reference in events:
        return reference
    for found in _rungs(ledger, reference):
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownIdError(f"{reference!r} may be any of: {_some(found)}")
    raise UnknownIdError(f"no event is called {reference!r}{_nearest(ledger, reference)}")


def _rungs(ledger: Ledger, reference: str) -> Iterator[list[str]]:
    """The events meant, surest way of naming one first. A single word that begins an id may as well stand in a title."""
    events = ledger.events.items()
    asked = words(reference.replace("-", " "))
    yield [name for name, event in events if any(claim.id == reference for claim in event.claims)]
    yield [name for name, event in events if folded(event.title) == folded(reference)]
    titled = [name for name, event in events if asked and has_words(asked, event.title)]
    begun = [name for name, _ in events if reference and name.startswith(reference)]
    yield begun if "-" in reference else list(dict.fromkeys([*begun, *titled]))
    yield titled
    yield [name for name, event in events if asked and words(event.kind.replace("_", " ")) == asked]


def _some(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _nearest(ledger: Ledger, reference: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # only a miss pays for it

    by_form = {folded(form): name for name, event in ledger.events.items() for form in (name, event.title)}
    close = get_close_matches(folded(reference), by_form, n=_NAMED, cutoff=0.5)
    names = list(dict.fromkeys(by_form[form] for form in close))
    return f"; the nearest: {_some(names)}" if names else ""
