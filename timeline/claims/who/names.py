"""Proper names: entities of the model, runs of proper nouns, and what the world tables know, one mention each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from timeline.claims.tree.mention import Mention, Sort
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.who import demonyms, extents, products
from timeline.lang import model_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.claims.tree.reading import Reading
    from timeline.lang.world import World

_LONGEST: Final = 7
_SORTS: Final = {"PER": Sort.PERSON, "ORG": Sort.ORGANISATION, "LOC": Sort.PLACE}
_PARTICLES: Final = frozenset(
    {
        "de",
        "du",
        "des",
        "d'",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ben",
        "van",
        "von",
        "der",
        "den",
        "of",
        "the",
        "-",
        "&",
        "da",
        "di",
    }
)


def find(reading: Reading, world: World) -> list[Mention]:
    """Mentions in the order of the text; they never overlap."""
    spans = _Spans(reading, world)
    mentions = [spans.mention(first, last, label) for first, last, label in spans.runs()]
    _vote(reading, mentions)
    products.settle(reading, mentions)
    return mentions


class _Spans:
    def __init__(self, reading: Reading, world: World) -> None:
        self._reading = reading
        self._world = world
        self._labels = self._entity_labels()
        self._ends: dict[int, int | None] = {}
        self._models = products.numbers(reading)
        self._surnames = self._last_names()

    def _entity_labels(self) -> list[tuple[int, str] | None]:
        """For each token the number and the label of the entity it stands in."""
        found: list[tuple[int, str] | None] = [None] * len(self._reading.tokens)
        for number, entity in enumerate(self._reading.entities):
            if entity.label in _SORTS:
                for place in self._reading.places(entity.start, entity.end):
                    found[place] = (number, entity.label)
        return found

    def _last_names(self) -> frozenset[str]:
        """Last words of persons named in full, which are names at the head of a sentence too: "Rice said"."""
        spans = (self._reading.places(one.start, one.end) for one in self._reading.entities if one.label == "PER")
        return frozenset(self._reading.tokens[span[-1]].text for span in spans if len(span) > 1)

    def runs(self) -> Iterator[tuple[int, int, str | None]]:
        """Spans of names with the model's label, longest known name first, else the entity, else the proper nouns."""
        place = 0
        while place < len(self._reading.tokens):
            if not self._may_begin(place):
                place += 1
                continue
            last = self._known(place) or self._entity(place) or self._proper(place)
            last = self._common_body(place, self._trim(place, self._undated(place, last)))
            last = products.end(self._reading, last, self._models) if last > place else last
            if last <= place or (last == place + 1 and len(self._reading.tokens[place].text) == 1):
                place += 1
                continue
            yield place, last, self._label(place, last)
            place = last

    def _may_begin(self, place: int) -> bool:
        """A capital or a digit-and-capital word outside timexes that is no common word beginning the sentence."""
        word = self._reading.tokens[place].text
        if self._reading.timex_of[place] != NOWHERE:
            return False
        return self._told(word) or (products.capital(word) and self._opens_a_name(place, word))

    def _opens_a_name(self, place: int, word: str) -> bool:
        reading = self._reading
        if "".join(reading.lower[place : place + 3]) in reading.pack.pronouns:  # "celui-ci"
            return False
        if word.lower().rstrip(".") in self._honorifics or reading.lower[place] in reading.pack.words("articles"):
            return False
        if self._labels[place] is None and self._colours_a_title(place):
            return (self._known(place) or place) > place + 1
        named = self._labels[place] is not None or reading.tokens[place].pos in ("PROPN", "X")
        first = reading.sentences[reading.sentence_of[place]].first
        opening = place == first or not reading.tokens[place - 1].text[0].isalnum()
        if not reading.tree:
            return not opening or self._known(place) is not None
        return named or (not opening and reading.tokens[place].pos == "NOUN") or self._known(place) is not None

    def _told(self, word: str) -> bool:
        """The article has named somebody, or a model, by it."""
        return word in self._surnames or (not word.isalpha() and model_names.number(word) in self._models)

    def _colours_a_title(self, place: int) -> bool:
        """A capitalised title or a word of one ("Prime Minister", "Transport Secretary") is no name."""
        reading = self._reading
        if reading.somebody(place):
            return True
        head = reading.heads[place]
        return head > place and reading.lower[head] in reading.pack.people and self._labels[head] is None

    @property
    def _honorifics(self) -> frozenset[str]:
        return frozenset(word.rstrip(".") for word in self._reading.pack.words("honorifics"))

    def _known(self, place: int) -> int | None:
        """The end of the longest name of the world tables that begins here, when it is longer than the entity."""
        if place not in self._ends:
            self._ends[place] = self._longest(place)
        return self._ends[place]

    def _longest(self, place: int) -> int | None:
        reading, world = self._reading, self._world
        for last in range(min(place + _LONGEST, len(reading.tokens)), place, -1):
            if reading.sentence_of[last - 1] != reading.sentence_of[place] or reading.timex_of[last - 1] != NOWHERE:
                continue
            words = reading.span_text(place, last)
            if world.organisation(words) or world.person(words) or world.place(words) or world.government(words):
                whole = world.person(words) or self._colours_a_name(place, last) or self._begins_a_body(place, last)
                return max(last, self._entity(place) or 0) if whole else last
        return None

    def _colours_a_name(self, first: int, last: int) -> bool:
        """The model's organisation goes on behind it and is what it modifies: "Apple Inc.", "Boeing Global Services"."""
        reading, here = self._reading, self._labels[first]
        if here is None or here[1] != "ORG" or last >= len(self._labels) or self._labels[last] != here:
            return False
        head = _head(reading, first, last)
        return (
            reading.dep(head) == "compound"
            and reading.heads[head] >= last
            and self._labels[reading.heads[head]] == here
        )

    def _begins_a_body(self, first: int, last: int) -> bool:
        """A place that begins a longer name of the model's: "Bretagne Fonderie", "Dublin Port Company"."""
        reading, here = self._reading, self._labels[first]
        if here is None or last >= len(self._labels) or self._labels[last] != here:
            return False
        return reading.tokens[last].text[0].isupper() and self._world.place(reading.span_text(first, last)) is not None

    def _common_body(self, first: int, last: int) -> int:
        """A body called by a common noun keeps what says which: "Parlement du Pays de Galles", "États membres de l'Union"."""
        reading = self._reading
        lone = last == first + 1 and reading.tree and reading.somebody(first) is not None
        if not lone or self._known(first) is not None:
            return last
        return max(last, extents.right(reading, first, {}))

    def _entity(self, place: int) -> int | None:
        here = self._labels[place]
        if here is None:
            return None
        last = place + 1
        while last < len(self._labels) and self._labels[last] == here:
            last += 1
        while last < len(self._labels) and self._goes_on(last) and self._labels[last] in (None, here):
            last += 1
        return last

    def _proper(self, place: int) -> int:
        last = place + 1
        while last < len(self._labels) and self._labels[last] is None and self._goes_on(last):
            last += 1
        return last

    def _goes_on(self, place: int) -> bool:
        token = self._reading.tokens[place]
        return (
            token.pos == "PROPN"
            and token.text.lower() not in self._reading.pack.people
            and products.capital(token.text)
            and self._reading.timex_of[place] == NOWHERE
            and self._reading.sentence_of[place] == self._reading.sentence_of[place - 1]
        )

    def _trim(self, first: int, last: int) -> int:
        """Without small words, punctuation or a possessive at the end."""
        while last > first and (
            not self._reading.tokens[last - 1].text[0].isalnum()
            or self._reading.tokens[last - 1].text[-1] in "'’"
            or self._reading.lower[last - 1] in _PARTICLES
        ):
            last -= 1
        return last

    def _undated(self, first: int, last: int) -> int:
        """Without a day at its end, which is the verb's: "a secouru Paul Martin lundi"; a year may be of the name."""
        reading = self._reading
        while last > first + 1 and (number := reading.timex_of[last - 1]) != NOWHERE:
            timex = reading.timexes[number]
            if timex.earliest is None or timex.earliest != timex.latest:
                break
            last -= 1
        return last

    def _label(self, first: int, last: int) -> str | None:
        votes = Counter(label[1] for label in self._labels[first:last] if label)
        return votes.most_common(1)[0][0] if votes else None

    def mention(self, first: int, last: int, label: str | None) -> Mention:
        reading, world = self._reading, self._world
        words = reading.span_text(first, last).replace("’", "'").replace("\n", " ")
        head = _head(reading, first, last)
        if known := world.person(words):
            return Mention(first, last, Sort.PERSON, head, first, words, keys=(f"person:{known.id}",))
        if body := world.organisation(words) or world.organisation(self._without_form(words)):
            return Mention(first, last, Sort.ORGANISATION, head, first, words, keys=(f"organisation:{body.id}",))
        place, government = world.place(words), world.government(words)
        if place or government or world.country_name(words):
            return self._place(first, last, head, words)
        if last == first + 1 and demonyms.counted(reading, first):
            return Mention(first, last, Sort.GROUP, head, first, words, reason="title")
        return Mention(
            first,
            last,
            _SORTS.get(label or "", Sort.ORGANISATION),
            head,
            first,
            words,
            reason="name" if label else "guess",
        )

    def _without_form(self, words: str) -> str:
        """A company's name without the form it is registered in: "Inc.", "plc"."""
        name, _, last = words.rpartition(" ")
        return name if last.lower().rstrip(".") in self._reading.pack.words("company_forms") else words

    def _place(self, first: int, last: int, head: int, words: str) -> Mention:
        place, government = self._world.place(words), self._world.government(words)
        country = self._world.country_name(words)
        found = Mention(
            first, last, Sort.PLACE, head, first, words, country=country or (government.country if government else None)
        )
        found.seat = government is not None and place is None
        found.place_name = words if place or not government else None
        found.place_kind = place.kind if place else None
        if government is None and country is None:
            found.country = None
        return found


