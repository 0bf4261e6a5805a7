"""How far the noun phrase of somebody goes: "deux ressortissants français", "dockers du port de Fos", "train drivers at Northern Lines"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.tree.reading import NOWHERE

if TYPE_CHECKING:
    from timeline.claims.tree.mention import Mention
    from timeline.claims.tree.reading import Reading

_REACH: Final = 10
_PHRASE: Final = 7
_LEFT: Final = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "ADV"})
_INSIDE: Final = frozenset({"compound", "amod", "nummod", "nmod:poss", "flat:name"})


def left(reading: Reading, place: int, taken: dict[int, Mention]) -> int:
    """Back over adjectives, numbers and compounds that hang from the noun."""
    first = place
    start = reading.sentence_bounds(place)[0]
    while first > start and reading.tree:
        before = first - 1
        if reading.lower[before] == "-" and before > start and first <= reading.heads[before - 1] <= place:
            first = before - 1  # "six-year-old boy"
            continue
        token = reading.tokens[before]
        if before in taken and reading.lower[first] == "'s":
            break
        if token.pos not in _LEFT or token.dep == "conj" or not first <= reading.heads[before] <= place:
            break
        if before in taken and token.pos == "PROPN" and token.dep not in ("compound", "amod", "nmod"):
            break
        if reading.timex_of[before] != NOWHERE or token.pos == "ADV" or _bounds(reading, before):
            break
        first = before
    return first


def _bounds(reading: Reading, place: int) -> bool:
    """It only says that a number is one at least, or at most."""
    return reading.lower[place] in reading.pack.words("bounds")


def right(reading: Reading, place: int, taken: dict[int, Mention]) -> int:
    """On over adjectives and "of" phrases that hang from the noun: "conseillers russes et américains", "cour d'appel"."""
    last = place + 1
    if not reading.tree:
        return last
    stop = min(reading.sentence_bounds(place)[1], place + _REACH)
    while last < stop:
        size = (
            _noun_on_noun(reading, place, last)
            or _adjective(reading, place, last)
            or _of_phrase(reading, place, last, stop, taken)
            or _age(reading, place, last, stop)
        )
        if not size:
            break
        last += size
    return last


def _noun_on_noun(reading: Reading, place: int, at: int) -> int:
    """A small noun that hangs bare right behind it: "États membres", "comité directeur"."""
    token = reading.tokens[at]
    bare = token.pos == "NOUN" and token.text.islower() and at == place + 1 and reading.timex_of[at] == NOWHERE
    return 1 if bare and reading.heads[at] == place and reading.dep(at) in ("nmod", "amod", "compound") else 0


def _adjective(reading: Reading, place: int, at: int) -> int:
    token = reading.tokens[at]
    if reading.timex_of[at] != NOWHERE or _told_of(reading, at):
        return 0
    tagged = token.pos == "ADJ" or (token.dep == "amod" and token.text.islower())
    if tagged and place <= reading.heads[at] <= at and token.dep in ("amod", "conj", "nmod", "acl"):
        return 1
    following = at + 1
    if token.pos == "CCONJ" and following < len(reading.tokens) and reading.tokens[following].pos == "ADJ":
        return 2 if place <= reading.heads[following] < at and reading.dep(following) == "conj" else 0
    return 0


def _told_of(reading: Reading, at: int) -> bool:
    """Such as "La clinique du Golfe placée en redressement": what a headline tells by a participle is no part of the name."""
    if not reading.titled(at) or not reading.tree:
        return False
    return any(entry.verb for entry in reading.pack.triggers.get(reading.lower[at], ()))


def _of_phrase(reading: Reading, place: int, at: int, stop: int, taken: dict[int, Mention]) -> int:
    """The length of "de l'Intérieur", "at Northern Lines", "from the Great Lakes countries": a preposition that belongs to nouns and the noun under it."""
    belongs = _is_of(reading, at) or _from(reading, place, at)
    if not belongs or _owes_it_to_its_verb(reading, place, at):
        return 0
    for target in range(at + 1, min(stop, at + _PHRASE)):
        token = reading.tokens[target]
        if token.pos in ("NOUN", "PROPN") and reading.heads[target] >= place and reading.timex_of[target] == NOWHERE:
            mention = taken.get(target)
            if _inside(reading, target, mention):
                continue
            if not place <= reading.heads[_name_head(reading, target)] < at:
                return 0
            return _joined(reading, mention.last if mention else target + 1, target, taken) - at
        if reading.lower[target] in reading.pack.words("of_them"):
            return target + 1 - at
        if token.pos not in ("DET", "ADJ", "ADP", "NUM"):
            return 0
    return 0


def _name_head(reading: Reading, place: int) -> int:
    """Of a name behind a form of address ("Mme X"), the word that carries both."""
    while reading.dep(place) == "flat:name" and reading.heads[place] < place:
        place = reading.heads[place]
    return place


def _inside(reading: Reading, target: int, mention: Mention | None) -> bool:
    """It colours the noun behind it, or is the form of address before a name."""
    if mention is not None and target < mention.last - 1 and not mention.first <= reading.heads[target] < target:
        return reading.heads[target] > target
    forward = reading.heads[target] > target and reading.dep(target) in _INSIDE
    return forward or reading.lower[target] in reading.pack.words("honorifics")


def _is_of(reading: Reading, at: int) -> bool:
    rows = reading.pack.prepositions.get(reading.lower[at], ())
    return any(name == "of" and len(words) == 1 for words, name in rows)


def _owes_it_to_its_verb(reading: Reading, place: int, at: int) -> bool:
    """Behind an object, "of" is the verb's: "a accusé le gouvernement de crimes", "stripped the club of its title"."""
    if reading.dep(place) != "obj" or reading.lower[reading.heads[place]] not in reading.pack.verb_forms("object_of"):
        return False
    return at + 1 < len(reading.lower) and reading.lower[at] not in reading.pack.words("of_the")


def _from(reading: Reading, place: int, at: int) -> bool:
    """Before its verb a subject keeps what stands behind it: "negotiators from Armenia met", "a judge in Ohio ruled"."""
    belongs = reading.dep(place).startswith("nsubj") and reading.heads[place] > at
    return belongs and reading.lower[at] in reading.pack.words("belonging")


def _joined(reading: Reading, last: int, target: int, taken: dict[int, Mention]) -> int:
    """On over a second name beside the first: "from Armenia and Azerbaijan"."""
    beside = taken.get(last)
    if beside is not None and reading.heads[beside.head] == target and reading.dep(beside.head) in ("appos", "nmod"):
        return beside.last  # "de la banque Valmont"
    second = taken.get(last + 1)
    linked = second is not None and reading.heads[second.head] == target and reading.dep(second.head) == "conj"
    return second.last if second is not None and linked else last


def _age(reading: Reading, place: int, at: int, stop: int) -> int:
    """The length of "de 54 ans": a preposition of the class "of", a number and its noun, under the person."""
    if at + 2 >= stop or not _is_of(reading, at):
        return 0
    counted = reading.tokens[at + 1].pos == "NUM" and reading.tokens[at + 2].pos == "NOUN"
    return 3 if counted and reading.heads[at + 2] == place else 0
