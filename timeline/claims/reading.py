"""One parsed text as the rules look at it: lower-case words, children, sentences, timexes and quotations by token."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from timeline.claims import headline_trees, retag
from timeline.text.normalise import normalise
from timeline.text.quotations import quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.lang.claim_pack import ClaimPack
    from timeline.model.timex import Timex
    from timeline.text.parse import Parse, Token

NOWHERE: Final = -1
_OF_PASSIVES: Final = {"aux:pass": "aux:tense", "nsubj:pass": "nsubj"}
_CLOSING: Final = frozenset({",", "»", '"', "”"})
_SPEAKER_REACH: Final = 8
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


class Reading:
    """Places are indexes into `tokens`. Without a tree every token is its own head and the rules use the surface."""

    def __init__(self, text: str, parse: Parse, pack: ClaimPack, timexes: Sequence[Timex]) -> None:
        self.text: Final = text
        tokens = retag.mended(parse.tokens, pack)
        self.tokens: Final = headline_trees.mended(tokens, parse.sentences, pack) if parse.tree else tokens
        self.sentences: Final = parse.sentences
        self.entities: Final = parse.entities
        self.tree: Final = parse.tree
        self.pack: Final = pack
        self.timexes: Final = timexes
        self.lower: Final = [token.text.lower() for token in parse.tokens]

    @cached_property
    def _edges(self) -> tuple[list[int], list[str]]:
        """Heads and dependencies, mended where a bare date drew in what stands behind it ("a bombardé mercredi le port")."""
        heads = [t.head if 0 <= t.head < len(self.tokens) else t.i for t in self.tokens]
        deps = [t.dep for t in self.tokens]
        if not self.tree:
            return heads, deps
        self._mend_subjects(heads, deps)
        self._raise_verbs(heads, deps)
        cased = {heads[t.i] for t in self.tokens if t.dep == "case"}
        for place in range(len(self.tokens)):
            head = heads[place]
            number = self.timex_of[head]
            if number == NOWHERE or self.timex_of[place] == number or place < head:
                continue
            above = next((h for h in self._up(heads, head) if self.timex_of[h] != number), NOWHERE)
            if above == NOWHERE or deps[place] in ("case", "det", "punct", "cc", "conj", "mark", "advmod"):
                continue
            heads[place] = above
            if self.verbal(above) and self.nominal(place):
                deps[place] = "obl" if place in cased else "obj"
        self._turn_subjects(heads, deps)
        self._mend_partitives(heads, deps)
        self._lift_appositions(heads, deps)
        self._turn_inversions(heads, deps)
        for place, number in enumerate(self.timex_of):
            if number != NOWHERE and deps[place] == "obj":
                deps[place] = "obl:tmod"
        return heads, deps

    def _mend_subjects(self, heads: list[int], deps: list[str]) -> None:
        """Verbs without a passive whose past takes "to be" ("est revenue"), and pronouns read as mere fillers ("il devait venir")."""
        never, impersonal = self.pack.verb_forms("never_passive"), self.pack.verb_forms("impersonal")
        for place, dep in enumerate(deps):
            if dep in _OF_PASSIVES and self.lower[heads[place]] in never:
                deps[place] = _OF_PASSIVES[dep]
            elif dep == "expl:subj" and self.verbal(heads[place]) and self.lower[heads[place]] not in impersonal:
                deps[place] = "nsubj"

    def _raise_verbs(self, heads: list[int], deps: list[str]) -> None:
        """Such as "Les débats reprendront mercredi", read as a noun with a clause on it: a conjugated verb without a relative has the noun for its subject."""
        owned = {h for h, d in zip(heads, deps, strict=True) if d.startswith("nsubj") or d in ("mark", "obj:rel")}
        relatives = self.pack.words("relative_subject") | self.pack.words("relative_object")
        for verb, token in enumerate(self.tokens):
            noun = heads[verb]
            if deps[verb] != "acl" or noun >= verb or verb in owned or "VerbForm=Fin" not in token.morph:
                continue
            if self.tokens[noun].pos not in ("NOUN", "PROPN") or relatives & set(self.lower[noun:verb]):
                continue
            if deps[noun] not in ("ROOT", "nsubj", "nsubj:pass", "dep"):
                continue
            above = heads[noun]
            deps[verb] = "ROOT" if above == noun else "ccomp"
            heads[verb], heads[noun], deps[noun] = verb if above == noun else above, verb, "nsubj"

    def _lift_appositions(self, heads: list[int], deps: list[str]) -> None:
        """Such as "La rencontre, prévue lundi, n'aura pas lieu": the participle between commas is not the main verb."""
        auxiliary = {t.head for t in self.tokens if t.dep.startswith(("aux", "cop"))}
        subject = {t.head for t in self.tokens if t.dep.startswith("nsubj")}
        for place, token in enumerate(self.tokens):
            verb = heads[place]
            if not deps[place].startswith("nsubj") or token.pos != "NOUN" or verb < place or verb in auxiliary:
                continue
            if "VerbForm=Part" not in self.tokens[verb].morph or "," not in self.lower[place:verb]:
                continue
            main = next((v for v in self._finite_behind(verb, heads) if v not in subject), NOWHERE)
            if main == NOWHERE or "," not in self.lower[verb:main]:
                continue
            above = heads[verb]
            heads[main], deps[main] = (main if above == verb else above), deps[verb]
            heads[place], heads[verb], deps[verb] = main, place, "acl"

    def _turn_subjects(self, heads: list[int], deps: list[str]) -> None:
        """Such as "Jeudi se sont déroulées les obsèques": what a verb that merely lets things happen has behind it is its subject."""
        happens = self.pack.supports["subject"]
        reflexive = self.pack.words("reflexives")
        owned = {h for h, d in zip(heads, deps, strict=True) if d.startswith("nsubj")}
        for place, verb in enumerate(heads):
            if deps[place] != "obj" or verb > place or verb in owned or self.lower[verb] not in happens:
                continue
            below = range(max(0, verb - 4), verb)
            if any(heads[c] == verb and self.lower[c] in reflexive for c in below):
                deps[place] = "nsubj"

    def _turn_inversions(self, heads: list[int], deps: list[str]) -> None:
        """Such as "Le texte sera voté lundi, a annoncé mardi le ministre": who says it stands behind the verb and is its subject."""
        inverted = self.pack.verb_forms("inverted")
        for verb, word in enumerate(self.lower):
            if word not in inverted or self.tokens[verb].pos not in ("VERB", "AUX", "ADJ", "NOUN"):
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
            if comma <= 0 or self.lower[comma] not in _CLOSING:
                continue
            near = range(verb + 1, min(len(heads), verb + 1 + _SPEAKER_REACH))
            speaker = next((c for c in near if heads[c] == verb and deps[c] in ("obj", "nsubj")), None)
            if speaker is None or not self.nominal(speaker) or self._parenthesis(verb, comma, heads, deps):
                continue
            deps[speaker] = "nsubj"
            self._free(verb, comma, heads, deps)

    def _parenthesis(self, verb: int, comma: int, heads: list[int], deps: list[str]) -> bool:
        """Such as "Le maire, en visite à Lyon, a promis une aide": its own subject stands before, and no clause in between."""
        first = self.sentences[self.sentence_of[verb]].first
        own = next((c for c in range(first, comma) if heads[c] == verb and deps[c].startswith("nsubj")), None)
        if own is None or self.lower[comma] != ",":
            return False
        return not any("VerbForm=Fin" in self.tokens[place].morph for place in range(own, comma))

    def _mend_partitives(self, heads: list[int], deps: list[str]) -> None:
        """Such as "a adopté de nouvelles sanctions": before an adjective the article of several is a preposition's double."""
        partitives = self.pack.words("partitives")
        for place, token in enumerate(self.tokens):
            if token.dep != "case" or self.lower[place] not in partitives or place + 1 >= len(self.tokens):
                continue
            noun, adjective = heads[place], self.tokens[place + 1]
            verb = heads[noun]
            if adjective.pos != "ADJ" or heads[place + 1] != noun or "Number=Plur" not in adjective.morph:
                continue
            if deps[noun].startswith("obl") and verb < noun and self.verbal(verb):
                deps[noun] = "obj"

    def _free(self, verb: int, comma: int, heads: list[int], deps: list[str]) -> None:
        """The clause before the inversion keeps its subject and hangs from the verb of saying as what is said."""
        first = self.sentences[self.sentence_of[verb]].first
        for place in range(comma - 1, first - 1, -1):
            if heads[place] != verb:
                continue
            if deps[place].startswith("nsubj"):
                main = next((v for v in self._finite_behind(place, heads) if v < comma), NOWHERE)
                if main != NOWHERE:
                    heads[place], heads[main], deps[main] = main, verb, "ccomp"
            elif deps[place] == "advcl":
                deps[place] = "ccomp"

    def _finite_behind(self, verb: int, heads: list[int]) -> Iterator[int]:
        """Finite verbs that hang from a verb and stand behind it, in their order."""
        for place in range(verb + 1, self.sentences[self.sentence_of[verb]].last):
            token = self.tokens[place]
            if heads[place] == verb and token.pos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph:
                yield place

    @staticmethod
    def _up(heads: list[int], place: int) -> Iterator[int]:
        seen = {place}
        above = heads[place]
        while above not in seen:
            yield above
            seen.add(above)
            above = heads[above]

    @property
    def heads(self) -> list[int]:
        return self._edges[0]

    @cached_property
    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for place, head in enumerate(self.heads):
            if head != place:
                found[head].append(place)
        return found

    @cached_property
    def sentence_of(self) -> list[int]:
        found = [0] * len(self.tokens)
        for number, sentence in enumerate(self.sentences):
            for place in range(sentence.first, sentence.last):
                found[place] = number
        return found

    @cached_property
    def timex_of(self) -> list[int]:
        """The number of the timex that a token stands in, or `NOWHERE`."""
        found = [NOWHERE] * len(self.tokens)
        for number, timex in enumerate(self.timexes):
            for place in self.places(timex.start, timex.end):
                found[place] = number
        return found

    @cached_property
    def quoted(self) -> list[bool]:
        """Which tokens stand inside a direct quotation."""
        found = [False] * len(self.tokens)
        for start, end in self._quotes():
            for place in self.places(start, end):
                found[place] = True
        return found

    def _quotes(self) -> Iterator[tuple[int, int]]:
        plain = normalise(self.text)
        at = 0
        for block in plain.text.split("\n"):
            for quote in quotations(plain.text, at, at + len(block)):
                if quote.start < quote.end:
                    yield plain.to_source(quote.start, quote.end)
            at += len(block) + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def places(self, start: int, end: int) -> range:
        """The tokens that begin inside a half-open span of the text."""
        from bisect import bisect_left  # noqa: PLC0415  # one use

        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def token(self, place: int) -> Token:
        return self.tokens[place]

    def dep(self, place: int) -> str:
        return self._edges[1][place]

    def nominal(self, place: int) -> bool:
        return self.tokens[place].pos in _NOMINAL

    @cached_property
    def _conjugated(self) -> set[int]:
        """Words that carry an auxiliary of tense or voice, which makes them verbs whatever their tag."""
        return {t.head for t in self.tokens if t.dep in ("aux:tense", "aux:pass")}

    def verbal(self, place: int) -> bool:
        return self.tokens[place].pos in ("VERB", "AUX") or place in self._conjugated

    def with_dep(self, place: int, *deps: str) -> Iterator[int]:
        """Children whose dependency is one of these, subtypes ("nsubj" takes no "nsubj:pass") named in full."""
        return (child for child in self.children[place] if self._edges[1][child] in deps)

    def below(self, place: int) -> list[int]:
        """A place and everything that hangs from it, however far down."""
        found = [place]
        for above in found:
            found += self.children[above]
        return found

    def somebody(self, place: int) -> str | None:
        """What a common noun is (person, group, organisation); some are written with a capital: "deux Français"."""
        return self.pack.people.get(self.lower[place]) or self.pack.people.get(self.tokens[place].text)

    def edge(self, place: int) -> int:
        """Where a noun's phrase begins, behind its preposition."""
        marks = set(self.with_dep(place, "case", "cc"))
        return min(below for below in self.below(place) if below not in marks)

    def climb(self, place: int) -> Iterator[int]:
        """The heads above a place, nearest first."""
        return self._up(self.heads, place)

    def span_text(self, first: int, last: int) -> str:
        """The source text of tokens first to last, half-open."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def headline(self, place: int) -> bool:
        """Its sentence ends without a stop, as headlines do, whose present tells what happened."""
        return self.tokens[self.sentence_bounds(place)[1] - 1].text[-1].isalnum()

    @cached_property
    def _above(self) -> int:
        """How many sentences stand above the text: headlines."""
        above = sum(1 for _ in headline_trees.headlines(self.tokens, self.sentences))
        return above if above < len(self.sentences) else 0

    def lead(self, place: int) -> bool:
        """In the headline or in the first sentence, where an article says what happened."""
        return self.sentence_of[place] <= self._above

    def titled(self, place: int) -> bool:
        """In the headline above the first sentence that is one."""
        return self.sentence_of[place] < self._above

    def sentence_bounds(self, place: int) -> tuple[int, int]:
        sentence = self.sentences[self.sentence_of[place]]
        return sentence.first, sentence.last
