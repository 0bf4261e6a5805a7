"""Changes: the only way a ledger is written. Each is small, names what it touches, and can be applied to a newer file.

A store applies a list of them in order, all or none.
"""

from __future__ import annotations

from typing import Final

from timeline.model.ledger import (
    Actor,
    Claim,
    Event,
    Filing,
    Judgement,
    Merger,
    Preference,
    Recasting,
    Relation,
    Source,
)
from timeline.model.shape import Shape


class AddSource(Shape):
    """Adds a source; `kept_text` is stored beside the ledger under its sha256. The same source again is no change."""

    source: Source
    kept_text: str | None = None


class ReplaceSource(Shape):
    """Gives a source other particulars, its id kept. `kept_text` is stored beside the ledger, as a later version perhaps."""

    source: Source
    kept_text: str | None = None


class AddActor(Shape):
    actor: Actor


class AddAlias(Shape):
    actor: str
    alias: str


class AddEvent(Shape):
    """Adds an event with the claims it carries: at the end, or ahead of the event `before` where that is still there."""

    event: Event
    before: str | None = None


class AddClaim(Shape):
    event: str
    claim: Claim


class RemoveClaim(Shape):
    """Only for a suggestion: one that a new reading of its article replaces, or that its writer takes back.

    An event left without claims goes with it.
    """

    claim: str


class MoveClaim(Shape):
    """Puts a claim that nobody has accepted under another event; an event left without claims goes.

    The claim keeps its kind: it is written on the claim where the other event goes by another. `rank`: its place among
    the claims there; else it comes last.
    """

    claim: str
    event: str
    rank: int | None = None


class Relate(Shape):
    """Gives a claim other relations. Refused when they are no longer what they `were`: somebody else has been there."""

    claim: str
    relations: tuple[Relation, ...]
    were: tuple[Relation, ...]


class Judge(Shape):
    claim: str
    judgement: Judgement


class Prefer(Shape):
    """Picks a claim's reading; `None` takes the preference back."""

    claim: str
    preferred: Preference | None


class MergeEvent(Shape):
    """Says that an event is one with another, or is not; its lines stay where they are."""

    event: str
    merged: Merger


class MergeActor(Shape):
    actor: str
    merged: Merger


class FileClaim(Shape):
    """Says which event a claim is about; its lines stay where they are. `None`: the one it stands in."""

    claim: str
    filed: Filing | None


class Recast(Shape):
    """Says whom a claim means; its words stay as they are."""

    claim: str
    recast: Recasting


class EditEvent(Shape):
    """Sets the fields that are not `None`; `tags` and `notes` replace what stood there."""

    event: str
    title: str | None = None
    kind: str | None = None
    tags: tuple[str, ...] | None = None
    notes: str | None = None


Mark = Judge | Prefer | Relate | FileClaim | Recast
"""What is said of a claim, not by it."""

MARKS: Final[dict[type[Mark], str]] = {
    Judge: "judgement",
    Prefer: "preferred",
    Relate: "relations",
    FileClaim: "filed",
    Recast: "recast",
}
"""The field of a claim that each sets, and its own field of that name."""

Change = (
    AddSource
    | ReplaceSource
    | AddActor
    | AddAlias
    | AddEvent
    | AddClaim
    | RemoveClaim
    | MoveClaim
    | Relate
    | Judge
    | Prefer
    | MergeEvent
    | MergeActor
    | FileClaim
    | Recast
    | EditEvent
)