def _acts(reading: Reading, mention: Mention) -> bool:
    return reading.dep(mention.head) == "nsubj" and reading.verbal(reading.heads[mention.head])


def _head(reading: Reading, first: int, last: int) -> int:
    """The token of a span that hangs from outside it."""
    for place in range(first, last):
        head = reading.heads[place]
        if head == place or not first <= head < last:
            return place
    return first


def _vote(reading: Reading, mentions: list[Mention]) -> None:
    """One sort for one name throughout: what most of its mentions say, longer names counting twice. What no table knows as a place and acts is none."""
    votes: dict[str, Counter[Sort]] = {}
    loose = [m for m in mentions if not m.keys and m.country is None]
    for mention in [*loose, *(m for m in mentions if m.keys)]:
        if mention.reason != "guess":
            weight = min(mention.last - mention.first, 2)
            acts = mention.sort is Sort.PLACE and mention.place_name is None and _acts(reading, mention)
            votes.setdefault(mention.name.split()[-1], Counter())[Sort.ORGANISATION if acts else mention.sort] += (
                2 if acts else weight
            )
    for mention in loose:
        if counted := votes.get(mention.name.split()[-1]):
            mention.sort = counted.most_common(1)[0][0]
        if mention.sort is Sort.PLACE:
            mention.place_name = mention.name
