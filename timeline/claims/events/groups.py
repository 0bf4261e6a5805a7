"""Mentions that speak of one event, as they are gathered in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from timeline.claims.who.antecedents import WORDS

if TYPE_CHECKING:
    from timeline.claims.events.draft import Draft
    from timeline.model.timex import Timex


_LATELY: Final = 60
_NEAR: Final = 8


@dataclass(slots=True, eq=False)
class Group:
    """Drafts of one event; `kind` the most specific that any of them gave."""

    kind: str
    drafts: list[Draft] = field(default_factory=list)

    @property
    def lately(self) -> list[Draft]:
        """The mentions that are compared with: all of them in an article, so many of them in a book."""
        return self.drafts[-_LATELY:]

    @property
    def near(self) -> list[Draft]:
        """Those among which one of the same sentence is."""
        return self.drafts[-_NEAR:]

    @property
    def keys(self) -> set[str]:
        return {key for draft in self.lately for key in draft.keys}

    @property
    def named(self) -> set[str]:
        return {key for key in self.keys if not key.startswith(WORDS)}

    @property
    def words(self) -> set[str]:
        return {draft.word for draft in self.lately}

    @property
    def timexes(self) -> list[Timex]:
        return [draft.timex for draft in self.lately if draft.timex is not None]

    @property
    def places(self) -> set[str]:
        return {draft.place for draft in self.lately if draft.place is not None}

    @property
    def last(self) -> int:
        """Where it was spoken of last."""
        return max(draft.trigger.place for draft in self.lately)


def dates_equal(draft: Draft, group: Group) -> bool:
    return draft.timex is not None and any(t.edtf == draft.timex.edtf for t in group.timexes)


def overlap(one: Timex, other: Timex) -> bool:
    low = max(one.earliest or "0000", other.earliest or "0000")
    high = min(one.latest or "9999", other.latest or "9999")
    return low <= high
