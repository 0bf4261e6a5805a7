"""Common nouns that are somebody: "le président russe", "two suspects", "les deux dirigeants", and pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.mention import Mention, Sort
from timeline.claims.reading import NOWHERE

if TYPE_CHECKING:
    from timeline.claims.reading import Reading

_SORTS: Final = {"person": Sort.PERSON, "group": Sort.GROUP, "organisation": Sort.ORGANISATION}
_NAMED: Final = (Sort.PERSON, Sort.ORGANISATION)
_REACH: Final = 7
_LEFT: Final = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "ADV"})


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
    number = reading.pack.pronouns.get(word)
    if number is None or not reading.tree or reading.tokens[place].pos != "PRON":
        return None
    return Mention(place, place + 1, Sort.PRONOUN, place, place, number, reason="pronoun")


def _noun(reading: Reading, place: int, word: str, taken: dict[int, Mention]) -> Mention | None:
    pack, token = reading.pack, reading.tokens[place]
    if word not in pack.people and word not in pack.pair_nouns:
        return None
    if reading.tree:
        epithet = token.pos == "ADJ" and reading.dep(place) == "amod"
        if token.pos not in ("NOUN", "PROPN", "ADJ") or epithet or _is_modifier(reading, place, taken):
            return None
    if pair := _pair(reading, place, word):
        return pair
    return phrase(reading, place, taken, _SORTS[pack.people[word]]) if word in pack.people else None


def phrase(reading: Reading, place: int, taken: dict[int, Mention], sort: Sort = Sort.GROUP) -> Mention:
    """The noun phrase around a common noun, its article left out."""
    first = _left(reading, place, taken)
    last = _right(reading, place, taken)
    name = reading.span_text(first, last).replace("’", "'").replace("\n", " ")
    return Mention(first, last, sort, place, first, name, reason="title")


def _is_modifier(reading: Reading, place: int, taken: dict[int, Mention]) -> bool:
    """A noun that only colours the next one ("police station", "opposition leader"), unless that is a name."""
    head = reading.heads[place]
    return reading.dep(place) == "compound" and head > place and head not in taken


def _pair(reading: Reading, place: int, word: str) -> Mention | None:
    """Such as "The two leaders": the article, the number, perhaps an adjective, and the noun with what it is head of."""
    sort = reading.pack.pair_nouns.get(word)
    if sort is None:
        return None
    for back in (1, 2):
        if place - back >= 0 and reading.lower[place - back] in reading.pack.pair_numbers:
            first = place - back
            return Mention(first, _right(reading, place, {}), Sort.PAIR, place, first, sort, reason="pair")
    return None


def _left(reading: Reading, place: int, taken: dict[int, Mention]) -> int:
    """Back over adjectives, numbers and compounds that hang from the noun."""
    first = place
    start = reading.sentence_bounds(place)[0]
    while first > start and reading.tree:
        before = first - 1
        token = reading.tokens[before]
        if before in taken and reading.lower[first] == "'s":
            break
        if token.pos not in _LEFT or token.dep == "conj" or not first <= reading.heads[before] <= place:
            break
        if before in taken and token.pos == "PROPN" and token.dep not in ("compound", "amod", "nmod"):
            break
        if reading.timex_of[before] != NOWHERE or token.pos == "ADV":
            break
        first = before
    return first


def _right(reading: Reading, place: int, taken: dict[int, Mention]) -> int:
    """On over adjectives and "of" phrases that hang from the noun: "conseillers russes et américains", "cour d'appel"."""
    last = place + 1
    if not reading.tree:
        return last
    stop = min(reading.sentence_bounds(place)[1], place + _REACH)
    while last < stop:
        size = (
            _adjective(reading, place, last)
            or _of_phrase(reading, place, last, stop, taken)
            or _age(reading, place, last, stop)
        )
        if not size:
            break
        last += size
    return last


def _adjective(reading: Reading, place: int, at: int) -> int:
    token = reading.tokens[at]
    if token.pos == "ADJ" and place <= reading.heads[at] <= at and token.dep in ("amod", "conj", "nmod", "acl"):
        return 1
    following = at + 1
    if token.pos == "CCONJ" and following < len(reading.tokens) and reading.tokens[following].pos == "ADJ":
        return 2 if place <= reading.heads[following] < at and reading.dep(following) == "conj" else 0
    return 0


def _of_phrase(reading: Reading, place: int, at: int, stop: int, taken: dict[int, Mention]) -> int:
    """The length of "de l'Intérieur", "of the council": a preposition of the class "of" and the noun under it."""
    rows = reading.pack.prepositions.get(reading.lower[at], ())
    if not any(name == "of" and len(words) == 1 for words, name in rows) and not _from(reading, place, at):
        return 0
    for target in range(at + 1, min(stop, at + 4)):
        token = reading.tokens[target]
        if token.pos in ("NOUN", "PROPN") and reading.heads[target] >= place and reading.timex_of[target] == NOWHERE:
            if not place <= reading.heads[target] < at:
                return 0
            last = target + 1
            mention = taken.get(target)
            return _joined(reading, mention.last if mention else last, target, taken) - at
        if token.pos not in ("DET", "ADJ", "ADP"):
            return 0
    return 0


def _from(reading: Reading, place: int, at: int) -> bool:
    """Before its verb a subject keeps what stands behind it: "negotiators from Armenia met", "a judge in Ohio ruled"."""
    belongs = reading.dep(place).startswith("nsubj") and reading.heads[place] > at
    return belongs and reading.lower[at] in reading.pack.words("belonging")


def _joined(reading: Reading, last: int, target: int, taken: dict[int, Mention]) -> int:
    """On over a second name beside the first: "from Armenia and Azerbaijan"."""
    second = taken.get(last + 1)
    linked = second is not None and reading.heads[second.head] == target and reading.dep(second.head) == "conj"
    return second.last if second is not None and linked else last


def _age(reading: Reading, place: int, at: int, stop: int) -> int:
    """The length of "de 54 ans": a preposition of the class "of", a number and its noun, under the person."""
    rows = reading.pack.prepositions.get(reading.lower[at], ())
    if at + 2 >= stop or not any(name == "of" and len(words) == 1 for words, name in rows):
        return 0
    counted = reading.tokens[at + 1].pos == "NUM" and reading.tokens[at + 2].pos == "NOUN"
    return 3 if counted and reading.heads[at + 2] == place else 0


def _beside(reading: Reading, mention: Mention, taken: dict[int, Mention]) -> Mention | None:
    """The person's name that a title stands right before ("le maire Jean Martin") or that hangs from it beside it."""
    after = taken.get(mention.last)
    if after is not None and _names(mention, after):
        return after
    comma = mention.last < len(reading.lower) and reading.lower[mention.last] == ","
    after = taken.get(mention.last + 1) if comma else None
    if (
        after is not None
        and after.sort is mention.sort
        and mention.sort in _NAMED
        and _ends_apposition(reading, after.last)
    ):
        return after
    before = taken.get(mention.edge - 2) if mention.edge > 1 else None
    article = mention.edge - 1
    if before is None and mention.edge > 2 and reading.lower[article] in reading.pack.words("articles"):
        before, article = taken.get(mention.edge - 3), mention.edge - 2
    else:
        article = mention.edge - 1
    if before is None or before.sort is not Sort.PERSON or mention.sort is not Sort.PERSON:
        return None
    closed = _ends_apposition(reading, mention.last) or _apposed(reading, mention, before)
    return before if reading.lower[article] == "," and closed else None


def _apposed(reading: Reading, title: Mention, name: Mention) -> bool:
    """The tree hangs the title on the name, whatever stands behind: "X, the chief executive of Y, said"."""
    return reading.dep(title.head) == "appos" and name.first <= reading.heads[title.head] < name.last


def _names(title: Mention, name: Mention) -> bool:
    """A title before a name: "le maire X" for persons, "le groupe X" for bodies, whatever the model took X for."""
    if title.sort is Sort.PERSON:
        return name.sort is not Sort.PLACE
    if title.sort is Sort.ORGANISATION and name.sort is Sort.PERSON and not name.keys:
        name.sort = Sort.ORGANISATION
    return title.sort is Sort.ORGANISATION and name.sort is Sort.ORGANISATION


def _ends_apposition(reading: Reading, place: int) -> bool:
    return place >= len(reading.lower) or not reading.lower[place][0].isalnum()
