"""Finds again what a parser lost of a clause: the participle behind an aside, the verb above a trailing participle, a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.claims.tree.reading import Reading

_NOUNS: Final = ("NOUN", "PROPN", "NUM")
_LOOSE: Final = ("obl", "obl:mod", "obl:tmod", "advmod", "dep", "conj", "appos", "dislocated", "nmod", "advcl")
"""As what a parser reads a subject that it did not recognise."""
_SUBJECTS: Final = ("nsubj", "nsubj:pass", "csubj", "expl:subj")
_REACH: Final = 5


class LostParts:
    """`heads` and `deps` are mended in place."""

    def __init__(self, reading: Reading, heads: list[int], deps: list[str]) -> None:
        self._reading = reading
        self._heads = heads
        self._deps = deps
        self._tokens = reading.tokens

    def participles(self) -> None:
        """Such as "a en revanche abandonné", read as "has the reverse": an auxiliary of the past is no copula."""
        never = self._reading.pack.verb_forms("no_copula")
        for place, noun in enumerate(list(self._heads)):
            if self._deps[place] != "cop" or self._reading.lower[place] not in never or noun < place:
                continue
            stop = min(noun + _REACH, self._bounds(place)[1])
            verb = next((v for v in range(noun + 1, stop) if self._participle(v) and self._heads[v] == noun), None)
            if verb is not None:
                self._swap(noun, verb)
                self._deps[noun] = "obl:mod"
                self._deps[place] = "aux:tense"

    def main_verbs(self) -> None:
        """Such as "a dit X, nommé par Y", headed by the bare participle at its end: the conjugated verb is the main one."""
        for verb, head in enumerate(list(self._heads)):
            behind = verb > 0 and (self._tokens[verb - 1].text == "," or self._tokens[verb - 1].pos == "PROPN")
            if head != verb or not self._participle(verb) or self._helped(verb) or not behind:
                continue
            main = next((v for v in self._below(verb) if v < verb and self._finite(v)), None)
            described = next(
                (p for p in range(verb - 1, self._bounds(verb)[0], -1) if self._tokens[p].pos in _NOUNS), None
            )
            if main is None or described is None or described < main:
                continue
            for subject in [p for p in self._below(verb) if self._deps[p].startswith("nsubj") and main < p < verb]:
                self._heads[subject], self._deps[subject] = main, "obj"
            self._heads[main], self._deps[main] = main, "ROOT"
            while self._deps[described] == "flat:name" and self._heads[described] < described:
                described = self._heads[described]
            self._heads[verb], self._deps[verb] = described, "acl"

    def leading_participles(self) -> None:
        """Such as "Réélu dimanche, le maire a nommé X", headed by the participle: the conjugated verb with a subject is the main one."""
        for verb, head in enumerate(list(self._heads)):
            if head != verb or not self._participle(verb) or self._helped(verb) or verb != self._bounds(verb)[0]:
                continue
            main = next((v for v in range(verb + 1, self._bounds(verb)[1]) if self._stands_alone(v)), None)
            if main is not None and "," in self._reading.lower[verb:main]:
                self._heads[main], self._deps[main] = main, "ROOT"
                self._heads[verb], self._deps[verb] = main, "advcl"

    def _stands_alone(self, verb: int) -> bool:
        """Conjugated, with a subject of its own that is no relative, and no word that makes its clause a dependent one."""
        if self._tokens[verb].pos != "VERB" or not self._finite(verb):
            return False
        pack = self._reading.pack
        relatives = pack.words("relative_subject") | pack.words("relative_object") | pack.words("relatives_place")
        below = self._below(verb)
        bound = any(self._deps[p] == "mark" or self._reading.lower[p] in relatives for p in below)
        return not bound and any(self._deps[p] in _SUBJECTS and p < verb for p in below)

    def objects(self) -> None:
        """Such as "a nommé à Matignon Paul Faure", where the name was read as standing beside the place: it is the verb's object."""
        heads, deps = self._heads, self._deps
        for name, place in enumerate(list(heads)):
            if deps[name] != "appos" or place != name - 1 or self._tokens[name].pos != "PROPN":
                continue
            verb = heads[place]
            cased = any(self._deps[p] == "case" for p in self._below(place))
            named = any(deps[p] == "flat:name" for p in self._below(name))
            if not cased or not named or not self._reading.verbal(verb) or not deps[place].startswith("obl"):
                continue
            if not any(deps[p] in ("obj", "nsubj:pass") for p in self._below(verb)):
                heads[name], deps[name] = verb, "obj"

    def objects_behind_dates(self) -> None:
        """Such as "a exécuté mercredi trois hommes", where the day drew the object in as a time."""
        heads, deps = self._heads, self._deps
        for place, verb in enumerate(heads):
            if deps[place] not in ("obl:mod", "obl:tmod") or verb >= place or not self._reading.verbal(verb):
                continue
            below = self._below(place)
            dated = any(self._reading.timex_of[p] >= 0 and verb < p < place for p in below)
            bare = self._reading.timex_of[place] < 0 and not any(deps[p] in ("case", "mark") for p in below)
            taken = any(deps[p] in ("obj", "nsubj:pass") for p in self._below(verb))
            if dated and bare and not taken and self._tokens[place].pos in _NOUNS:
                deps[place] = "obj"

    def infinitives(self) -> None:
        """Such as "a permis d'interpeller X", read as something behind a preposition: what the verb brings about."""
        pack = self._reading.pack
        for place, head in enumerate(self._heads):
            if self._deps[place] != "obl:arg" or "VerbForm=Inf" not in self._tokens[place].morph or head >= place:
                continue
            marks = [p for p in self._below(place) if self._deps[p] == "case" and p < place]
            brings = any(
                says is Occurrence.OCCURRED for _, says in pack.governing_verbs.get(self._reading.lower[head], ())
            )
            if brings and marks and self._reading.lower[marks[0]] in pack.words("partitives"):
                self._deps[place] = "xcomp"
                self._deps[marks[0]] = "mark"

    def subjects(self) -> None:
        """A conjugated main verb always has one: what opens its sentence bare, aside the date, is its subject."""
        for verb, head in enumerate(self._heads):
            if head != verb or not self._reading.verbal(verb) or not self._finite(verb):
                continue
            own = next((below for below in self._below(verb) if self._deps[below] in _SUBJECTS), None)
            subject = self._opening(verb)
            if own is not None and subject is not None and self._apposed(subject, own, verb):
                self._deps[subject] = self._deps[own]
                self._heads[own], self._deps[own] = subject, "appos"
            if own is not None:
                continue
            if subject is not None:
                self._heads[subject] = verb
                self._deps[subject] = "nsubj:pass" if self._passive(verb) else "nsubj"

    def _apposed(self, first: int, second: int, verb: int) -> bool:
        """Such as "Le suspect, un homme de 29 ans, a été arrêté": what stands between commas says who the first one is."""
        words = self._reading.lower
        edge = min([second, *(p for p in self._below(second) if p < second)])
        marked = any(self._deps[p] == "det" for p in self._below(first)) and words[edge] in self._reading.pack.words(
            "indefinite"
        )
        return first < edge and marked and words[edge - 1] == "," and "," in words[second:verb]

    def _opening(self, verb: int) -> int | None:
        """The first noun before the verb that stands behind no preposition and hangs from it, or from a date that does."""
        cased = {self._heads[p] for p in range(self._bounds(verb)[0], verb) if self._deps[p] == "case"}
        for place in range(self._bounds(verb)[0], verb):
            bare = self._tokens[place].pos in _NOUNS and place not in cased and self._deps[place] in _LOOSE
            if not bare or self._reading.timex_of[place] >= 0:
                continue
            above = self._heads[place]
            if above == verb or (self._reading.timex_of[above] >= 0 and self._heads[above] == verb):
                return place
        return None

    def _passive(self, verb: int) -> bool:
        return any(self._deps[below] == "aux:pass" for below in self._below(verb))

    def _finite(self, verb: int) -> bool:
        """Itself or by its auxiliary; a bare infinitive or participle is not."""
        helpers = [p for p in self._below(verb) if self._deps[p].startswith(("aux", "cop"))]
        return any("VerbForm=Fin" in self._tokens[p].morph for p in (verb, *helpers))

    def _helped(self, verb: int) -> bool:
        return any(self._deps[p].startswith(("aux", "cop")) for p in self._below(verb))

    def _participle(self, place: int) -> bool:
        return self._tokens[place].pos == "VERB" and "VerbForm=Part" in self._tokens[place].morph

    def _below(self, place: int) -> list[int]:
        first, last = self._bounds(place)
        return [p for p in range(first, last) if self._heads[p] == place and p != place]

    def _bounds(self, place: int) -> tuple[int, int]:
        return self._reading.sentence_bounds(place)

    def _swap(self, noun: int, verb: int) -> None:
        """The verb takes the noun's place in the tree and what hung from the noun around it."""
        inner = {
            p for p in self._below(noun) if self._deps[p] in ("case", "det", "amod", "fixed") and abs(p - noun) <= 2
        }
        for place in self._below(noun):
            if place != verb and place not in inner:
                self._heads[place] = verb
        top = self._heads[noun] == noun
        self._heads[verb], self._deps[verb] = (verb, "ROOT") if top else (self._heads[noun], self._deps[noun])
        self._heads[noun] = verb
