"""Changes: the only way a ledger is written. Each is small, names what it touches, and can be applied to a newer file.

A store applies a list of them in order, all or none.
"""

from __future__ import annotations

from timeline.model.ledger import Actor, Claim, Event, Judgement, Source
from timeline.model.shape import Shape


class AddSource(Shape):
    """Adds a source; `kept_text` is stored beside the ledger under its sha256. The same source again is no change."""

    source: Source
    kept_text: str | None = None


class ReplaceSource(Shape):
    """Gives a source other particulars, its id kept."""

    source: Source


class AddActor(Shape):
    actor: Actor


class AddAlias(Shape):
    actor: str
    alias: str


class AddEvent(Shape):
    """Adds an event with the claims it carries."""

    event: Event


class AddClaim(Shape):
    event: str
    claim: Claim


class RemoveClaim(Shape):
    """Only for a suggestion that a new reading of its article replaces; an event left without claims goes with it."""

    claim: str


class Judge(Shape):
    claim: str
    judgement: Judgement


class EditEvent(Shape):
    """Sets the fields that are not `None`; `tags` and `notes` replace what stood there."""

    event: str
    title: str | None = None
    kind: str | None = None
    tags: tuple[str, ...] | None = None
    notes: str | None = None


Change = AddSource | ReplaceSource | AddActor | AddAlias | AddEvent | AddClaim | RemoveClaim | Judge | EditEvent
