"""Who says it: "selon X", "X a déclaré", and "the same sources", which are those named before."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.claims import clause
from timeline.claims.mention import Mention, Sort

if TYPE_CHECKING:
    from timeline.claims.arguments import ArgumentReader
    from timeline.claims.draft import Draft
    from timeline.claims.reading import Reading


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

    def _said(self, draft: Draft, sentence: int) -> tuple[str, ...]:
        """The subject of the verb of saying above the event, or beside it ("..., a déclaré X")."""
        reading = self._reading
        saying = reading.pack.verb_forms("saying")
        places = [draft.trigger.place, *reading.climb(draft.trigger.place)]
        for below, above in pairwise(places):
            if (
                reading.lower[above] in saying
                and reading.dep(below) in ("ccomp", "xcomp", "parataxis", "obj")
                and above != draft.trigger.place
            ):
                return self._subject(above, sentence)
        for place in places:
            for child in reading.children[place]:
                if (
                    reading.dep(child) in ("parataxis", "ccomp")
                    and reading.lower[child] in saying
                    and reading.verbal(child)
                    and child > draft.trigger.place
                ):
                    return self._subject(child, sentence)
        return ()

    def _subject(self, verb: int, sentence: int) -> tuple[str, ...]:
        places = clause.subjects(self._reading, verb)
        found: list[str] = []
        for mention in self._mentions.get(sentence, ()):
            if any(mention.edge <= p < mention.last for p in places) and mention.sort is not Sort.PAIR:
                found += self._arguments.keys(mention, "subject")
        return tuple(dict.fromkeys(found))
