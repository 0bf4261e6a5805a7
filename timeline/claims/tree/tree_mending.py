"""Mends the tree that a parser gave: what hangs where, and as what, before any rule asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.tree.lost_parts import LostParts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.claims.tree.reading import Reading

NOWHERE: Final = -1
_OF_PASSIVES: Final = {"aux:pass": "aux:tense", "nsubj:pass": "nsubj"}
_CLOSING: Final = frozenset({",", "»", '"', "”"})
_SPEAKER_REACH: Final = 8
_RELATIVE_REACH: Final = 25
_STAY: Final = ("case", "det", "punct", "cc", "conj", "mark", "advmod")


def mended(reading: Reading) -> tuple[list[int], list[str]]:
    """Heads and dependencies, by token; without a tree every token is its own head."""
    heads = [t.head if 0 <= t.head < len(reading.tokens) else t.i for t in reading.tokens]
    deps = [t.dep for t in reading.tokens]
    if reading.tree:
        lost = LostParts(reading, heads, deps)
        lost.participles()
        lost.main_verbs()
        lost.leading_participles()
        lost.objects()
        lost.infinitives()
        lost.objects_behind_dates()
        _Tree(reading, heads, deps).mend()
        lost.subjects()
    return heads, deps


def upwards(heads: list[int], place: int) -> Iterator[int]:
    """The heads above a place, nearest first."""
    seen = {place}
    above = heads[place]
    while above not in seen:
        yield above
        seen.add(above)
        above = heads[above]


def _number(morph: str) -> str:
    return next((part for part in morph.split("|") if part.startswith("Number=")), "")


class _Tree:
    def __init__(self, reading: Reading, heads: list[int], deps: list[str]) -> None:
        self._reading = reading
        self._heads = heads
        self._deps = deps
        self._tokens = reading.tokens
        self._lower = reading.lower
        self._pack = reading.pack

    def mend(self) -> None:
        self._mend_subjects()
        self._raise_verbs()
        self._skip_dates()
        self._date_words()
        self._turn_subjects()
        self._mend_partitives()
        self._lift_appositions()
        self._pass_asides()
        self._agree_relatives()
        self._turn_inversions()
        for place, number in enumerate(self._reading.timex_of):
            if number != NOWHERE and self._deps[place] == "obj" and not self._names(place):
                self._deps[place] = "obl:tmod"

    def _names(self, place: int) -> bool:
        """Such as "declared a day of mourning": a length of time that says of what it is one."""
        of = next((c for c in (place + 1, place + 2) if self._is_of(c)), len(self._heads))
        near = range(of + 1, min(len(self._heads), of + 4))
        noun = next((c for c in near if self._heads[c] in (place, self._heads[place])), None)
        one = any(
            t.dep in ("det", "nummod") and self._heads[t.i] == place for t in self._tokens[max(0, place - 2) : place]
        )
        if noun is None or not one or self._tokens[noun].pos != "NOUN" or self._reading.timex_of[noun] != NOWHERE:
            return False
        self._heads[noun], self._deps[noun] = place, "nmod"
        return True

    def _is_of(self, place: int) -> bool:
        rows = self._pack.prepositions.get(self._lower[place], ()) if place < len(self._lower) else ()
        return any(name == "of" and len(words) == 1 for words, name in rows)

    def _skip_dates(self) -> None:
        """A bare date drew in what stands behind it: "a bombardé mercredi le port"."""
        heads, deps, timex_of = self._heads, self._deps, self._reading.timex_of
        cased = {heads[t.i] for t in self._tokens if t.dep == "case"}
        for place in range(len(self._tokens)):
            head = heads[place]
            number = timex_of[head]
            if number == NOWHERE or timex_of[place] == number or place < head:
                continue
            above = next((h for h in upwards(heads, head) if timex_of[h] != number), NOWHERE)
            if above == NOWHERE or deps[place] in _STAY:
                continue
            heads[place] = above
            if self._reading.verbal(above) and self._reading.nominal(place):
                deps[place] = "obl" if place in cased else "obj"

    def _date_words(self) -> None:
        """Such as "said on Monday it would cut jobs", "agreed on Monday to cut jobs": a day before what is said is the day of the words."""
        heads, deps, timex_of = self._heads, self._deps, self._reading.timex_of
        for place, verb in enumerate(heads):
            said = heads[verb]
            if timex_of[place] == NOWHERE or deps[verb] not in ("ccomp", "xcomp") or not self._reading.verbal(said):
                continue
            near = range(said + 1, min(verb, said + _SPEAKER_REACH))
            opening = ("nsubj", "nsubj:pass", "mark", *(("aux",) if deps[verb] == "xcomp" else ()))
            opens = next((c for c in near if deps[c] in opening), NOWHERE)
            if said < place < opens and "," not in self._lower[said:opens]:
                heads[place] = said

    def _mend_subjects(self) -> None:
        """Verbs without a passive whose past takes "to be" ("est revenue"), and pronouns read as mere fillers ("il devait venir")."""
        heads, deps = self._heads, self._deps
        never, impersonal = self._pack.verb_forms("never_passive"), self._pack.verb_forms("impersonal")
        for place, dep in enumerate(deps):
            if dep in _OF_PASSIVES and self._lower[heads[place]] in never:
                deps[place] = _OF_PASSIVES[dep]
            elif (
                dep == "expl:subj"
                and self._reading.verbal(heads[place])
                and self._lower[heads[place]] not in impersonal
            ):
                deps[place] = "nsubj"

    def _raise_verbs(self) -> None:
        """Such as "Les débats reprendront mercredi", read as a noun with a clause on it: a conjugated verb without a relative has the noun for its subject."""
        heads, deps = self._heads, self._deps
        owned = {h for h, d in zip(heads, deps, strict=True) if d.startswith("nsubj") or d in ("mark", "obj:rel")}
        relatives = self._pack.words("relative_subject") | self._pack.words("relative_object")
        for verb, token in enumerate(self._tokens):
            noun = heads[verb]
            if deps[verb] != "acl" or noun >= verb or verb in owned or "VerbForm=Fin" not in token.morph:
                continue
            if self._tokens[noun].pos not in ("NOUN", "PROPN") or relatives & set(self._lower[noun:verb]):
                continue
            if deps[noun] not in ("ROOT", "nsubj", "nsubj:pass", "dep"):
                continue
            above = heads[noun]
            deps[verb] = "ROOT" if above == noun else "ccomp"
            heads[verb], heads[noun], deps[noun] = verb if above == noun else above, verb, "nsubj"

    def _lift_appositions(self) -> None:
        """Such as "La rencontre, prévue lundi, n'aura pas lieu": the participle between commas is not the main verb."""
        heads, deps = self._heads, self._deps
        auxiliary = {t.head for t in self._tokens if t.dep.startswith(("aux", "cop"))}
        subject = {t.head for t in self._tokens if t.dep.startswith("nsubj")}
        for place, token in enumerate(self._tokens):
            verb = heads[place]
            if not deps[place].startswith("nsubj") or token.pos != "NOUN" or verb < place or verb in auxiliary:
                continue
            if "VerbForm=Part" not in self._tokens[verb].morph or "," not in self._lower[place:verb]:
                continue
            main = next((v for v in self._finite_behind(verb) if v not in subject), NOWHERE)
            if main == NOWHERE or "," not in self._lower[verb:main]:
                continue
            above = heads[verb]
            heads[main], deps[main] = (main if above == verb else above), deps[verb]
            heads[place], heads[verb], deps[verb] = main, place, "acl"

    def _pass_asides(self) -> None:
        """Such as "leur rencontre, un temps prévue vendredi": what stood for a while is the subject, not the while."""
        heads, deps = self._heads, self._deps
        for place, word in enumerate(self._lower):
            if word not in self._pack.words("whiles") or deps[place] != "nsubj":
                continue
            near = range(max(0, place - _SPEAKER_REACH), place)
            subject = next((c for c in near if heads[c] == heads[place] and deps[c].startswith("nsubj")), None)
            behind = range(place + 1, min(len(heads), place + _SPEAKER_REACH))
            participle = next((c for c in behind if heads[c] == place and deps[c] == "acl"), None)
            if subject is not None and participle is not None:
                heads[participle], heads[place], deps[place] = subject, participle, "obl:mod"

    def _agree_relatives(self) -> None:
        """Such as "la foire aux vins, qui devait s'ouvrir": a relative clause is of a noun that agrees with its verb."""
        heads, deps = self._heads, self._deps
        relatives = self._pack.words("relative_subject")
        for pronoun, verb in enumerate(heads):
            if self._lower[pronoun] not in relatives or deps[verb] != "acl:relcl" or deps[pronoun] != "nsubj":
                continue
            number = _number(self._tokens[verb].morph)
            if number and _number(self._tokens[heads[verb]].morph) not in ("", number):
                heads[verb] = self._agreeing(heads[verb], pronoun, number, verb)

    def _agreeing(self, noun: int, pronoun: int, number: str, verb: int) -> int:
        """Of the nouns around it the nearest that agrees; one that names an event, under a verb that merely carries events."""
        first = max(self._reading.sentences[self._reading.sentence_of[pronoun]].first, pronoun - _RELATIVE_REACH)
        top = noun
        for above in upwards(self._heads, noun):
            if self._tokens[above].pos not in ("NOUN", "PROPN"):
                break
            top = above
        fits = [
            place
            for place in range(pronoun - 1, first - 1, -1)
            if self._tokens[place].pos in ("NOUN", "PROPN") and _number(self._tokens[place].morph) == number
            if place == top or top in upwards(self._heads, place)
        ]
        carries = any(self._lower[c] in self._pack.supports["subject"] for c in (verb, *self._complements(verb)))
        events = [place for place in fits if self._lower[place] in self._pack.triggers] if carries else []
        return next(iter([*events, *fits]), noun)

    def _complements(self, verb: int) -> list[int]:
        near = range(verb + 1, min(len(self._heads), verb + _SPEAKER_REACH))
        return [c for c in near if self._heads[c] == verb and self._deps[c] == "xcomp"]

    def _turn_subjects(self) -> None:
        """Such as "Jeudi se sont déroulées les obsèques": what a verb that merely lets things happen has behind it is its subject."""
        heads, deps = self._heads, self._deps
        happens = self._pack.supports["subject"]
        reflexive = self._pack.words("reflexives")
        owned = {h for h, d in zip(heads, deps, strict=True) if d.startswith("nsubj")}
        for place, verb in enumerate(heads):
            if deps[place] != "obj" or verb > place or verb in owned or self._lower[verb] not in happens:
                continue
            below = range(max(0, verb - 4), verb)
            if any(heads[c] == verb and self._lower[c] in reflexive for c in below):
                deps[place] = "nsubj"

    def _turn_inversions(self) -> None:
        """Such as "Le texte sera voté lundi, a annoncé mardi le ministre": who says it stands behind the verb and is its subject."""
        heads, deps = self._heads, self._deps
        inverted = self._pack.verb_forms("inverted")
        for verb, word in enumerate(self._lower):
            if word not in inverted or self._tokens[verb].pos not in ("VERB", "AUX", "ADJ", "NOUN"):
                continue
            first = min(
                (
                    c
                    for c in range(max(0, verb - _SPEAKER_REACH), verb)
                    if heads[c] == verb and deps[c].startswith("aux")
                ),
                default=verb,
            )
            comma = first - 1
            if comma <= 0 or self._lower[comma] not in _CLOSING:
                continue
            near = range(verb + 1, min(len(heads), verb + 1 + _SPEAKER_REACH))
            speaker = next((c for c in near if heads[c] == verb and deps[c] in ("obj", "nsubj")), None)
            if speaker is None or not self._reading.nominal(speaker) or self._parenthesis(verb, comma):
                continue
            deps[speaker] = "nsubj"
            self._free(verb, comma)

    def _parenthesis(self, verb: int, comma: int) -> bool:
        """Such as "Le maire, en visite à Lyon, a promis une aide": its own subject stands before, and no clause in between."""
        heads, deps = self._heads, self._deps
        first = self._reading.sentences[self._reading.sentence_of[verb]].first
        own = next((c for c in range(first, comma) if heads[c] == verb and deps[c].startswith("nsubj")), None)
        if own is None or self._lower[comma] != ",":
            return False
        return not any("VerbForm=Fin" in self._tokens[place].morph for place in range(own, comma))

    def _mend_partitives(self) -> None:
        """Such as "a adopté de nouvelles sanctions": before an adjective the article of several is a preposition's double."""
        heads, deps = self._heads, self._deps
        partitives = self._pack.words("partitives")
        for place, token in enumerate(self._tokens):
            if token.dep != "case" or self._lower[place] not in partitives or place + 1 >= len(self._tokens):
                continue
            noun, adjective = heads[place], self._tokens[place + 1]
            verb = heads[noun]
            if adjective.pos != "ADJ" or heads[place + 1] != noun or "Number=Plur" not in adjective.morph:
                continue
            if deps[noun].startswith("obl") and verb < noun and self._reading.verbal(verb):
                deps[noun] = "obj"

    def _free(self, verb: int, comma: int) -> None:
        """The clause before the inversion keeps its subject and hangs from the verb of saying as what is said."""
        heads, deps = self._heads, self._deps
        first = self._reading.sentences[self._reading.sentence_of[verb]].first
        for place in range(comma - 1, first - 1, -1):
            if heads[place] != verb:
                continue
            if deps[place].startswith("nsubj"):
                main = next((v for v in self._finite_behind(place) if v < comma), NOWHERE)
                if main != NOWHERE:
                    heads[place], heads[main], deps[main] = main, verb, "ccomp"
            elif deps[place] == "advcl":
                deps[place] = "ccomp"

    def _finite_behind(self, verb: int) -> Iterator[int]:
        """Finite verbs that hang from a verb and stand behind it, in their order."""
        heads = self._heads
        for place in range(verb + 1, self._reading.sentences[self._reading.sentence_of[verb]].last):
            token = self._tokens[place]
            if heads[place] == verb and token.pos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph:
                yield place
