"""Who says it: "selon X", "X a déclaré", and "the same sources", which are those named before."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from timeline.claims.tree import clause, phrases
from timeline.claims.tree.mention import Mention, Sort

if TYPE_CHECKING:
    from timeline.claims.events.draft import Draft
    from timeline.claims.roles.arguments import ArgumentReader
    from timeline.claims.tree.reading import Reading

_BY_NAME: Final = ("name", "last-name", "alias", "guess")


class Attribution:
    """Asked in the order of the text, since "the same sources" looks back."""

    def __init__(self, reading: Reading, mentions: list[Mention], arguments: ArgumentReader) -> None:
        self._reading = reading
        self._arguments = arguments
        self._mentions: dict[int, list[Mention]] = {}
        for mention in mentions:
            self._mentions.setdefault(reading.sentence_of[mention.first], []).append(mention)
        self._last: tuple[str, ...] = ()
        self._by_sentence: dict[int, tuple[str, ...]] = {}

    def speakers(self, draft: Draft, drafts: list[Draft]) -> tuple[str, ...]:
        """Keys of the actors to whom the article attributes the draft; empty is the article's own voice."""
        sentence = self._reading.sentence_of[draft.trigger.place]
        if sentence not in self._by_sentence:
            self._by_sentence[sentence] = self._according(sentence, drafts)
        according = self._by_sentence[sentence]
        if draft.kind == "statement":
            return ()
        said = self._said(draft, sentence)
        found = said or according
        if found:
            self._last = found
        return found

    def _according(self, sentence: int, drafts: list[Draft]) -> tuple[str, ...]:
        """The people behind a "according to" of the sentence: those of the noun itself, or the speakers of the statement it names."""
        reading = self._reading
        first, last = reading.sentences[sentence].first, reading.sentences[sentence].last
        for place in range(first, last):
            for words, name in reading.pack.prepositions.get(reading.lower[place], ()):
                start = place - len(words) + 1
                if name == "source" and start >= first and tuple(reading.lower[start : place + 1]) == words:
                    return self._source(place + 1, sentence, drafts)
        return ()

    def _source(self, start: int, sentence: int, drafts: list[Draft]) -> tuple[str, ...]:
        reading = self._reading
        for place in range(start, min(start + 4, reading.sentences[sentence].last)):
            if reading.lower[place] in reading.pack.words("same"):
                return self._last
        for draft in drafts:
            if draft.kind == "statement" and start <= draft.trigger.place <= start + 3:
                return draft.keys
        found: list[str] = []
        for mention in self._mentions.get(sentence, ()):
            if "source" in mention.classes and mention.preposition >= start - 3:
                found += self._arguments.keys(mention, "subject")
        return tuple(dict.fromkeys(found))

    def through(self, draft: Draft) -> tuple[str, ...]:
        """The outlets that were told, by name: "a White House official told Axios"."""
        verb = self._verb(draft)
        if verb is None or self._reading.lower[verb] not in self._reading.pack.verb_forms("telling"):
            return ()
        told = set(self._reading.with_dep(verb, "obj", "iobj", "obl", "obl:arg"))
        sentence = self._reading.sentence_of[draft.trigger.place]
        outlets = (m for m in self._mentions.get(sentence, ()) if m.sort is Sort.ORGANISATION and m.reason in _BY_NAME)
        return tuple(dict.fromkeys(m.name for m in outlets if m.head in told))

    def _said(self, draft: Draft, sentence: int) -> tuple[str, ...]:
        """The subject of the verb of saying above the event, or beside it ("..., a déclaré X")."""
        verb = self._verb(draft)
        return () if verb is None else self._subject(verb, sentence)

    def _verb(self, draft: Draft) -> int | None:
        reading = self._reading
        saying = reading.pack.verb_forms("saying")
        places = [draft.trigger.place, *reading.climb(draft.trigger.place)]
        for below, above in pairwise(places):
            if (
                reading.lower[above] in saying
                and reading.dep(below) in ("ccomp", "xcomp", "parataxis", "obj")
                and above != draft.trigger.place
            ):
                return above
        beside = (child for place in places for child in reading.children[place])
        return next((child for child in beside if self._closes(draft, child)), None)

    def _closes(self, draft: Draft, verb: int) -> bool:
        """A verb of saying behind what is said."""
        reading = self._reading
        behind = reading.dep(verb) in ("parataxis", "ccomp") and verb > draft.trigger.place
        return behind and reading.lower[verb] in reading.pack.verb_forms("saying") and reading.verbal(verb)

    def _subject(self, verb: int, sentence: int) -> tuple[str, ...]:
        """Keys of who says it; of a common noun that no list knows, and of "two officials", the words."""
        places = clause.subjects(self._reading, verb)
        found: list[str] = []
        for mention in self._mentions.get(sentence, ()):
            if any(mention.edge <= p < mention.last for p in places) and mention.sort is not Sort.PAIR:
                found += self._arguments.keys(mention, "subject")
        if not found:
            found = [key for p in places if self._unnamed(p) for key in self._arguments.unnamed(p)]
        return tuple(dict.fromkeys(found))

    def _unnamed(self, place: int) -> bool:
        """Somebody without a name: no pronoun, and not "the two leaders", who are known."""
        reading = self._reading
        first = phrases.noun_edge(reading, place)
        return reading.tokens[place].pos == "NOUN" and reading.lower[first] not in reading.pack.words("definite")
