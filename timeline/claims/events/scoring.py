"""How sure a claim is: what it states, how it was read, and how much of it was guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.who.antecedents import WORDS
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.claims.events.draft import Draft

_BASE: Final = 0.5
_WITHOUT_TREE: Final = 0.25


def score(draft: Draft, *, tree: bool) -> float:
    """In [0, 1]; a named actor, a date, a place and a clear status each add to it."""
    total = _BASE
    total += 0.15 if any(not key.startswith(WORDS) for key in draft.keys) else 0.05 if draft.keys else 0.0
    total += 0.15 if draft.timex is not None else 0.0
    total += 0.05 if draft.place else 0.0
    total += 0.1 if draft.cue is not None and draft.says is not Occurrence.UNKNOWN else 0.0
    total -= 0.0 if tree else _WITHOUT_TREE
    return round(min(total, 0.95), 2)
