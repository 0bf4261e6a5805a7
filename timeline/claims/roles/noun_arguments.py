"""Who takes part in an event that a noun names: "la rencontre entre X et Y", "X's visit", "the talks that X chairs"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.happening.verb_factuality import FINAL
from timeline.claims.roles import undergone
from timeline.claims.roles.slots import NOUN_ARGUMENTS, Arguments, Slots
from timeline.claims.tree import clause, phrases
from timeline.claims.tree.mention import Mention, Sort
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.who import possessors
from timeline.lang import kinds
from timeline.model.vocabulary import Occurrence, Role

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.reading import Reading

_NEAR: Final = 4
_ADVERBIAL: Final = frozenset({"in", "at", "to", "during", "before", "after"})
"""What a preposition behind a noun may mean that says nothing of who is in it."""
_OF_PEOPLE: Final = frozenset({"contact", "accord", "strike", "protest", "other", "justice", "sanction"})
"""Families whose events nobody but people and bodies hold, sign, call, stage."""
_OF_STATES: Final = frozenset({"violence", "sanction", "aid"})
"""Families of what one state does to another."""
_WITH_PEOPLE: Final = {"contact": ("between", "with"), "strike": ("by",), "protest": ("by",)}
"""Families by the places that somebody alone can fill: "talks with the rebels' wing", "a strike by baggage handlers"."""
_STRIKES: Final = frozenset({"accident", "violence"})
"""Families whose events have what their verb has for an object: "fire destroyed the church"."""
_OWN_PLANS: Final = frozenset({"business", "accord"})
"""Families whose events one weighs or rules out for oneself: a sale, a listing, a deal."""
_IN_HAND: Final = (
    Occurrence.EXPECTED,
    Occurrence.CONFIRMED,
    Occurrence.CANCELLED,
    Occurrence.POSTPONED,
    Occurrence.UNDERWAY,
)


class NounArguments:
    def __init__(self, reading: Reading, slots: Slots) -> None:
        self._reading = reading
        self._slots = slots

    def read(self, trigger: Trigger, before: list[Mention], near: list[Mention], found: Arguments) -> None:
        """`near`: the mentions of its sentence; `before`: also those of the last one."""
        reading = self._reading
        own = set(range(trigger.place, trigger.last))
        for mention in near:
            if mention.governor in own or self._follows(trigger, mention):
                self._noun_argument(trigger, mention, found)
            elif self._participle(trigger, mention):
                self._slots.add(
                    trigger,
                    mention,
                    "chair" if reading.lower[mention.governor] in reading.pack.presiding else "by",
                    found,
                )
        if sufferers := undergone.subjects(reading, trigger):
            self._undergone(trigger, sufferers, near, found)
        elif trigger.carrier != NOWHERE:
            self._carried(trigger, near, found)
        self._possessive(trigger, before, found)
        self._unlisted(trigger, found)
        if trigger.carried_as == "subject" and not found.filled and kinds.load()[trigger.rule.kind].family in _STRIKES:
            self._slots.fill(trigger, "object", clause.objects(reading, trigger.carrier), near, found)
        if found.filled == {"with"} or (not found.filled and self._in_it(trigger)):
            self._other_side(trigger, near, found)

    def _undergone(self, trigger: Trigger, heads: list[int], near: list[Mention], found: Arguments) -> None:
        where = "object" if "object" in trigger.rule.roles else "against"
        self._slots.fill(trigger, where, heads, near, found)
        if not found.filled and kinds.load()[trigger.rule.kind].things:
            for head in heads:
                self._slots.thing(trigger, head, found)

    def _unlisted(self, trigger: Trigger, found: Arguments) -> None:
        """Whom one meets or talks with is somebody, whatever noun says it: "talks with the rebels' political wing"."""
        family = kinds.load()[trigger.rule.kind].family
        if family not in _WITH_PEOPLE:
            return
        reading = self._reading
        for place in reading.with_dep(trigger.place, "nmod", "obl"):
            if place in self._slots.named or reading.tokens[place].pos != "NOUN" or reading.timex_of[place] != NOWHERE:
                continue
            if reading.lower[place] in reading.pack.words("honorifics"):
                continue
            classes, _ = phrases.preposition_before(reading, reading.edge(place))
            where = next((name for name in _WITH_PEOPLE[family] if name in classes), None)
            if where:
                self._slots.somebody(trigger, place, where, found)

    def _noun_argument(self, trigger: Trigger, mention: Mention, found: Arguments) -> None:
        if mention.preposition >= 0:
            self._slots.oblique(trigger, mention, NOUN_ARGUMENTS, found)
        elif mention.dep in ("nmod:poss", "compound") or (
            mention.dep in ("nmod", "appos", "flat:name") and mention.sort is not Sort.GROUP
        ):
            self._slots.add(trigger, mention, "of", found)

    def _follows(self, trigger: Trigger, mention: Mention) -> bool:
        """Right behind the noun but for adjectives, whatever the tree says: "entretien téléphonique avec X"."""
        if not trigger.last <= mention.preposition <= trigger.last + _NEAR:
            return False
        between = range(trigger.last, mention.preposition)
        apart = _ADVERBIAL - {"to"} if mention.sort is Sort.ORGANISATION and "to" in trigger.rule.roles else _ADVERBIAL
        return all(self._inside_phrase(trigger, place) for place in between) and not set(mention.classes) <= apart

    def _inside_phrase(self, trigger: Trigger, place: int) -> bool:
        token = self._reading.tokens[place]
        if self._reading.timex_of[place] != NOWHERE:
            return True
        return (
            token.pos in ("ADJ", "ADV", "NOUN", "ADP", "DET")
            and trigger.place <= self._reading.heads[place] <= place + 1
        )

    def _participle(self, trigger: Trigger, mention: Mention) -> bool:
        """Agents of participles on the noun: "diffusés par X", "présidée par X"."""
        governor = mention.governor
        if governor < 0 or "by" not in mention.classes:
            return False
        reading = self._reading
        for above in (governor, *reading.climb(governor)):
            if reading.verbal(above):
                return (
                    reading.heads[above] in range(trigger.place, trigger.last)
                    and "VerbForm=Part" in reading.token(above).morph
                )
        return False

    def _carried(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        reading, verb = self._reading, trigger.carrier
        verbs = set(clause.verbs_above(reading, verb))
        role = reading.pack.support_roles.get(reading.lower[verb])
        if trigger.carried_as == "object" and (trigger.support or role):
            for mention in near:
                if any(mention.edge <= p < mention.last for p in self._acting(verb)):
                    self._slots.add(trigger, mention, "subject", found, role)
            if not found.filled and kinds.load()[trigger.rule.kind].family in _OF_PEOPLE:
                acting = [p for p in clause.subjects(reading, verb) if reading.dep(p).startswith("nsubj")]
                self._slots.anybody(trigger, "subject", acting, found)
        if self._calls(verb) and "caller" in trigger.rule.roles:
            self._called(trigger, near, found)
        elif not found.participants and self._decided(trigger):
            self._slots.fill(trigger, "subject", clause.subjects(reading, verb), near, found)
        self._beside_carrier(trigger, [m for m in near if m.governor in verbs and m.preposition >= 0], found)

    def _acting(self, verb: int) -> list[int]:
        """The verb's subjects, and what they are called beside it: "the world's largest plane, the A380, made"."""
        return clause.with_appositions(self._reading, clause.subjects(self._reading, verb))

    def _beside_carrier(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        """Who stands behind a preposition on the verb that carries the event: "est prévue avec X", "a été signé par Y"."""
        reading, verb = self._reading, trigger.carrier
        role = reading.pack.support_roles.get(reading.lower[verb])
        for mention in near:
            wanted = [c for c in mention.classes if c in ("chair", "mediator", "between", "with", "against")]
            if "by" in mention.classes and trigger.carried_as == "passive":
                if clause.governs(reading, verb) in FINAL or self._tells(trigger, verb):
                    continue  # who calls it off or tells of it does not do it
                self._slots.add(
                    trigger, mention, "by", found, Role.CHAIR if reading.lower[verb] in reading.pack.presiding else role
                )
            elif wanted and (trigger.support or clause.governs(reading, verb) is not None):
                self._slots.add(trigger, mention, wanted[0], found)

    def _tells(self, trigger: Trigger, verb: int) -> bool:
        """It tells of the event; "lancer", which may, here sets it going."""
        word, pack = self._reading.lower[verb], self._reading.pack
        return word in pack.verb_forms("saying") and (not trigger.support or word in pack.verb_forms("announcers"))

    def _decided(self, trigger: Trigger) -> bool:
        """The subject of its verb has it in hand: fixes it, plans it, puts it off."""
        reading, verb = self._reading, trigger.carrier
        family, says = kinds.load()[trigger.rule.kind].family, clause.governs(reading, verb)
        reacting = reading.lower[verb] in reading.pack.verb_forms("reacting") and says not in FINAL  # "called off"
        if trigger.carried_as != "object" or reacting:
            return False
        if family in _OWN_PLANS and says in (Occurrence.POSSIBLE, Occurrence.PROPOSED, Occurrence.DID_NOT_OCCUR):
            return True
        return says in _IN_HAND and family not in ("accident", "death")

    def _calls(self, verb: int) -> bool:
        """It calls for an event, or threatens one; who fears it does not."""
        says = clause.governs(self._reading, verb)
        threatens = says is Occurrence.POSSIBLE and self._reading.lower[verb] not in self._reading.pack.verb_forms(
            "reacting"
        )
        return says is Occurrence.PROPOSED or threatens

    def _called(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        """Who calls for the event: "les syndicats ont appelé à une grève"."""
        places = clause.subjects(self._reading, trigger.carrier)
        for mention in near:
            if any(mention.edge <= p < mention.last for p in places):
                self._slots.add(trigger, mention, "caller", found)

    def _possessive(self, trigger: Trigger, before: list[Mention], found: Arguments) -> None:
        if "of" in found.filled:
            return
        for mention in possessors.find(self._reading, trigger, before, self._slots.kind):
            self._slots.add(trigger, mention, "of", found)
        if not found.filled and trigger.rule.roles.get("of") is Role.AGENT:
            self._of_a_nation(trigger, found)

    def _of_a_nation(self, trigger: Trigger, found: Arguments) -> None:
        """Such as "des frappes israéliennes", "l'offensive russe": whose they are."""
        reading = self._reading
        if kinds.load()[trigger.rule.kind].family not in _OF_STATES or not reading.pack.words("partitives"):
            return
        for place in reading.with_dep(trigger.place, "amod"):
            if (state := self._slots.state(place)) is not None:
                self._slots.add(trigger, state, "of", found)

    def _in_it(self, trigger: Trigger) -> bool:
        """Such as "X and Y spoke of it in a phone call", "X is in talks": who acts in the clause is in it."""
        classes, _ = phrases.preposition_before(self._reading, phrases.noun_edge(self._reading, trigger.place))
        above = self._reading.heads[trigger.place]
        state = self._reading.tokens[above].pos == "AUX" and self._reading.dep(trigger.place) == "obl"
        state = state or any(True for _ in self._reading.with_dep(trigger.place, "cop"))
        spoken = trigger.rule.kind in ("phone_call", "statement") or (trigger.rule.kind == "talks" and state)
        return spoken and bool({"in", "during"} & set(classes))

    def _other_side(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        """Such as "After a call with X, Y said": who is with X is the subject of the clause that the noun modifies."""
        reading = self._reading
        if own := list(
            reading.with_dep(trigger.place, "nsubj")
        ):  # "they are in talks", where the noun carries the clause
            self._slots.fill(trigger, "subject", own, near, found)
            return
        for above in reading.climb(trigger.place):
            if reading.verbal(above):
                self._slots.fill(trigger, "subject", clause.subjects(reading, above), near, found)
                return
