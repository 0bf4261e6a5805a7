"""What a headline tells: the event of the article below it, which says it better, or one that only the headline has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.lang import kinds

if TYPE_CHECKING:
    from timeline.claims.events.coreference import Group
    from timeline.claims.events.draft import Draft
    from timeline.claims.tree.reading import Reading

_OPENING: Final = 3
"""How many sentences below the headline tell what it announced."""


def settle(reading: Reading, groups: list[Group]) -> list[Group]:
    """The groups without mentions of the headline that the article below repeats, numbered anew."""
    if reading.pack.wide:
        return groups
    told = [group for group in groups if not _titled(reading, group.drafts)]
    kept = []
    for group in groups:
        if _titled(reading, group.drafts):
            if any(_told_by(reading, group, other) for other in told):
                continue
        else:
            _hand_down(reading, group)
        kept.append(group)
    for number, group in enumerate(kept):
        for draft in group.drafts:
            draft.event = number
    return kept


def _titled(reading: Reading, drafts: list[Draft]) -> bool:
    return all(reading.titled(draft.trigger.place) for draft in drafts)


def _hand_down(reading: Reading, group: Group) -> None:
    """The first mention below the headline takes over who stands in it, and the place; the date and the rest it says itself."""
    above = [draft for draft in group.drafts if reading.titled(draft.trigger.place)]
    below = [draft for draft in group.drafts if not reading.titled(draft.trigger.place)]
    heir = next((draft for draft in below if draft.complete), None)
    if not above or heir is None:
        return
    for draft in above:
        known = set(heir.keys)
        heir.participants += [row for row in draft.participants if row[0] not in known]
        heir.place = heir.place or draft.place
    group.drafts[:] = below


def _told_by(reading: Reading, group: Group, other: Group) -> bool:
    """An event of the opening sentences that is of the same sort, or of the same people."""
    first = other.drafts[0]
    if reading.sentence_of[first.trigger.place] > reading.sentence_of[group.drafts[0].trigger.place] + _OPENING:
        return False
    known = kinds.load()
    return known[group.kind].family == known[other.kind].family or bool(group.keys & other.keys)
