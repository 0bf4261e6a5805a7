"""A claim in the making: a trigger with all that was read around it, before drafts of one event are joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline.claims.happening.gaps import NONE, Gap
from timeline.model.vocabulary import Occurrence, RelationKind, Role

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.model.timex import Timex


@dataclass(slots=True)
class Order:
    """The draft's event stands so to the event of another draft, so many days apart if they are counted; `words` say it."""

    kind: RelationKind
    other: Draft
    words: str
    gap: Gap = NONE


@dataclass(slots=True)
class Draft:
    """`participants`: (actor key, role, as written). `anaphor`: "demonstrative", "definite" or "". `joins`: somebody takes part in an event that the article has named."""

    trigger: Trigger
    kind: str
    says: Occurrence
    cue: str | None = None
    timex: Timex | None = None
    place: str | None = None
    country: str | None = None
    place_kind: str | None = None
    participants: list[tuple[str, Role, str]] = field(default_factory=list)
    implied: bool = False
    anaphor: str = ""
    joins: bool = False
    said_by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    orders: list[Order] = field(default_factory=list)
    event: int = -1
    word: str = ""
    complete: bool = True

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for key, _, _ in self.participants))
