"""Common nouns that are somebody: "le président russe", "two suspects", "les deux dirigeants", and pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.tree import phrases
from timeline.claims.tree.mention import Mention, Sort
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.who import extents

if TYPE_CHECKING:
    from timeline.claims.tree.reading import Reading

_SORTS: Final = {"person": Sort.PERSON, "group": Sort.GROUP, "organisation": Sort.ORGANISATION}
SPEAKER: Final = "speaker"
"""What the first person of a quotation is called until its speaker is known."""
OBJECTS: Final = {"singular": "object", "plural": "objects"}
"""What a pronoun is called that is the object of its verb, by its number."""
_NAMED: Final = (Sort.PERSON, Sort.ORGANISATION)


def find(reading: Reading, named: list[Mention]) -> list[Mention]:
    """Noun phrases and pronouns outside the names; one that stands beside a name becomes that name's title."""
    before = {mention.first: mention.sort for mention in named}
    taken = {place: mention for mention in named for place in range(mention.first, mention.last)}
    found: list[Mention] = []
    end = 0
    for place, word in enumerate(reading.lower):
        if place < end or place in taken or reading.timex_of[place] != NOWHERE:
            continue
        mention = _pronoun(reading, place, word) or _noun(reading, place, word, taken)
        if mention is None:
            continue
        end = mention.last
        if body := _coloured(reading, mention, taken):
            body.last, body.head, body.titles = mention.last, place, (*body.titles, word)
            continue
        beside = _beside(reading, mention, taken)
        if beside is None:
            found.append(mention)
        else:
            if beside.sort is not before.get(beside.first):
                _agree(beside, named)
            beside.titles = (*beside.titles, mention.name.lower())
            beside.edge = min(beside.edge, mention.edge) if mention.first < beside.first else beside.edge
    return found


def _agree(name: Mention, named: list[Mention]) -> None:
    """What a title has shown to be a body is one wherever it is named."""
    for mention in named:
        if mention.name == name.name and not mention.keys:
            mention.sort = name.sort


def _pronoun(reading: Reading, place: int, word: str) -> Mention | None:
    last = _joined(reading, place)
    word = "".join(reading.lower[place:last])
    first_person = reading.quoted[place] and word in reading.pack.words("quote_first_person")
    number = SPEAKER if first_person else reading.pack.pronouns.get(word) or _object(reading, place, word)
    if number is None or not reading.tree:
        return None
    if reading.tokens[place].pos != "PRON" and number not in OBJECTS.values():
        return None
    return Mention(place, last, Sort.PRONOUN, place, place, number, reason="pronoun")


def _joined(reading: Reading, place: int) -> int:
    """Past a pronoun that a parser takes apart at its hyphen: "celle-ci"."""
    hyphened = reading.lower[place + 1 : place + 2] == ["-"]
    whole = hyphened and "".join(reading.lower[place : place + 3]) in reading.pack.pronouns
    return place + 3 if whole else place + 1


def _object(reading: Reading, place: int, word: str) -> str | None:
    """Whom a verb's object stands for: "l'a condamnée", "told them"."""
    if reading.dep(place) not in ("obj", "iobj"):
        return None
    if word in reading.pack.words("object_pronouns_plural"):
        return OBJECTS["plural"]
    return OBJECTS["singular"] if word in reading.pack.words("object_pronouns") else None


def _noun(reading: Reading, place: int, word: str, taken: dict[int, Mention]) -> Mention | None:
    pack, token = reading.pack, reading.tokens[place]
    sort = reading.somebody(place)
    if sort is None and word not in pack.pair_nouns:
        return None
    if reading.tree:
        epithet = token.pos == "ADJ" and reading.dep(place) == "amod"
        if token.pos not in ("NOUN", "PROPN", "ADJ") or epithet or _is_modifier(reading, place, taken):
            return None
    if pair := _pair(reading, place, word):
        return pair
    return phrase(reading, place, taken, _SORTS[sort]) if sort else None


def phrase(reading: Reading, place: int, taken: dict[int, Mention], sort: Sort = Sort.GROUP) -> Mention:
    """The noun phrase around a common noun, its article left out."""
    first = extents.left(reading, place, taken)
    last = extents.right(reading, place, taken)
    name = reading.span_text(first, last).replace("’", "'").replace("\n", " ")
    return Mention(first, last, sort, place, first, name, reason="title")


def _is_modifier(reading: Reading, place: int, taken: dict[int, Mention]) -> bool:
    """A noun that only colours the next one ("police station", "opposition leader"), unless that is a name."""
    head = reading.heads[place]
    return reading.dep(place) == "compound" and head > place and head not in taken


def _pair(reading: Reading, place: int, word: str) -> Mention | None:
    """Such as "The two leaders": the article, the number, perhaps an adjective, and the noun with what it is head of."""
    sort = reading.pack.pair_nouns.get(word)
    if word in reading.pack.words("pairs_alone") and reading.lower[place - 1] in reading.pack.words("definite"):
        return Mention(place, place + 1, Sort.PAIR, place, place, "people", reason="pair")
    if sort is None:
        return None
    for back in (1, 2):
        if place - back >= 0 and reading.lower[place - back] in reading.pack.pair_numbers:
            first = place - back
            if _of_others(reading, place):
                return None
            return Mention(first, extents.right(reading, place, {}), Sort.PAIR, place, first, sort, reason="pair")
    return None


