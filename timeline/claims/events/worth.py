"""Which events are worth giving: of what may be, those of which an article tells who, when or where, or what they came before or after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.happening.verb_factuality import FINAL, PAST
from timeline.lang import kinds

if TYPE_CHECKING:
    from timeline.claims.events.draft import Draft
    from timeline.claims.events.groups import Group
    from timeline.claims.tree.reading import Reading

_BEFALLS: Final = frozenset({"accident", "violence", "death"})
"""Families of what befalls people, which is news though nobody is said to have done it."""

_NEGATION: Final = "negation"


def given(reading: Reading, groups: list[Group], drafts: list[Draft]) -> list[Group]:
    """The groups that are kept, numbered anew; `drafts`: all that state orders."""
    ordered = {number for one in drafts for order in one.orders for number in (one.event, order.other.event)}
    kept = [group for number, group in enumerate(groups) if number in ordered or _placed(reading, group)]
    for draft in (draft for group in groups for draft in group.drafts):
        draft.event = -1
    for number, group in enumerate(kept):
        for draft in group.drafts:
            draft.event = number
    return kept


def _placed(reading: Reading, group: Group) -> bool:
    """It has somebody, a day or a place, is off or was denied, held by the words themselves, or stands where an article says what happened."""
    if kinds.load()[group.kind].family in _BEFALLS:
        return True
    return any(
        draft.participants
        or draft.timex is not None
        or draft.place
        or draft.says in FINAL
        or draft.cue == _NEGATION
        or _held(draft)
        or reading.lead(draft.trigger.place)
        for draft in group.drafts
    )


def _held(draft: Draft) -> bool:
    """A noun whose verb says no more than that it has taken place or goes on: "une enquête est en cours"."""
    return draft.says in PAST and draft.trigger.support and not draft.trigger.verb
