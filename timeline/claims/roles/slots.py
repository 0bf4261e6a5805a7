"""The places around an event that somebody may fill, and how a mention comes to fill one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from timeline.claims.roles import places
from timeline.claims.tree import clause
from timeline.claims.tree.mention import Mention, Sort
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.who import people, possessors
from timeline.lang import kinds
from timeline.model.vocabulary import ActorKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.reading import Reading
    from timeline.claims.who.actors import Cast

NOUN_ARGUMENTS: Final = ("chair", "mediator", "between", "with", "against", "by", "of", "to", "for", "at")
VERB_ARGUMENTS: Final = ("chair", "mediator", "between", "with", "against", "by", "to", "for")
_SAID: Final = frozenset({"statement", "law", "vote", "launch", "closure", "deal"})
_STATES: Final = frozenset({"subject", "by", "between", "with", "against", "object", "of"})


_DECIDING: Final = frozenset({"statement", "decision", "sanction", "violence", "aid", "office", "justice"})
"""Families of what a government does, so that its seat on the noun is the government: "Moscow strikes", not "the Paris talks"."""


@dataclass(slots=True)
class Arguments:
    """`filled`: the places in the sentence that somebody fills; `syntactic`: those that any word fills."""

    participants: list[tuple[Mention, str, Role]] = field(default_factory=list)
    place: Mention | None = None
    syntactic: set[str] = field(default_factory=set)

    @property
    def filled(self) -> set[str]:
        return {where for _, where, _ in self.participants}


class Slots:
    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading = reading
        self._cast = cast

    def fill(self, trigger: Trigger, where: str, heads: list[int], near: list[Mention], found: Arguments) -> None:
        """Everybody whose phrase one of the heads stands in, appositions with them."""
        if heads:
            found.syntactic.add(where)
        wide = clause.with_appositions(self._reading, heads)
        before = len(found.participants)
        for mention in near:
            if any(mention.edge <= p < mention.last for p in wide):
                self.add(trigger, mention, where, found)
        if len(found.participants) == before:
            self._part(trigger, where, heads, near, found)
        if any(self._reading.lower[p] in self._reading.pack.words("nobody") for p in heads):
            found.syntactic |= {"actor", f"{where}:actor"}
        pronoun = any(self._reading.lower[p] in self._reading.pack.pronouns for p in heads)
        if len(found.participants) == before and pronoun and trigger.passive:
            found.syntactic |= {"actor", "person", f"{where}:actor", f"{where}:person"}
        if len(found.participants) == before and where in trigger.rule.human and not self._describes(trigger):
            self._authors(trigger, where, heads, near, found)
        if len(found.participants) == before and where in trigger.rule.human and not self._describes(trigger):
            self.anybody(trigger, where, heads, found)

    def _authors(self, trigger: Trigger, where: str, heads: list[int], near: list[Mention], found: Arguments) -> None:
        """Whose words a document has: "a report by the court warned", "the watchdog's study"."""
        papers = {p for p in heads if self._reading.lower[p] in self._reading.pack.documents}
        for mention in near:
            by = "by" in mention.classes or "of" in mention.classes or mention.dep in ("nmod:poss", "compound")
            if mention.governor in papers and by:
                self.add(trigger, mention, where, found)

    def _describes(self, trigger: Trigger) -> bool:
        """A participle that says what a thing does: "amendments calling for more"."""
        return self._reading.dep(trigger.place) == "acl" and not trigger.passive

    @property
    def named(self) -> dict[int, Mention]:
        """The mention that each place stands in."""
        return self._cast.by_place

    def state(self, place: int) -> Mention | None:
        """The state that an adjective of nationality tells of."""
        return self._cast.state(place)

    def unnamed(self, place: int) -> tuple[str, ...]:
        return self._cast.somebody(place).keys

    def somebody(self, trigger: Trigger, place: int, where: str, found: Arguments) -> None:
        """A common noun of no list, where nobody else can be meant."""
        self.add(trigger, self._cast.somebody(place), where, found)

    def anybody(self, trigger: Trigger, where: str, heads: list[int], found: Arguments) -> None:
        """Common nouns of no list in a place that only somebody can fill."""
        for head in heads:
            if self._reading.tokens[head].pos not in ("NOUN", "NUM") or self._reading.timex_of[head] != NOWHERE:
                continue
            if self._nobody(head):
                found.syntactic |= {"actor", f"{where}:actor"}
            else:
                self.somebody(trigger, head, where, found)

    def _nobody(self, head: int) -> bool:
        """Such as "no one": somebody is spoken of, and is not there."""
        words = {self._reading.lower[c] for c in self._reading.with_dep(head, "det")}
        return bool(words & self._reading.pack.negation_alone)

    def whose(self, trigger: Trigger, thing: int, before: list[Mention], found: Arguments) -> None:
        """Those whose thing it is stand in the subject's place: "its drones struck", "des missiles russes ont touché"."""
        reading = self._reading
        owners = possessors.of_thing(reading, trigger, thing, before, self.kind)
        owners += [
            m for m in before if m.governor == thing and (m.dep in ("nmod:poss", "compound") or "of" in m.classes)
        ]
        owners += [m for place in reading.children[thing] if (m := self._cast.state(place)) is not None]
        for mention in owners:
            self.add(trigger, mention, "subject", found)

    def thing(self, trigger: Trigger, place: int, found: Arguments) -> None:
        """A common noun that is nobody, as what the event befell."""
        reading = self._reading
        if reading.tokens[place].pos == "NUM":  # "four of the libraries"
            place = next(reading.with_dep(place, "nmod"), place)
        if (
            reading.tokens[place].pos not in ("NOUN", "PROPN")
            or reading.timex_of[place] != NOWHERE
            or place in self.named
        ):
            return
        if trigger.place <= place < trigger.last or self._names_an_event(place):
            return
        found.participants.append((self._cast.somebody(place, Sort.THING), "object", Role.PATIENT))

    def _names_an_event(self, place: int) -> bool:
        """A noun of some row; that a verb is written so does not matter ("ship")."""
        entries = self._reading.pack.triggers.get(self._reading.lower[place], ())
        return any(not entry.verb and not entry.tail for entry in entries)

    def _part(self, trigger: Trigger, where: str, heads: list[int], near: list[Mention], found: Arguments) -> None:
        """Some of somebody: "one of the suspects", "many of those nurses"."""
        some = {place for place in heads if self._reading.tokens[place].pos in ("NUM", "PRON", "DET")}
        for mention in near:
            if mention.governor in some and "of" in mention.classes:
                self.add(trigger, mention, where, found)

    def oblique(self, trigger: Trigger, mention: Mention, order: Iterable[str], found: Arguments) -> None:
        """Behind a preposition, in the first of the places that it may mean."""
        for name in order:
            if name in mention.classes:
                if name == "by" and not (trigger.passive or trigger.carried_as == "passive" or not trigger.verb):
                    continue
                if name == "by" and self._bare(mention):
                    continue
                self.add(trigger, mention, name, found)
                return

    def _bare(self, mention: Mention) -> bool:
        """Such as "par sécurité": a lone noun right behind its preposition says why or how, in a language of articles."""
        if mention.sort is Sort.PLACE or mention.reason != "title" or not self._reading.tree:
            return False
        alone = mention.last == mention.first + 1 and mention.preposition == mention.first - 1
        articles = bool(self._reading.pack.words("partitives"))
        return alone and articles and "Number=Sing" in self._reading.token(mention.head).morph

    def add(self, trigger: Trigger, mention: Mention, where: str, found: Arguments, role: Role | None = None) -> None:
        if mention.sort is Sort.PLACE and where in ("object", "to", "of") and trigger.rule.kind in places.MOVEMENT:
            return
        if mention.name in people.OBJECTS.values() and trigger.rule.kind in _SAID and mention.dep != "iobj":
            return  # "il l'a confirmé": what is said, hardly ever somebody
        if where == "of" and mention.place_kind == "city" and not _decides(trigger):
            found.syntactic.add("actor")  # named by its place, it needs nobody
            return
        keys = self.keys(mention, where)
        if keys and set(keys) <= {key for m, w, _ in found.participants for key in self.keys(m, w)}:
            return
        given = role or trigger.rule.roles.get(where) or (trigger.rule.roles.get("subject") if where == "by" else None)
        found.syntactic.add("subject" if where == "by" else where)
        if given is None or not keys:
            return
        found.participants.append((mention, "subject" if where == "by" else where, given))

    def keys(self, mention: Mention, where: str) -> tuple[str, ...]:
        """The actors of a mention in this place; a capital or a country acts as its government."""
        if mention.sort is not Sort.PLACE:
            return mention.keys
        acts = mention.country is not None and where in _STATES
        return (self._cast.government(mention.country, mention),) if acts and mention.country else ()

    def kind(self, mention: Mention) -> ActorKind | None:
        """What sort of actor it stands for; a state where it is a country, nothing where it is nobody."""
        if mention.sort is Sort.PLACE:
            return ActorKind.GOVERNMENT if mention.country else None
        return self._cast.actor(mention.keys[0]).kind if mention.keys else None


def _decides(trigger: Trigger) -> bool:
    return kinds.load()[trigger.rule.kind].family in _DECIDING
