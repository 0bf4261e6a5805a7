"""Where an event is: the place behind "in" (or "to", for who travels) in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.tree import clause
from timeline.claims.tree.mention import Mention, Sort
from timeline.claims.tree.reading import NOWHERE

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.reading import Reading

MOVEMENT: Final = frozenset({"visit"})
_NEAR: Final = 12


def place(reading: Reading, trigger: Trigger, near: list[Mention], people: list[Mention]) -> Mention | None:
    """The nearest of the sentence's places that hangs from the event, its carrier or one of its people."""
    taken = {id(mention) for mention in people}
    fits = [m for m in near if id(m) not in taken and _is_place(trigger, m) and _belongs(reading, trigger, m, people)]
    return min(fits, key=lambda m: (abs(m.first - trigger.last), m.first), default=None)


def _is_place(trigger: Trigger, mention: Mention) -> bool:
    if mention.sort is not Sort.PLACE:
        return False
    moves = trigger.rule.kind in MOVEMENT
    if _colours(trigger, mention):
        return True
    direct = moves and trigger.verb and mention.dep == "obj" and mention.governor == trigger.place
    return direct or bool(({"in", "to", "for"} if moves else {"in"}) & set(mention.classes))


def _colours(trigger: Trigger, mention: Mention) -> bool:
    """A city on the noun: "the Paris talks", "l'accord de Paris"."""
    on_it = mention.governor == trigger.place and mention.dep in ("compound", "nmod")
    bare = mention.preposition < 0 or "of" in mention.classes
    return on_it and bare and mention.place_kind == "city" and not trigger.verb


def _belongs(reading: Reading, trigger: Trigger, mention: Mention, people: list[Mention]) -> bool:
    """It hangs from the event or its carrier, or, where the tree slipped, from a participant or the date between."""
    if not reading.tree:
        return abs(mention.first - trigger.last) < _NEAR
    own = anchors(reading, trigger)
    inside = {p for m in people for p in range(m.edge, m.last)}
    for above in (mention.governor, *reading.climb(mention.governor)):
        if above in own or (above in inside and mention.first > trigger.place):
            return True
        if reading.timex_of[above] == NOWHERE and "VerbForm=Part" not in reading.token(above).morph:
            return False
    return False


def anchors(reading: Reading, trigger: Trigger) -> set[int]:
    """The tokens whose adverbials are the event's: its words, and the verb that carries it with the modals above."""
    own = set(range(trigger.place, trigger.last))
    if not trigger.verb:
        own.add(clause.introduced(reading, trigger.place))
        own.update(clause.said_of(reading, trigger.place))
    verb = trigger.place if trigger.verb else trigger.carrier
    if verb != NOWHERE and (trigger.verb or trigger.support or trigger.carried_as in ("subject", "passive")):
        own |= set(clause.verbs_above(reading, verb))
    return own
