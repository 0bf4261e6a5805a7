"""Who the mentions are: names joined by full form and last name, titles by office and by the article's own introductions."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from timeline.claims.tree.mention import NATIONALITY, Mention, Sort
from timeline.claims.who import people, products, short_forms
from timeline.claims.who.antecedents import WORDS, Antecedents
from timeline.lang.world_names import fold
from timeline.model.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.claims.tree.reading import Reading
    from timeline.lang.world import World
    from timeline.lang.world_shapes import Person

_KINDS: Final = {
    Sort.PERSON: ActorKind.PERSON,
    Sort.ORGANISATION: ActorKind.ORGANISATION,
    Sort.GOVERNMENT: ActorKind.GOVERNMENT,
    Sort.PLACE: ActorKind.GOVERNMENT,
    Sort.GROUP: ActorKind.GROUP,
    Sort.PAIR: ActorKind.GROUP,
    Sort.THING: ActorKind.GROUP,
}


@dataclass(slots=True)
class Actor:
    key: str
    name: str
    kind: ActorKind
    wikidata: str | None = None
    country: str | None = None
    titles: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)


_MEMORY: Final = 400
"""Mentions among which somebody's antecedent is looked for: more than an article of news has, so that a book takes no longer
by the page than an article."""


class Cast:
    """The actors of one article."""

    def __init__(self, reading: Reading, world: World, day: str) -> None:
        self._reading = reading
        self._world = world
        self._day = day
        self.actors: dict[str, Actor] = {}
        self.by_place: dict[int, Mention] = {}
        self._people: dict[str, list[Actor]] = defaultdict(list)
        """By the last word of their name."""
        self._noted: set[tuple[str, int]] = set()
        self._mentions: list[Mention] = []
        self._short: dict[str, Mention] = {}
        self._before = Antecedents(self, reading, world, day)

    def enter(self, mentions: list[Mention]) -> None:
        """Gives every mention its keys. First names in full, then in the order of the text what depends on what came before."""
        self._mentions = mentions
        self._name_in_full(mentions)
        recent: deque[Mention] = deque(maxlen=_MEMORY)
        for mention in mentions:
            if not mention.keys:
                self._resolve(mention, recent)
            self._note(mention)
            recent.append(mention)
            for place in range(mention.first, mention.last):
                self.by_place[place] = mention

    def actor(self, key: str) -> Actor:
        return self.actors[key]

    def government(self, country: str, mention: Mention) -> str:
        """The key of a country's government, entered when first needed. A country's own name is kept as its name."""
        key = f"government:{country}"
        known = self._world.government_of(country)
        by_name = self._world.country_name(mention.name) or mention.reason == NATIONALITY
        own = self._world.name_of(country) if by_name else None
        if key not in self.actors:
            name = own or (known.name if known else mention.name)
            self.actors[key] = Actor(key, name, ActorKind.GOVERNMENT, known.wikidata if known else None, country)
        elif own:
            self.actors[key].name = own
        self._mentioned(key, mention)
        return key

    def state(self, place: int) -> Mention | None:
        """The state that an adjective or noun of nationality tells of: "Russian drones"."""
        word = self._reading.tokens[place].text
        country = self._world.people(word)
        if country is None:
            return None
        return Mention(place, place + 1, Sort.PLACE, place, place, word, reason=NATIONALITY, country=country)

    # Names

    def _name_in_full(self, mentions: list[Mention]) -> None:
        """Persons and organisations by their names; a short form takes the key of the one long form that ends with it."""
        names = [
            m
            for m in mentions
            if m.sort in (Sort.PERSON, Sort.ORGANISATION) and m.reason in ("name", "guess") and not m.keys
        ]
        known = [m for m in mentions if m.keys]
        self._short = short_forms.given(self._reading, [m for m in mentions if m.sort is Sort.ORGANISATION])
        for mention in [*sorted(known, key=_longest), *sorted(names, key=_longest)]:
            if not mention.keys:
                mention.keys = (self._named(mention),)
            self._add(mention)

    def _named(self, mention: Mention) -> str:
        words = fold(mention.name).split()
        home = self._short.get(fold(mention.name)) if mention.sort is Sort.ORGANISATION else None
        if home is not None and home is not mention:
            return home.keys[0] if home.keys else f"{ActorKind.ORGANISATION.value}:{'-'.join(fold(home.name).split())}"
        if mention.sort is Sort.PERSON and words:
            fits = [actor for actor in self._people[words[-1]] if set(words) <= set(fold(actor.name).split())]
            if fits:
                mention.reason = "last-name" if len(words) == 1 else "name"
                return max(fits, key=lambda actor: len(actor.mentions)).key
            if (known := self._by_first_name(words)) is not None:
                return known
        return f"{_KINDS[mention.sort].value}:{'-'.join(words)}"

    def _by_first_name(self, words: list[str]) -> str | None:
        """The only person of the article whose name begins so."""
        known = {a.key for actors in self._people.values() for a in actors if fold(a.name).split()[:-1][:1] == words}
        return known.pop() if len(known) == 1 else None

    def _add(self, mention: Mention) -> None:
        key = mention.keys[0]
        if key not in self.actors:
            person = self._world.person(mention.name) if mention.sort is Sort.PERSON else None
            body = self._world.organisation(mention.name) if mention.sort is Sort.ORGANISATION else None
            found = person or body
            name = self._world.spelt(person) if person and " " not in mention.name else mention.name
            self.actors[key] = Actor(key, name, _KINDS[mention.sort], found.wikidata if found else None)
            if mention.sort is Sort.PERSON and (words := fold(name).split()):
                self._people[words[-1]].append(self.actors[key])
        actor = self.actors[key]
        self._mentioned(key, mention)
        actor.titles.update(mention.titles)

    def _note(self, mention: Mention) -> None:
        for key in mention.keys:
            self._mentioned(key, mention)

    def _mentioned(self, key: str, mention: Mention) -> None:
        if (key, id(mention)) not in self._noted:
            self._noted.add((key, id(mention)))
            self.actors[key].mentions.append(mention)

    # Titles, pairs, pronouns

    def _resolve(self, mention: Mention, recent: Sequence[Mention]) -> None:
        if mention.sort is Sort.PLACE:
            return
        if mention.sort is Sort.PAIR:
            mention.keys = self._before.pair(mention, recent)
            if not mention.keys:
                mention.name = self._reading.span_text(mention.first, mention.last)
                mention.keys = (self._words(mention),)
        elif mention.sort is Sort.PRONOUN:
            mention.keys = self._pronoun(mention, recent)
        else:
            titled = self._titled(mention, recent)
            mention.keys = (titled,) if titled else self._known_body(mention, recent) or (self._words(mention),)

    def _pronoun(self, mention: Mention, recent: Sequence[Mention]) -> tuple[str, ...]:
        if mention.name == people.SPEAKER:
            return self._before.speaker(mention, self._mentions)
        if mention.name in people.OBJECTS.values():
            return self._before.object(mention, recent)
        return self._before.pronoun(mention, recent)

    def _known_body(self, mention: Mention, recent: Sequence[Mention]) -> tuple[str, ...]:
        """The body that a definite noun takes up again ("le groupe", "the company")."""
        if mention.product:
            head = self._reading.lower[mention.head]
            return products.meant(head, recent, lambda key: self.actors[key].titles)
        if mention.sort is not Sort.ORGANISATION or not self._definite(mention):
            return ()
        return self._before.body(mention, recent)

    def _titled(self, mention: Mention, recent: Sequence[Mention]) -> str | None:
        """An office holder of the day, else who the article introduced by that title."""
        if mention.sort is not Sort.PERSON:
            return None
        if self._reading.lower[mention.head] in self._reading.pack.words("counterpart"):
            return self._counterpart(mention, recent)
        person = self._world.titled(mention.name, self._day)
        if person:
            mention.reason = "title"
            return self._person(person)
        return self._introduced(mention, recent) if self._definite(mention) else None

    def _introduced(self, mention: Mention, recent: Sequence[Mention]) -> str | None:
        """The last person whom the article introduced by the same title; in full, also one that it introduces later."""
        head = self._reading.lower[mention.head]
        wanted = fold(mention.name)
        for before in reversed(recent):
            if before.sort is Sort.PERSON and before.keys and before.reason != "title":
                titles = [fold(title) for title in self.actors[before.keys[0]].titles]
                if wanted in titles or (head == wanted and any(head in title.split() for title in titles)):
                    return before.keys[0]
        if head in self._reading.pack.words("age_nouns"):  # "the 61-year-old"
            return next((m.keys[0] for m in reversed(recent) if m.sort is Sort.PERSON and m.keys), None)
        same = [a.key for a in self.actors.values() if " " in wanted and wanted in map(fold, a.titles)]
        return same[0] if len(same) == 1 else self._of_a_nation(mention.name.split(), head)

    def _of_a_nation(self, words: list[str], head: str) -> str | None:
        """Such as "le président américain": the only one whom the article calls a president, and of no other nation."""
        if len(words) != 2 or words[0].lower() != head or self._world.people(words[1]) is None:
            return None
        fits = {a.key: a for a in self.actors.values() if any(head == title.split()[0] for title in a.titles if title)}
        titles = [title.split() for actor in fits.values() for title in actor.titles]
        others = any(self._world.people(word) for title in titles for word in title)
        return next(iter(fits)) if len(fits) == 1 and not others else None

    def _counterpart(self, mention: Mention, recent: Sequence[Mention]) -> str | None:
        """Who is "his American counterpart": who holds, in that country, the office of the person named before."""
        country = next((c for w in mention.name.split() if (c := self._world.people(w))), None)
        person = next((m for m in reversed(recent) if m.sort is Sort.PERSON and m.keys), None)
        if country is None or person is None:
            return None
        for tenure in self._world.offices_of(person.keys[0].partition(":")[2], self._day):
            held = self._world.holder(tenure.office, country, self._day)
            if held:
                mention.reason = "counterpart"
                return self._person(held)
        return None

    def _person(self, person: Person) -> str:
        key = f"person:{person.id}"
        if key not in self.actors:
            self.actors[key] = Actor(key, self._world.spelt(person), ActorKind.PERSON, person.wikidata)
        return key

    def _definite(self, mention: Mention) -> bool:
        before = mention.first - 1
        definite = self._reading.pack.words("definite") | self._reading.pack.words("demonstratives")
        return before >= 0 and (self._reading.lower[before] in definite)

    def _words(self, mention: Mention) -> str:
        key = self._named_before(mention) or WORDS + fold(mention.name)
        if key not in self.actors:
            self.actors[key] = Actor(key, mention.name, _KINDS[mention.sort])
        return key

    def _named_before(self, mention: Mention) -> str | None:
        """With "the", those named before by the same noun and more or fewer words: "the dockers" are "dockers of Fos"."""
        if not self._definite(mention):
            return None
        head, words = self._reading.lower[mention.head], set(fold(mention.name).split())
        for actor in reversed(self.actors.values()):
            if not actor.key.startswith(WORDS) or not actor.mentions:
                continue
            other = set(fold(actor.name).split())
            if self._reading.lower[actor.mentions[0].head] == head and (words <= other or other <= words):
                return actor.key
        return None

    def somebody(self, place: int, sort: Sort = Sort.GROUP) -> Mention:
        """A mention of a common noun that no list knows, made where the verb leaves no doubt that it is somebody, or something."""
        mention = people.phrase(self._reading, place, self.by_place, sort)
        mention.keys = (self._words(mention),)
        self._note(mention)
        return mention


def _longest(mention: Mention) -> int:
    return mention.first - mention.last
