"""Who takes part in an event, in which role, and where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.roles import places
from timeline.claims.roles.noun_arguments import NounArguments
from timeline.claims.roles.slots import NOUN_ARGUMENTS, VERB_ARGUMENTS, Arguments, Slots
from timeline.claims.tree import clause, phrases
from timeline.claims.tree.reading import NOWHERE
from timeline.lang import kinds
from timeline.model.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.mention import Mention
    from timeline.claims.tree.reading import Reading
    from timeline.claims.who.actors import Cast

_OF_THINGS: Final = ("business", "accord")
"""Families whose nouns stand beside what is opened, closed, sold: "the plant closure"."""

__all__ = ["ArgumentReader", "Arguments"]


class ArgumentReader:
    def __init__(self, reading: Reading, mentions: list[Mention], cast: Cast) -> None:
        self._reading = reading
        self._slots = Slots(reading, cast)
        self._nouns = NounArguments(reading, self._slots)
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(reading.sentence_of[mention.first], []).append(mention)

    def read(self, trigger: Trigger) -> Arguments:
        found = Arguments()
        here = self._reading.sentence_of[trigger.place]
        near = self._by_sentence.get(here, [])
        outside = [m for m in near if not trigger.place <= m.head < trigger.last]
        if not self._reading.tree:
            self._surface(trigger, outside, found)
        elif trigger.verb:
            self._verb(trigger, outside, found)
            self._armed(trigger, [*self._by_sentence.get(here - 1, []), *outside], found)
        else:
            self._nouns.read(trigger, [*self._by_sentence.get(here - 1, []), *outside], outside, found)
        self._complete_chains(near, found)
        if self._reading.tree and (not found.participants or (trigger.passive and "object" not in found.filled)):
            self._thing(trigger, found)
        found.place = places.place(self._reading, trigger, outside, [m for m, _, _ in found.participants])
        return found

    # Verbs

    def _verb(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        reading, verb = self._reading, trigger.place
        self._slots.fill(
            trigger, "object" if trigger.passive else "subject", clause.subjects(reading, verb), near, found
        )
        if not trigger.passive:
            own = range(trigger.place, trigger.last)
            heads = [p for p in clause.objects(reading, verb) if p not in own]
            if len(heads) < len(clause.objects(reading, verb)):
                found.syntactic.add("object")
            self._slots.fill(trigger, "object", heads, near, found)
        if not found.participants:
            self._behind_it(trigger, near, found)
        verbs = set(clause.verbs_above(reading, verb)) | set(range(trigger.place, trigger.last))
        self._leading(trigger, verbs, near, found)
        for mention in near:
            if mention.governor in verbs and mention.preposition >= 0:
                self._slots.oblique(trigger, mention, VERB_ARGUMENTS, found)
            elif mention.governor == verb and mention.dep == "iobj":
                self._slots.add(trigger, mention, "to", found)
            elif trigger.passive and "by" in mention.classes and self._led_to(mention.governor, verb):
                self._slots.add(trigger, mention, "by", found)

    def _armed(self, trigger: Trigger, before: list[Mention], found: Arguments) -> None:
        """Of a thing that strikes, or of figures that rise and fall, it is the owner who does, or whose they are."""
        if trigger.passive or "subject" in found.filled:
            return
        figures = trigger.rule.kind == "other" and not trigger.rule.any_verb
        if not figures and kinds.load()[trigger.rule.kind].family != "violence":
            return
        for head in clause.subjects(self._reading, trigger.place):
            if self._reading.tokens[head].pos == "NOUN" and head not in self._slots.named:
                self._slots.whose(trigger, head, before, found)

    def _behind_it(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        """Whose words a participle on them gives out: "In a report published on Monday, auditors said ..."."""
        reading, noun = self._reading, self._reading.heads[trigger.place]
        if (
            not trigger.passive
            or not reading.dep(trigger.place).startswith("acl")
            or "subject" not in trigger.rule.roles
        ):
            return
        verb = next((above for above in reading.climb(noun) if reading.verbal(above)), NOWHERE)
        if reading.dep(noun) not in ("obl", "obl:mod", "obl:arg") or verb == NOWHERE:
            return
        if trigger.rule.kind == "statement" and reading.lower[verb] in reading.pack.verb_forms("saying"):
            self._slots.fill(trigger, "subject", clause.subjects(reading, verb), near, found)

    def _leading(self, trigger: Trigger, verbs: set[int], near: list[Mention], found: Arguments) -> None:
        """Who leads one of the sides: "with the Dutch side led by X", "la délégation conduite par X"."""
        reading = self._reading
        for mention in near:
            participle = mention.governor
            if participle < 0 or "by" not in mention.classes or reading.lower[participle] not in reading.pack.presiding:
                continue
            side = reading.heads[participle]
            if (
                reading.nominal(side)
                and reading.heads[side] in verbs
                and "VerbForm=Part" in reading.token(participle).morph
            ):
                self._slots.add(trigger, mention, "chair", found)

    def _led_to(self, place: int, verb: int) -> bool:
        """From there up to the verb, over nouns behind it alone: "reçu mercredi à Rome par X", where X hangs from Rome."""
        for above in (place, *self._reading.climb(place)):
            if above == verb or above < verb or not self._reading.nominal(above):
                return above == verb
        return False

    def _thing(self, trigger: Trigger, found: Arguments) -> None:
        """What it befell, when it is nobody: "le tableau a été retrouvé", "la fermeture du terminal"."""
        if not kinds.load()[trigger.rule.kind].things:
            return
        heads = self._befallen(trigger)
        for head in heads:
            self._slots.thing(trigger, head, found)

    def _befallen(self, trigger: Trigger) -> list[int]:
        """Subject of a passive, or where the subject is the patient; what stands behind "of" on a noun."""
        reading, roles = self._reading, trigger.rule.roles
        if not trigger.verb:
            of = (
                p
                for p in self._behind(trigger)
                if "of" in phrases.preposition_before(reading, phrases.noun_edge(reading, p))[0]
            )
            beside = kinds.load()[trigger.rule.kind].family in _OF_THINGS
            before = reading.with_dep(trigger.place, "compound") if beside else ()
            struck = clause.objects(reading, trigger.carrier) if trigger.carried_as == "subject" else ()
            return [*of, *(c for c in before if reading.tokens[c].text.islower()), *struck]
        own = range(trigger.place, trigger.last)
        alone = (
            all(p in own for p in clause.objects(reading, trigger.place))
            and kinds.load()[trigger.rule.kind].family == "business"
        )
        if trigger.passive or roles.get("subject") is Role.PATIENT or alone:
            return clause.subjects(reading, trigger.place)
        return clause.objects(reading, trigger.place)

    def _behind(self, trigger: Trigger) -> Iterator[int]:
        """What hangs from the noun, or from a participle on it: "la fermeture annoncée du terminal"."""
        yield from self._reading.with_dep(trigger.place, "nmod")
        for participle in self._reading.with_dep(trigger.place, "acl", "amod"):
            yield from self._reading.with_dep(participle, "nmod", "obl", "obl:arg", "obl:mod", "obl:agent")

    # Without a tree

    def _surface(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        """The nearest before a verb acts; behind it, a preposition says what for."""
        before = [m for m in near if m.last <= trigger.place and m.preposition < 0]
        behind = [m for m in near if m.first >= trigger.last]
        if trigger.verb and before:
            self._slots.add(trigger, before[-1], "subject", found)
            found.syntactic.add("subject")
        for mention in behind:
            if mention.preposition < 0 and trigger.verb and "object" not in found.syntactic:
                found.syntactic.add("object")
                self._slots.add(trigger, mention, "object", found)
            elif mention.preposition >= 0:
                self._slots.oblique(trigger, mention, NOUN_ARGUMENTS if not trigger.verb else VERB_ARGUMENTS, found)

    # All

    def _complete_chains(self, near: list[Mention], found: Arguments) -> None:
        """Who stands beside a participant with "and" takes part as well."""
        taken = {id(m) for m, _, _ in found.participants}
        for mention, where, role in list(found.participants):
            for other in near:
                if other.chain == mention.chain and id(other) not in taken and self._slots.keys(other, where):
                    taken.add(id(other))
                    found.participants.append((other, where, role))

    def keys(self, mention: Mention, where: str) -> tuple[str, ...]:
        return self._slots.keys(mention, where)

    def unnamed(self, place: int) -> tuple[str, ...]:
        """The key of somebody whom a common noun names."""
        return self._slots.unnamed(place)

    def anchors(self, trigger: Trigger) -> set[int]:
        """The tokens whose adverbials are the event's."""
        return places.anchors(self._reading, trigger)
