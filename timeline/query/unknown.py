"""Sentences about names in a filter that nothing in the ledger bears: an empty answer may be a slip of the pen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.model.ledger import DESK
from timeline.query.folded import folded, has_words, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.filter import Filter
    from timeline.model.ledger import Ledger


class _Asked(NamedTuple):
    """`partly`: some words of the name will do."""

    what: str
    names: tuple[str, ...]
    known: list[str | None]
    partly: bool = False


def unknown(wanted: Filter, ledger: Ledger) -> tuple[str, ...]:
    """One sentence for each such name, with the nearest that there are."""
    return tuple(
        sentence
        for asked in _asked(wanted, ledger)
        for name in asked.names
        if (sentence := _sentence(name, asked)) is not None
    )


def _asked(wanted: Filter, ledger: Ledger) -> Iterator[_Asked]:
    events = ledger.events.values()
    actors = [name for one in ledger.actors.values() for name in (one.id, one.name, *one.aliases)]
    sources = [name for one in ledger.sources.values() for name in (one.id, one.outlet, one.url)]
    yield _Asked("actor", wanted.actors, [*actors], partly=True)
    spoken = [name for event in events for claim in event.claims for name in claim.said_by]
    yield _Asked("speaker", wanted.speakers, [*actors, *spoken], partly=True)
    yield _Asked("source", wanted.sources, [DESK, *sources])
    yield _Asked("kind", wanted.kinds, [event.kind for event in events])
    yield _Asked("tag", wanted.tags, [tag for event in events for tag in event.tags])
    yield _Asked("place", wanted.places, [claim.place for event in events for claim in event.claims], partly=True)


def _sentence(name: str, asked: _Asked) -> str | None:
    known = [one for one in asked.known if one]
    if any(folded(name) == folded(one) or (asked.partly and has_words(words(name), one)) for one in known):
        return None
    from difflib import get_close_matches  # noqa: PLC0415  # only a miss pays for it

    by_form = {folded(one): one for one in known}
    by_form.update({word: one for one in known for word in folded(one).split() if asked.partly})
    close = dict.fromkeys(by_form[form] for form in get_close_matches(folded(name), by_form, n=3))
    return f"no {asked.what} here is called {name!r}" + (f"; the nearest: {', '.join(close)}" if close else "")
