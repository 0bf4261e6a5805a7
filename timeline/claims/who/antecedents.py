"""Whom pronouns, pairs and bare nouns stand for, by what the article named before them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from timeline.claims.tree import clause
from timeline.claims.tree.mention import Mention, Sort
from timeline.lang.world_names import fold
from timeline.model.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.claims.tree.reading import Reading
    from timeline.claims.who.actors import Cast
    from timeline.lang.world import World

WORDS: Final = "words:"
"""Key prefix of actors without a name; what follows are their folded words."""
_BODIES: Final = (ActorKind.ORGANISATION, ActorKind.GOVERNMENT)
_COMPANY_REACH: Final = 3
_FAR: Final = 3
"""How many sentences back a pronoun may reach that finds nobody near by."""
_SPEECH_REACH: Final = 2


class Antecedents:
    """Looks back over the mentions of an article that have been resolved."""

    def __init__(self, cast: Cast, reading: Reading, world: World, day: str) -> None:
        self._cast = cast
        self._reading = reading
        self._world = world
        self._day = day

    def pair(self, mention: Mention, recent: Sequence[Mention]) -> tuple[str, ...]:
        """The two last named together, else the two last named; persons or states as the noun says."""
        wanted = (Sort.PERSON,) if mention.name == "people" else (Sort.PLACE, Sort.GOVERNMENT)
        fits = [m for m in recent if m.sort in wanted and (m.keys or m.country)]
        leading = [m for m in fits if m.keys and self._leads(m.keys[0])]
        if len({m.keys[0] for m in leading}) > 1:
            fits = leading
        keys: list[str] = []
        for before in reversed(fits):
            key = before.keys[0] if before.keys else self._cast.government(before.country or "", before)
            if key not in keys and not key.startswith(WORDS):
                keys.append(key)
            if len(keys) == 2:
                return tuple(reversed(keys))
        return ()

    def _leads(self, key: str) -> bool:
        """Somebody with an office, by the tables or by the article."""
        return bool(self._cast.actors[key].titles or self._world.offices_of(key.partition(":")[2], self._day))

    def pronoun(self, mention: Mention, recent: Sequence[Mention]) -> tuple[str, ...]:
        """The subject of the clause before, in this sentence or the last one; for a plural, a chain of them."""
        if "".join(self._reading.lower[mention.first : mention.last]) in self._reading.pack.words("latter"):
            return self._latter(mention, recent)
        return self._pronoun(mention, recent, 1) or self._pronoun(mention, recent, _FAR)

    def _latter(self, mention: Mention, recent: Sequence[Mention]) -> tuple[str, ...]:
        """The noun last named that agrees with it, where that is somebody; a name may be of either gender."""
        reading = self._reading
        marks = {
            part for part in reading.token(mention.first).morph.split("|") if part.startswith(("Gender", "Number"))
        }
        heads = {m.head: m for m in recent if m.keys and m.sort is not Sort.PLACE}
        for place in range(
            mention.first - 1, reading.sentences[max(0, reading.sentence_of[mention.first] - 1)].first - 1, -1
        ):
            fits = marks <= set(reading.token(place).morph.split("|")) and reading.timex_of[place] < 0
            if place in heads and (fits or reading.tokens[place].pos == "PROPN"):
                return heads[place].keys
            if fits and reading.tokens[place].pos == "NOUN":
                return ()
        return ()

    def _pronoun(self, mention: Mention, recent: Sequence[Mention], reach: int) -> tuple[str, ...]:
        """`reach`: how many sentences back."""
        here = self._reading.sentence_of[mention.first]
        near = [
            m
            for m in recent
            if here - self._reading.sentence_of[m.first] <= reach and m.keys and m.sort is not Sort.PLACE
        ]
        near = [m for m in near if mention.name == "plural" or self._agrees(m, mention)]
        if mention.name != "plural" and (speaker := self._who_says_so(mention, near)):
            return speaker
        if mention.name == "neuter":
            return self._body([m for m in recent if here - self._reading.sentence_of[m.first] <= reach])
        subjects = [m for m in near if m.dep.startswith("nsubj") and m.preposition < 0]
        if not subjects:
            return self._only_person(near) if mention.name == "singular" else ()
        if mention.name == "singular":
            persons = (m.keys for m in reversed(subjects) if len(m.keys) == 1)
            fitting = (k for k in persons if self._cast.actors[k[0]].kind in self._stands_for(mention))
            return next(fitting, ()) or self._only_person(near)
        chains = [[m for m in near if m.chain == subject.chain] for subject in reversed(subjects)]
        plural = next((c for c in chains if len({m.keys for m in c}) > 1 or c[-1].sort is Sort.GROUP), [])
        plural = plural or [m for m in near if m.sort is Sort.GROUP and m.dep == "obj"][-1:]
        several = self._reading.pack.words("bodies_of_several")
        plural = plural or [m for m in subjects if self._reading.lower[m.head] in several][-1:]
        return tuple(dict.fromkeys(k for m in plural for k in m.keys))

    def _who_says_so(self, mention: Mention, near: list[Mention]) -> tuple[str, ...]:
        """Such as "the company, in which Ford has a stake, said it would ...", "his lawyer said he would ..."."""
        reading = self._reading
        below = next((v for v in clause.verbs_above(reading, mention.governor) if reading.dep(v) == "ccomp"), -1)
        if below < 0 or reading.lower[reading.heads[below]] not in reading.pack.verb_forms("saying"):
            return ()
        places = clause.subjects(reading, reading.heads[below])
        said = next((m for m in near if len(m.keys) == 1 and any(m.edge <= p < m.last for p in places)), None)
        if said is None:
            return ()
        own = reading.pack.possessives_of(reading.lower[mention.first])
        if any(reading.lower[c] in own for p in (*places, said.head) for c in reading.children[p]):
            before = [m for m in near if m.first < said.edge and m.dep.startswith("nsubj") and m.sort is Sort.PERSON]
            return before[-1].keys if before else ()
        kind = self._cast.actors[said.keys[0]].kind
        if mention.name == "neuter":
            return said.keys if kind in _BODIES or self._no_person(said, near) else ()
        return said.keys if kind in self._stands_for(mention) else ()

    def _no_person(self, said: Mention, near: list[Mention]) -> bool:
        """A lone word that the model took for a person, and the article calls "it": a body."""
        actor = self._cast.actors[said.keys[0]]
        if " " in said.name or actor.titles or actor.wikidata or said.sort is not Sort.PERSON:
            return False
        actor.kind = ActorKind.ORGANISATION
        for mention in (*actor.mentions, *near):
            if mention.keys == said.keys:
                mention.sort = Sort.ORGANISATION
        return True

    def _agrees(self, mention: Mention, pronoun: Mention) -> bool:
        """A common noun and its pronoun have one gender, in languages where nouns have any."""
        morph = self._reading.token(mention.head).morph
        if self._reading.tokens[mention.head].pos != "NOUN" or mention.titles or "Gender=" not in morph:
            return True
        other = {"Gender=Masc": "Gender=Fem", "Gender=Fem": "Gender=Masc"}
        mine = next(part for part in morph.split("|") if part.startswith("Gender="))
        return other.get(mine, "") not in self._reading.token(pronoun.first).morph.split("|")

    def _body(self, near: list[Mention]) -> tuple[str, ...]:
        """The organisation, or the state acting, that was last the subject."""
        for mention in reversed(near):
            if not mention.dep.startswith("nsubj") or mention.preposition >= 0:
                continue
            if mention.sort is Sort.PLACE and mention.country:
                return (self._cast.government(mention.country, mention),)
            if mention.keys and self._cast.actors[mention.keys[0]].kind in _BODIES:
                return mention.keys[:1]
        return ()

    def _stands_for(self, mention: Mention) -> tuple[ActorKind, ...]:
        """Persons; also bodies, in a language whose pronouns tell people and things apart by nothing."""
        bodies = self._reading.lower[mention.first] in self._reading.pack.words("pronouns_of_things")
        return (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GOVERNMENT) if bodies else (ActorKind.PERSON,)

    @staticmethod
    def _only_person(near: list[Mention]) -> tuple[str, ...]:
        """The one person near by, whatever the place in the sentence."""
        persons = {m.keys for m in near if m.sort is Sort.PERSON and m.reason != "guess"}
        return persons.pop() if len(persons) == 1 else ()

    def object(self, mention: Mention, recent: Sequence[Mention]) -> tuple[str, ...]:
        """Who was last spoken of and is not the subject of the pronoun's own verb: persons, for a plural several of them."""
        reading = self._reading
        here = reading.sentence_of[mention.first]
        own = clause.subjects(reading, mention.governor)
        acting = {key for m in recent if any(m.first <= place < m.last for place in own) for key in m.keys}
        near = [m for m in recent if here - reading.sentence_of[m.first] <= 1 and m.keys and m.sort is not Sort.PLACE]
        fits = [m for m in near if not acting & set(m.keys) and self._numbers(m, mention, near)]
        return tuple(dict.fromkeys(key for m in near if fits and m.chain == fits[-1].chain for key in m.keys))

    def _numbers(self, mention: Mention, pronoun: Mention, near: list[Mention]) -> bool:
        kind = self._cast.actors[mention.keys[0]].kind
        together = len(mention.keys) > 1 or any(m.chain == mention.chain and m is not mention for m in near)
        if pronoun.name == "object":
            return kind is ActorKind.PERSON and not together
        return together or kind is ActorKind.GROUP

    def body(self, mention: Mention, recent: Sequence[Mention]) -> tuple[str, ...]:
        """Such as "le groupe", "the company": the body introduced by that word, else for a company the one last named."""
        head = self._reading.lower[mention.head]
        wanted = fold(mention.name)
        bodies = [m for m in recent if m.sort is Sort.ORGANISATION and m.keys and not m.product]
        bodies = [m for m in bodies if not m.keys[0].startswith(WORDS)]
        for before in reversed(bodies):
            titles = [fold(title) for title in self._cast.actors[before.keys[0]].titles]
            if wanted in titles or (wanted == fold(head) and any(wanted in title.split() for title in titles)):
                return before.keys[:1]
        if wanted != fold(head):
            return ()
        for before in reversed(bodies):
            if before.name[:1].isupper() and wanted in fold(before.name).split():
                return before.keys[:1]
        if head not in self._reading.pack.words("companies"):
            return ()
        return self._company(mention, bodies)

    def _company(self, mention: Mention, bodies: list[Mention]) -> tuple[str, ...]:
        """The company last a subject, or the only one named near by; public bodies and the press are none."""
        here = self._reading.sentence_of[mention.first]
        near = [
            m for m in bodies if here - self._reading.sentence_of[m.first] <= _COMPANY_REACH and not self._public(m)
        ]
        subjects = [m for m in near if m.dep.startswith("nsubj") and m.preposition < 0]
        if subjects:
            return subjects[-1].keys[:1]
        return self._foremost([m.keys[0] for m in bodies if not self._public(m)])

    @staticmethod
    def _foremost(keys: list[str]) -> tuple[str, ...]:
        """The one that the article has named more often than any other."""
        counted = Counter(keys).most_common(2)
        clear = len(counted) == 1 or (len(counted) > 1 and counted[0][1] > counted[1][1])
        return (counted[0][0],) if clear else ()

    def _public(self, mention: Mention) -> bool:
        known = self._world.organisation(mention.name)
        return known is not None and known.kind in ("body", "outlet")

    def speaker(self, mention: Mention, mentions: list[Mention]) -> tuple[str, ...]:
        """Who says "I" or "we" in a quotation: the subject of the verb of saying in its sentence, else in the ones before."""
        here = self._reading.sentence_of[mention.first]
        for sentence in range(here, max(-1, here - _SPEECH_REACH - 1), -1):
            found = self._says(sentence, mentions)
            if found:
                return found
            if sentence != here and not self._reading.quoted[self._reading.sentences[sentence].last - 1]:
                break
        return ()

    def _says(self, sentence: int, mentions: list[Mention]) -> tuple[str, ...]:
        """Outside the quotation, who says it."""
        reading = self._reading
        saying = reading.pack.verb_forms("saying")
        first, last = reading.sentences[sentence].first, reading.sentences[sentence].last
        for verb in range(first, last):
            if reading.lower[verb] not in saying or reading.quoted[verb] or not reading.verbal(verb):
                continue
            places = clause.subjects(reading, verb)
            for other in mentions:
                if other.keys and any(other.edge <= place < other.last for place in places):
                    return other.keys[:1] if other.sort is not Sort.PLACE else ()
        return ()
