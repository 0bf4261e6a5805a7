"""Which events a filter keeps. Conditions are asked of the derived state, cheapest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.edtf.days import parse_day
from timeline.model.filter import Filter
from timeline.query.folded import folded, has_words, words
from timeline.query.rows import name_of

if TYPE_CHECKING:
    from timeline.fold.state import EventState
    from timeline.model.ledger import Actor, Claim, Source
    from timeline.query.story import Story


class Selection:
    """A filter made ready for a ledger.

    An actor is named by id, or by words that its name or one alias holds; a source by id, outlet or address; a place by
    words it holds; kinds and tags whole; a speaker as an actor, or by words of what the source calls it. Accents and case never matter. `unplaced` counts the events that a period
    left out because nothing tells on which days they are.
    """

    def __init__(self, wanted: Filter, story: Story) -> None:
        self._filter = wanted
        self._story = story
        self._kinds = frozenset(map(folded, wanted.kinds))
        self._tags = frozenset(map(folded, wanted.tags))
        self._places = tuple(map(words, wanted.places))
        self._text = words(wanted.text or "")
        self._start = parse_day(wanted.start) if wanted.start else None
        self._end = parse_day(wanted.end) if wanted.end else None
        self._actors = _actors(wanted, story)
        self._sources = _sources(wanted, story)
        self._speakers = _Speakers(wanted.speakers, story) if wanted.speakers else None
        self._keeps_all = wanted == Filter(sort=wanted.sort, reverse=wanted.reverse, limit=wanted.limit)
        self.unplaced = 0

    def keeps(self, state: EventState) -> bool:
        """Whether every condition holds."""
        if self._keeps_all:
            return True
        wanted = self._filter
        if wanted.statuses and state.occurrence not in wanted.statuses:
            return False
        if wanted.judgements and state.stance not in wanted.judgements:
            return False
        if wanted.undated and state.date is not None:
            return False
        if self._kinds and folded(state.event.kind) not in self._kinds:
            return False
        return self._keeps_labels(state) and self._keeps_people(state) and self._keeps_days(state)

    def _keeps_labels(self, state: EventState) -> bool:
        if self._tags and not any(folded(tag) in self._tags for tag in state.event.tags):
            return False
        if self._places and not (state.place and any(has_words(place, state.place) for place in self._places)):
            return False
        return not self._text or has_words(self._text, *texts(state, self._story))

    def _keeps_people(self, state: EventState) -> bool:
        if self._sources is not None and not any(claim.source in self._sources for claim in state.counting):
            return False
        if self._speakers is not None and not any(map(self._speakers.spoke, state.counting)):
            return False
        return self._actors is None or any(
            actor in self._actors for _, actors in state.participants for actor in actors
        )

    def _keeps_days(self, state: EventState) -> bool:
        """An undated event has days when relations bound it on both sides; one open side would make it always match."""
        if self._start is None and self._end is None:
            return True
        first, last = self._story.days(state)
        if state.date is None and (first is None or last is None):
            self.unplaced += 1
            return False
        return (self._end is None or first is None or first <= self._end) and (
            self._start is None or last is None or last >= self._start
        )


def texts(state: EventState, story: Story) -> tuple[str | None, ...]:
    """Everything of an event that a text search looks through."""
    event = state.event
    quotes = (claim.quote for claim in state.counting)
    notes = (claim.note for claim in state.counting)
    names = (name_of(actor, story.ledger) for _, actors in state.participants for actor in actors)
    return (event.title, event.notes, state.place, *quotes, *notes, *names)


class _Speakers:
    """Those whom a filter wants to have said it; free words of a source match by the words they hold."""

    def __init__(self, wanted: tuple[str, ...], story: Story) -> None:
        self._known = story.ledger.actors
        self._ids = _meant(wanted, story)
        self._words = tuple(words(name) for name in wanted if name not in self._known)

    def spoke(self, claim: Claim) -> bool:
        return any(
            speaker in self._ids
            or (speaker not in self._known and any(has_words(name, speaker) for name in self._words))
            for speaker in claim.said_by
        )


def _actors(wanted: Filter, story: Story) -> frozenset[str] | None:
    return _meant(wanted.actors, story) if wanted.actors else None


def _meant(names: tuple[str, ...], story: Story) -> frozenset[str]:
    """Ids of the actors meant; names without an entry among the actors stand for themselves."""
    known = story.ledger.actors
    loose = tuple(words(name) for name in names if name not in known)
    meant = {actor.id for actor in known.values() if any(_is_called(actor, name) for name in loose)}
    return frozenset(meant | set(names))


def _is_called(actor: Actor, name: tuple[str, ...]) -> bool:
    return any(has_words(name, called) for called in (actor.name, *actor.aliases))


def _sources(wanted: Filter, story: Story) -> frozenset[str] | None:
    if not wanted.sources:
        return None
    asked = frozenset(map(folded, wanted.sources))
    meant = {source.id for source in story.ledger.sources.values() if asked & _names(source)}
    return frozenset({*wanted.sources, *meant})


def _names(source: Source) -> frozenset[str]:
    return frozenset(folded(name) for name in (source.id, source.outlet, source.url) if name)
