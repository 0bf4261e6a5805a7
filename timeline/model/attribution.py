"""Who told whom: the way of a claim's words from the speaker to the source."""

from __future__ import annotations

from typing import Any

from timeline.model.shape import Shape
from timeline.model.vocabulary import Occurrence


class Speaker(Shape):
    """`named`: whether it is an actor with a name, not "a senior official"."""

    name: str
    named: bool


class Attribution(Shape):
    """`speakers` said it together; `outlets` passed it on, the first teller first, the claim's own source last.

    `counts`: whether the event's state rests on it.
    """

    claim: str
    source: str
    speakers: tuple[Speaker, ...]
    outlets: tuple[str, ...]
    on_record: bool
    published: str | None
    says: Occurrence | None
    quote: str | None
    counts: bool

    def contract(self) -> dict[str, Any]:
        """The documented JSON object, keys in documented order."""
        return self.model_dump(mode="json")