def _of_others(reading: Reading, place: int) -> bool:
    """Such as "les deux chefs de l'alliance": whose they are says who they are."""
    below = [c for c in reading.children[place] if reading.dep(c) == "nmod" and c > place]
    return any(reading.tokens[c].pos == "NOUN" and "of" in _classes(reading, c) for c in below)


def _classes(reading: Reading, place: int) -> tuple[str, ...]:
    return phrases.preposition_before(reading, phrases.noun_edge(reading, place))[0]


def _beside(reading: Reading, mention: Mention, taken: dict[int, Mention]) -> Mention | None:
    """The person's name that a title stands right before ("le maire Jean Martin") or that hangs from it beside it."""
    after = taken.get(_past_honorific(reading, mention.last))
    if after is not None and _names(mention, after):
        return after
    comma = mention.last < len(reading.lower) and reading.lower[mention.last] == ","
    after = taken.get(_past_honorific(reading, mention.last + 1)) if comma else None
    if (
        after is not None
        and after.sort is mention.sort
        and mention.sort in _NAMED
        and _ends_apposition(reading, after.last)
    ):
        return after
    if hung := _hung(reading, mention, taken) or _past_body(reading, mention, taken):
        return hung
    before = taken.get(mention.edge - 2) if mention.edge > 1 else None
    article = mention.edge - 1
    if before is None and mention.edge > 2 and reading.lower[article] in reading.pack.words("articles"):
        before, article = taken.get(mention.edge - 3), mention.edge - 2
    else:
        article = mention.edge - 1
    if before is None or before.sort is not Sort.PERSON or mention.sort is not Sort.PERSON:
        return None
    closed = _ends_apposition(reading, mention.last) or _apposed(reading, mention, before)
    closed = closed or reading.tokens[mention.last].pos == "ADP"
    return before if reading.lower[article] == "," and closed else None


def _coloured(reading: Reading, noun: Mention, taken: dict[int, Mention]) -> Mention | None:
    """The body whose name stands before what it is, and is the same: "the GMB union", "the Fidesz party"."""
    if reading.lower[noun.head] not in reading.pack.words("bodies_behind_names") or noun.last != noun.head + 1:
        return None
    first = noun.head - 1
    while first > 0 and first not in taken and reading.tokens[first].pos == "ADJ":
        first -= 1
    name = taken.get(first)
    if name is None or name.sort is not Sort.ORGANISATION or reading.dep(name.head) != "compound":
        return None
    return name if name.first > 0 and reading.lower[name.first - 1] in reading.pack.words("definite") else None


def _hung(reading: Reading, title: Mention, taken: dict[int, Mention]) -> Mention | None:
    """The name between commas that the tree hangs on a person's title with more behind it: "the director for Africa, Paul Okoro, said"."""
    if title.sort is not Sort.PERSON:
        return None
    for child in reading.children[title.head] if reading.tree else ():
        name = taken.get(child)
        if reading.dep(child) != "appos" or name is None or name.first < title.last or name.sort is not Sort.PERSON:
            continue
        opening = (
            name.first - 2 if reading.lower[name.first - 1] in reading.pack.words("honorifics") else name.first - 1
        )
        if reading.lower[opening] == "," and _ends_apposition(reading, name.last):
            return name
    return None


def _past_body(reading: Reading, title: Mention, taken: dict[int, Mention]) -> Mention | None:
    """Such as "the chief executive of Alteon, Maria Lund, resigned": the name between commas behind what somebody heads, whatever the tree says."""
    if title.sort is not Sort.PERSON or title.last + 2 >= len(reading.lower):
        return None
    if reading.lower[title.last] not in reading.pack.words("heading"):
        return None
    article = reading.lower[title.last + 1] in reading.pack.words("articles")
    body = taken.get(title.last + (2 if article else 1))
    if body is None or body.sort is Sort.PERSON or reading.lower[body.last : body.last + 1] != [","]:
        return None
    name = taken.get(_past_honorific(reading, body.last + 1))
    beside = name is not None and name.sort is Sort.PERSON and reading.lower[name.last : name.last + 1] == [","]
    return name if beside else None


def _past_honorific(reading: Reading, place: int) -> int:
    """Where the name begins behind "M.", "Dr"."""
    if place < len(reading.lower) and reading.lower[place] in reading.pack.words("honorifics"):
        return place + 1
    return place


def _apposed(reading: Reading, title: Mention, name: Mention) -> bool:
    """The tree hangs the title on the name, whatever stands behind: "X, the chief executive of Y, said"."""
    return reading.dep(title.head) == "appos" and name.first <= reading.heads[title.head] < name.last


def _names(title: Mention, name: Mention) -> bool:
    """A title before a name: "le maire X" for persons, "le groupe X" for bodies, whatever the model took X for."""
    if title.sort is Sort.PERSON:
        return name.sort is not Sort.PLACE
    guessed = name.sort is Sort.PLACE and name.country is None and name.place_kind is None
    if title.sort is Sort.ORGANISATION and (name.sort is Sort.PERSON or guessed) and not name.keys:
        name.sort = Sort.ORGANISATION
    return title.sort in (Sort.ORGANISATION, Sort.GROUP) and name.sort is Sort.ORGANISATION


def _ends_apposition(reading: Reading, place: int) -> bool:
    return place >= len(reading.lower) or not reading.lower[place][0].isalnum()
