"""Order that the text states in words: "avant cette rencontre", "préparer le terrain à un sommet"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.draft import Order
from timeline.claims.reading import NOWHERE
from timeline.model.vocabulary import RelationKind

if TYPE_CHECKING:
    from timeline.claims.arguments import ArgumentReader
    from timeline.claims.draft import Draft
    from timeline.claims.factuality import Factuality
    from timeline.claims.reading import Reading

_KINDS: Final = {"before": RelationKind.BEFORE, "after": RelationKind.AFTER, "during": RelationKind.DURING}


def state(reading: Reading, drafts: list[Draft], arguments: ArgumentReader, factuality: Factuality) -> None:
    """Adds to each draft the orders its sentence states. Needs a tree."""
    if not reading.tree:
        return
    owners = {place: draft for draft in drafts for place in arguments.anchors(draft.trigger)}
    for draft in drafts:
        if not draft.trigger.verb:
            _by_preposition(reading, draft, owners, factuality)
    _by_verb(reading, drafts)


def _by_preposition(reading: Reading, draft: Draft, owners: dict[int, Draft], factuality: Factuality) -> None:
    """The event that a "before <this event>" hangs from comes before it."""
    classes = [name for name in factuality.classes(draft.trigger) if name in _KINDS]
    if not classes:
        return
    for above in reading.climb(draft.trigger.place):
        other = owners.get(above)
        if other is not None and other is not draft and other.event != draft.event:
            other.orders.append(Order(_KINDS[classes[0]], draft, _words(reading, draft)))
            return
        if reading.verbal(above) and reading.dep(above) != "xcomp":
            break


def _words(reading: Reading, draft: Draft) -> str:
    """From the preposition to the noun."""
    start = max(reading.sentence_bounds(draft.trigger.place)[0], draft.trigger.place - 4)
    return reading.span_text(start, draft.trigger.last)


def _by_verb(reading: Reading, drafts: list[Draft]) -> None:
    """A verb such as "prepare" between two events of a sentence: its subject comes before the rest."""
    for first in drafts:
        verb = _ordering_verb(reading, first)
        if verb == NOWHERE:
            continue
        kind = _KINDS[reading.pack.ordering[reading.lower[verb]]]
        for second in drafts:
            if (
                second is not first
                and second.event != first.event
                and second.trigger.place > verb
                and _under(reading, second, verb)
            ):
                first.orders.append(Order(kind, second, reading.span_text(verb, second.trigger.last)))
                break


def _ordering_verb(reading: Reading, draft: Draft) -> int:
    """The verb of order whose subject the event is, a modal between them or not."""
    trigger = draft.trigger
    if trigger.verb or trigger.carried_as != "subject":
        return NOWHERE
    for verb in (trigger.carrier, *reading.with_dep(trigger.carrier, "xcomp")):
        if reading.lower[verb] in reading.pack.ordering:
            return verb
    return NOWHERE


def _under(reading: Reading, draft: Draft, verb: int) -> bool:
    return any(above == verb for above in reading.climb(draft.trigger.place))
