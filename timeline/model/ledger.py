"""The ledger's own shapes, as they stand in the file: sources, actors, events with their claims."""

from __future__ import annotations

from pydantic import Field

from timeline.model.shape import Shape
from timeline.model.vocabulary import ActorKind, Anchor, Occurrence, RelationKind, Role, Signal, Stance, WeekStart

DESK = "desk"
"""The source of claims that a person typed without naming one; it needs no entry among the sources."""


class Judgement(Shape):
    """Where the desk stands: `who` decided, `at` an ISO time with its zone, `why` in free words."""

    stance: Stance
    who: str | None = None
    at: str | None = None
    why: str | None = None


class Preference(Shape):
    """A reading that the desk picked: on the fields `about` it outweighs what else was known when it was picked.

    `about`: `when`, `occurrence`, `place`, `actors`; `who`, `at`, `why` as in a judgement.
    """

    about: tuple[str, ...]
    who: str | None = None
    at: str | None = None
    why: str | None = None


class Merger(Shape):
    """The desk's word that this is one with `into`; rejected: that it is not, whatever it resembles. The rest as in a judgement."""

    into: str
    stance: Stance = Stance.ACCEPTED
    who: str | None = None
    at: str | None = None
    why: str | None = None


class Filing(Shape):
    """The desk's word that a claim is about the event `under`, not about the one it stands in."""

    under: str
    who: str | None = None
    at: str | None = None
    why: str | None = None


class Recasting(Shape):
    """The desk's word that a claim means the actor `to` where it says `actor`."""

    actor: str
    to: str
    who: str | None = None
    at: str | None = None
    why: str | None = None


class When(Shape):
    """The date one claim states: its words, its canonical EDTF and how one came from the other.

    `edtf` is `None` when the words were kept but no day could be read from them.
    """

    edtf: str | None
    text: str | None = None
    anchor: Anchor | None = None
    rule: str | None = None
    alternatives: tuple[str, ...] = ()


class Relation(Shape):
    """Order that the claim states between its event and another.

    `gap`: the days that lie between them at least, `within`: at most, as ISO 8601 durations (`P3D`).
    """

    kind: RelationKind
    event: str
    gap: str | None = None
    within: str | None = None


class Resemblance(Shape):
    """What the machine found: `share` of the shorter text's five-word sequences stand in the other's, in [0, 1]."""

    source: str
    share: float


class Version(Shape):
    """The page of a source as it was found later: `text` the sha256 of what it said, `recorded` when it was found."""

    text: str
    recorded: str | None = None


class Source(Shape):
    """An article or another document. `published` is an ISO day or time; `text` the sha256 of the kept text.

    `modified`: the ISO time at which the article says it was last changed; it only breaks ties of publication.
    `origin`: the group of copies it belongs to (a wire story, a syndicated text), or the source that it copies; only a
    person says so. `resembles`: what the machine found, which counts where nobody has said anything. `versions`: what it
    said later, the oldest first; its claims go on quoting `text`. `page`: the name, in `pages/` beside the ledger, under which
    what the article was read from is kept as it came: the sha256 of its bytes and the end of its kind.
    """

    id: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    signal: Signal | None = None
    language: str | None = None
    text: str | None = None
    page: str | None = None
    origin: str | None = None
    resembles: Resemblance | None = None
    versions: tuple[Version, ...] = ()
    recorded: str | None = None


class Actor(Shape):
    id: str
    name: str
    kind: ActorKind | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    merged: Merger | None = None


class Claim(Shape):
    """One source says one thing about one event.

    `at`: code points of the quote in the kept text, half-open. `around`: the words just before and after it.
    `kind` only when it differs from the event's label. `on`: the publication day of a desk claim (`--on`).
    `embargo`: an ISO day or time before which the claim must not be published. `judgement` `None` counts as accepted:
    a person typed it. `said_by` holds actor ids or free words; `via` the outlets through which the words came to the source, the first teller first.
    `cue`: what decided `says` when the machine read it, words of the text or the name of a construction.
    """

    id: str
    source: str
    says: Occurrence | None = None
    quote: str | None = None
    at: tuple[int, int] | None = None
    around: tuple[str, str] | None = None
    when: When | None = None
    place: str | None = None
    actors: tuple[tuple[Role, tuple[str, ...]], ...] = ()
    said_by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    kind: str | None = None
    relations: tuple[Relation, ...] = ()
    note: str | None = None
    embargo: str | None = None
    on: str | None = None
    recorded: str | None = None
    score: float | None = None
    by: str | None = None
    cue: str | None = None
    judgement: Judgement | None = None
    absent: tuple[str, ...] = ()
    preferred: Preference | None = None
    filed: Filing | None = None
    recast: Recasting | None = None

    @property
    def stance(self) -> Stance:
        return Stance.ACCEPTED if self.judgement is None else self.judgement.stance


class Event(Shape):
    """A node with its claims; title, kind, tags and notes are the desk's labels, all else is derived."""

    id: str
    title: str
    kind: str = "other"
    tags: tuple[str, ...] = ()
    notes: str | None = None
    claims: tuple[Claim, ...] = ()
    merged: Merger | None = None


class Ledger(Shape):
    """Everything known, in the order of the file. `timezone` is an IANA name; `week_start` the first day of the desk's weeks.

    `merged_events`, `merged_actors`: ids that are one with another, and that other's; only in a ledger whose mergers were
    carried out (`fold.merging.united`).
    """

    timezone: str = "UTC"
    week_start: WeekStart | None = None
    sources: dict[str, Source] = Field(default_factory=dict)
    actors: dict[str, Actor] = Field(default_factory=dict)
    events: dict[str, Event] = Field(default_factory=dict)
    merged_events: dict[str, str] = Field(default_factory=dict)
    merged_actors: dict[str, str] = Field(default_factory=dict)
