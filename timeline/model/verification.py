"""What becomes of a quote when it is looked for again."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from timeline.model.shape import Shape


class Standing(StrEnum):
    """`unchecked`: nothing to look in, or nothing that proves anything by not having the words."""

    INTACT = "intact"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"
    UNCHECKED = "unchecked"


class Edit(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


class QuoteCheck(Shape):
    """One quote against one text: `kept` beside the ledger, the page as it was `later` found to be, or the `page` as it is now.

    `found`: the words that stand there instead, with the `difference` word by word; `start`, `end` their place in the
    kept text, in code points. `why`: the reason for what the standing alone does not tell. `on`: when a later text was found.
    """

    claim: str
    event: str
    source: str
    against: str
    standing: Standing
    quote: str
    found: str | None = None
    start: int | None = None
    end: int | None = None
    difference: tuple[tuple[Edit, str], ...] = ()
    why: str | None = None
    on: str | None = None

    @property
    def fails(self) -> bool:
        return self.standing in {Standing.CHANGED, Standing.GONE}

    def contract(self) -> dict[str, Any]:
        """The documented JSON object."""
        told = self.model_dump(mode="json")
        told["difference"] = [{"edit": edit.value, "words": words} for edit, words in self.difference]
        return told
