"""Whose event it is when a possessive says so: "sa visite", "their meeting"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.claims.tree.mention import Mention, Sort
from timeline.model.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.reading import Reading

_REACH: Final = 5
_BODIES: Final = frozenset({ActorKind.ORGANISATION, ActorKind.GOVERNMENT})


def find(
    reading: Reading, trigger: Trigger, before: list[Mention], kind: Callable[[Mention], ActorKind | None]
) -> list[Mention]:
    """Those to whom the event belongs; none without a possessive. `before`: the mentions of its sentence and the last one."""
    start = max(0, trigger.place - _REACH)
    words = {reading.lower[p] for p in range(start, trigger.place) if reading.heads[p] == trigger.place}
    earlier = [m for m in before if m.last <= trigger.place]
    if words & reading.pack.words("possessives_plural"):
        if trigger.carrier >= 0 and reading.lower[trigger.carrier] in reading.pack.verb_forms("reacting"):
            return _together(earlier)  # who criticises "their visit" may speak of others'
        return _several(reading, trigger, earlier) or _together(earlier)
    if not words & reading.pack.words("possessives"):
        return []
    kinds = _kinds(reading, words)
    return _subject(reading, trigger, [m for m in earlier if kind(m) in kinds])


def of_thing(
    reading: Reading, trigger: Trigger, thing: int, before: list[Mention], kind: Callable[[Mention], ActorKind | None]
) -> list[Mention]:
    """Whose a thing is that an event has in some place: "Ukraine said its drones had struck"."""
    return find(reading, replace(trigger, place=thing, last=thing + 1), before, kind)


def _kinds(reading: Reading, words: set[str]) -> frozenset[ActorKind]:
    """Persons or bodies, as far as the word tells them apart."""
    if words & reading.pack.words("possessives_body"):
        return _BODIES
    person = frozenset({ActorKind.PERSON})
    return person if words & reading.pack.words("possessives_person") else person | _BODIES


def _subject(reading: Reading, trigger: Trigger, earlier: list[Mention]) -> list[Mention]:
    """The subject of the clause, when the noun is not that subject itself; else of the sentence before."""
    here = reading.sentence_of[trigger.place]
    subjects = [m for m in earlier if m.dep.startswith("nsubj") and m.preposition < 0]
    for mention in subjects:
        if reading.sentence_of[mention.first] == here:
            return [mention]
    return subjects[-1:]


def _several(reading: Reading, trigger: Trigger, earlier: list[Mention]) -> list[Mention]:
    """The plural subject of its clause: a chain, a group, a pronoun that stands for several."""
    here = reading.sentence_of[trigger.place]
    for mention in reversed(earlier):
        subject = mention.dep.startswith("nsubj") and mention.preposition < 0
        if not subject or reading.sentence_of[mention.first] != here:
            continue
        chain = [m for m in earlier if m.chain == mention.chain]
        if len(chain) > 1 or len(mention.keys) > 1 or mention.sort in (Sort.GROUP, Sort.PAIR):
            return chain
    return []


def _together(before: list[Mention]) -> list[Mention]:
    """The persons last named together; else all that were named, if they are two."""
    persons = [m for m in before if m.sort is Sort.PERSON and m.keys]
    chains = ([m for m in persons if m.chain == last.chain] for last in reversed(persons))
    chained = next((chain for chain in chains if len(chain) > 1), None)
    return chained or (persons if len({m.keys for m in persons}) == 2 else [])
