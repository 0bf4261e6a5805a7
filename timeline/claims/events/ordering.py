"""Order that the text states in words: "avant cette rencontre", "préparer le terrain à un sommet"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.events.draft import Order
from timeline.claims.happening import gaps
from timeline.claims.tree import phrases
from timeline.claims.tree.reading import NOWHERE
from timeline.model.vocabulary import RelationKind

if TYPE_CHECKING:
    from timeline.claims.events.draft import Draft
    from timeline.claims.roles.arguments import ArgumentReader
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex

_KINDS: Final = {"before": RelationKind.BEFORE, "after": RelationKind.AFTER, "during": RelationKind.DURING}


def state(reading: Reading, drafts: list[Draft], arguments: ArgumentReader) -> None:
    """Adds to each draft the orders its sentence states. Needs a tree."""
    if not reading.tree:
        return
    owners = {place: draft for draft in drafts for place in arguments.anchors(draft.trigger)}
    for draft in drafts:
        _by_preposition(reading, draft, owners)
    _by_verb(reading, drafts)


def _by_preposition(reading: Reading, draft: Draft, owners: dict[int, Draft]) -> None:
    """The event that a "before <this event>" hangs from comes before it."""
    name, first, last = _preposition(reading, draft)
    if name not in _KINDS:
        return
    for above in reading.climb(draft.trigger.place):
        other = owners.get(above)
        if other is not None and other is not draft and other.event != draft.event:
            length = gaps.counted(reading, first, last)
            words = reading.span_text(_start(reading, first, length), draft.trigger.last)
            other.orders.append(Order(_KINDS[name], draft, words, gaps.of(length)))
            return
        if reading.verbal(above) and reading.dep(above) != "xcomp":
            break


def _preposition(reading: Reading, draft: Draft) -> tuple[str, int, int]:
    """What stands before an event noun, or before the verb of an event ("after meeting", "avant de recevoir"): what it means, and its words, half-open."""
    place = draft.trigger.place
    if not draft.trigger.verb:
        edge = phrases.noun_edge(reading, place)
        classes, first = phrases.preposition_before(reading, edge)
        return next((name for name in classes if name in _KINDS), ""), first, edge
    for mark in reading.with_dep(place, "mark", "case", "advmod"):
        classes, first = phrases.preposition_before(reading, mark + 1)
        name = next((name for name in classes if name in _KINDS), "")
        if name and first >= 0 and mark < place:
            return name, first, mark + 1
    return "", -1, -1


def _start(reading: Reading, first: int, length: Timex | None) -> int:
    """Where the words of order begin, the length of time before them included."""
    if length is None:
        return first
    return min(first, next(iter(reading.places(length.start, length.end)), first))


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
