"""Filter: which events a question is about. Event time and knowledge time are never mixed here."""

from __future__ import annotations

from enum import StrEnum

from timeline.model.shape import Shape
from timeline.model.vocabulary import Occurrence, Stance


class SortBy(StrEnum):
    WHEN = "when"
    TITLE = "title"
    KIND = "kind"
    STATUS = "status"
    PUBLISHED = "published"


class Filter(Shape):
    """All conditions hold together; a tuple is satisfied by any of its members; empty means no condition.

    `start`, `end`: ISO days, inclusive; an event is kept when its dates overlap them. `text`: every word must occur
    in title, notes, quotes, place or actor names, accents and case aside. `speakers`: somebody who said it, by the id or
    name of an actor or in words of the source. `undated`: only events without a date.
    """

    start: str | None = None
    end: str | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[Occurrence, ...] = ()
    judgements: tuple[Stance, ...] = ()
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    text: str | None = None
    undated: bool = False
    sort: SortBy = SortBy.WHEN
    reverse: bool = False
    limit: int | None = None
