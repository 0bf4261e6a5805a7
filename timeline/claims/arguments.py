"""Who takes part in an event, in which role, and where it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from timeline.claims import clause, phrases, places, possessors
from timeline.claims.mention import Mention, Sort
from timeline.claims.reading import NOWHERE
from timeline.claims.verb_factuality import FINAL
from timeline.model.vocabulary import Occurrence, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.claims.actors import Cast
    from timeline.claims.reading import Reading
    from timeline.claims.triggers import Trigger

_NOUN_ARGUMENTS: Final = ("chair", "mediator", "between", "with", "against", "by", "of", "to", "for")
_VERB_ARGUMENTS: Final = ("chair", "mediator", "between", "with", "against", "by", "to", "for")
_STATES: Final = frozenset({"subject", "by", "between", "with", "against", "object", "of"})
_NEAR: Final = 4


@dataclass(slots=True)
class Arguments:
    """`filled`: the places in the sentence that somebody fills; `syntactic`: those that any word fills."""

    participants: list[tuple[Mention, str, Role]] = field(default_factory=list)
    place: Mention | None = None
    syntactic: set[str] = field(default_factory=set)

    @property
    def filled(self) -> set[str]:
        return {where for _, where, _ in self.participants}


class ArgumentReader:
    def __init__(self, reading: Reading, mentions: list[Mention], cast: Cast) -> None:
        self._reading = reading
        self._cast = cast
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._by_sentence.setdefault(reading.sentence_of[mention.first], []).append(mention)

    def read(self, trigger: Trigger) -> Arguments:
        found = Arguments()
        near = self._by_sentence.get(self._reading.sentence_of[trigger.place], [])
        outside = [m for m in near if not trigger.place <= m.head < trigger.last]
        if not self._reading.tree:
            self._surface(trigger, outside, found)
        elif trigger.verb:
            self._verb(trigger, outside, found)
        else:
            self._noun(trigger, outside, found)
        self._complete_chains(near, found)
        found.place = places.place(self._reading, trigger, outside, [m for m, _, _ in found.participants])
        return found

    # Verbs

    def _verb(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        reading, verb = self._reading, trigger.place
        self._fill(trigger, "object" if trigger.passive else "subject", clause.subjects(reading, verb), near, found)
        if not trigger.passive:
            self._fill(trigger, "object", clause.objects(reading, verb), near, found)
        verbs = set(clause.verbs_above(reading, verb)) | set(range(trigger.place, trigger.last))
        self._leading(trigger, verbs, near, found)
        for mention in near:
            if mention.governor in verbs and mention.preposition >= 0:
                self._oblique(trigger, mention, _VERB_ARGUMENTS, found)
            elif mention.governor == verb and mention.dep == "iobj":
                self._add(trigger, mention, "to", found)
            elif trigger.passive and "by" in mention.classes and self._led_to(mention.governor, verb):
                self._add(trigger, mention, "by", found)

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
                self._add(trigger, mention, "chair", found)

    def _led_to(self, place: int, verb: int) -> bool:
        """From there up to the verb, over nouns behind it alone: "reçu mercredi à Rome par X", where X hangs from Rome."""
        for above in (place, *self._reading.climb(place)):
            if above == verb or above < verb or not self._reading.nominal(above):
                return above == verb
        return False

    def _fill(self, trigger: Trigger, where: str, places: list[int], near: list[Mention], found: Arguments) -> None:
        if places:
            found.syntactic.add(where)
        wide = clause.with_appositions(self._reading, places)
        before = len(found.participants)
        for mention in near:
            if any(mention.edge <= p < mention.last for p in wide):
                self._add(trigger, mention, where, found)
        if len(found.participants) == before:
            self._part(trigger, where, places, near, found)
        pronoun = any(self._reading.lower[p] in self._reading.pack.pronouns for p in places)
        if len(found.participants) == before and pronoun and trigger.passive:
            found.syntactic |= {"actor", "person", f"{where}:actor", f"{where}:person"}
        if len(found.participants) == before and where in trigger.rule.human:
            for place in places:
                if self._reading.tokens[place].pos in ("NOUN", "NUM") and self._reading.timex_of[place] == NOWHERE:
                    self._add(trigger, self._cast.somebody(place), where, found)

    def _part(self, trigger: Trigger, where: str, places: list[int], near: list[Mention], found: Arguments) -> None:
        """Some of somebody: "one of the suspects", "many of those nurses"."""
        some = {place for place in places if self._reading.tokens[place].pos in ("NUM", "PRON", "DET")}
        for mention in near:
            if mention.governor in some and "of" in mention.classes:
                self._add(trigger, mention, where, found)

    def _oblique(self, trigger: Trigger, mention: Mention, order: Iterable[str], found: Arguments) -> None:
        for name in order:
            if name in mention.classes:
                if name == "by" and not (trigger.passive or trigger.carried_as == "passive" or not trigger.verb):
                    continue
                self._add(trigger, mention, name, found)
                return

    # Nouns

    def _noun(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        reading = self._reading
        own = set(range(trigger.place, trigger.last))
        for mention in near:
            if mention.governor in own or self._follows(trigger, mention):
                self._noun_argument(trigger, mention, found)
            elif self._participle(trigger, mention):
                self._add(
                    trigger,
                    mention,
                    "chair" if reading.lower[mention.governor] in reading.pack.presiding else "by",
                    found,
                )
        if trigger.carrier != NOWHERE:
            self._carried(trigger, near, found)
        self._possessive(trigger, near, found)
        if found.filled == {"with"} or (not found.filled and self._in_it(trigger)):
            self._other_side(trigger, near, found)

    def _noun_argument(self, trigger: Trigger, mention: Mention, found: Arguments) -> None:
        if mention.preposition >= 0:
            self._oblique(trigger, mention, _NOUN_ARGUMENTS, found)
        elif mention.dep in ("nmod:poss", "compound") or (
            mention.dep in ("nmod", "appos", "flat:name") and mention.sort is not Sort.GROUP
        ):
            self._add(trigger, mention, "of", found)

    def _follows(self, trigger: Trigger, mention: Mention) -> bool:
        """Right behind the noun but for adjectives, whatever the tree says: "entretien téléphonique avec X"."""
        if not trigger.last <= mention.preposition <= trigger.last + _NEAR:
            return False
        between = range(trigger.last, mention.preposition)
        return all(self._inside_phrase(trigger, place) for place in between) and not set(mention.classes) <= {
            "in",
            "to",
            "during",
            "before",
            "after",
        }

    def _inside_phrase(self, trigger: Trigger, place: int) -> bool:
        token = self._reading.tokens[place]
        if self._reading.timex_of[place] != NOWHERE:
            return True
        return token.pos in ("ADJ", "ADV", "NOUN", "ADP") and trigger.place <= self._reading.heads[place] <= place + 1

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
                if any(mention.edge <= p < mention.last for p in clause.subjects(reading, verb)):
                    self._add(trigger, mention, "subject", found, role)
        if clause.governs(reading, verb) is Occurrence.PROPOSED and "caller" in trigger.rule.roles:
            self._called(trigger, near, found)
        for mention in near:
            if mention.governor not in verbs or mention.preposition < 0:
                continue
            wanted = [c for c in mention.classes if c in ("chair", "mediator", "between", "with")]
            if "by" in mention.classes and trigger.carried_as == "passive":
                if clause.governs(reading, verb) in FINAL:
                    continue
                self._add(
                    trigger, mention, "by", found, Role.CHAIR if reading.lower[verb] in reading.pack.presiding else role
                )
            elif wanted and trigger.support:
                self._add(trigger, mention, wanted[0], found)

    def _called(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        """Who calls for the event: "les syndicats ont appelé à une grève"."""
        places = clause.subjects(self._reading, trigger.carrier)
        for mention in near:
            if any(mention.edge <= p < mention.last for p in places):
                self._add(trigger, mention, "caller", found)

    def _possessive(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        if "of" in found.filled:
            return
        here = self._reading.sentence_of[trigger.place]
        before = [*self._by_sentence.get(here - 1, []), *near]
        for mention in possessors.find(self._reading, trigger, near, before):
            self._add(trigger, mention, "of", found)

    def _in_it(self, trigger: Trigger) -> bool:
        """Such as "X and Y spoke of it in a phone call", "X is in talks": who acts in the clause is in it."""
        classes, _ = phrases.preposition_before(self._reading, phrases.noun_edge(self._reading, trigger.place))
        above = self._reading.heads[trigger.place]
        state = self._reading.tokens[above].pos == "AUX" and self._reading.dep(trigger.place) == "obl"
        spoken = trigger.rule.kind == "phone_call" or (trigger.rule.kind == "talks" and state)
        return spoken and bool({"in", "during"} & set(classes))

    def _other_side(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        """Such as "After a call with X, Y said": who is with X is the subject of the clause that the noun modifies."""
        reading = self._reading
        for above in reading.climb(trigger.place):
            if reading.verbal(above):
                self._fill(trigger, "subject", clause.subjects(reading, above), near, found)
                return

    # Without a tree

    def _surface(self, trigger: Trigger, near: list[Mention], found: Arguments) -> None:
        """The nearest before a verb acts; behind it, a preposition says what for."""
        before = [m for m in near if m.last <= trigger.place and m.preposition < 0]
        behind = [m for m in near if m.first >= trigger.last]
        if trigger.verb and before:
            self._add(trigger, before[-1], "subject", found)
            found.syntactic.add("subject")
        for mention in behind:
            if mention.preposition < 0 and trigger.verb and "object" not in found.syntactic:
                found.syntactic.add("object")
                self._add(trigger, mention, "object", found)
            elif mention.preposition >= 0:
                self._oblique(trigger, mention, _NOUN_ARGUMENTS if not trigger.verb else _VERB_ARGUMENTS, found)

    # All

    def _complete_chains(self, near: list[Mention], found: Arguments) -> None:
        """Who stands beside a participant with "and" takes part as well."""
        taken = {id(m) for m, _, _ in found.participants}
        for mention, where, role in list(found.participants):
            for other in near:
                if other.chain == mention.chain and id(other) not in taken and self._keys(other, where):
                    taken.add(id(other))
                    found.participants.append((other, where, role))

    def _add(self, trigger: Trigger, mention: Mention, where: str, found: Arguments, role: Role | None = None) -> None:
        if mention.sort is Sort.PLACE and where in ("object", "to", "of") and trigger.rule.kind in places.MOVEMENT:
            return
        given = role or trigger.rule.roles.get(where) or (trigger.rule.roles.get("subject") if where == "by" else None)
        found.syntactic.add("subject" if where == "by" else where)
        if given is None or any(m is mention for m, _, _ in found.participants) or not self._keys(mention, where):
            return
        found.participants.append((mention, "subject" if where == "by" else where, given))

    def _keys(self, mention: Mention, where: str) -> tuple[str, ...]:
        """The actors of a mention in this place; a capital or a country acts as its government."""
        if mention.sort is not Sort.PLACE:
            return mention.keys
        acts = mention.country is not None and where in _STATES
        return (self._cast.government(mention.country, mention),) if acts and mention.country else ()

    def keys(self, mention: Mention, where: str) -> tuple[str, ...]:
        return self._keys(mention, where)

    def anchors(self, trigger: Trigger) -> set[int]:
        """The tokens whose adverbials are the event's."""
        return places.anchors(self._reading, trigger)
