"""Named things: what a maker calls a model ("Airbus A380", "787 Dreamliner"), and the nouns that take one up again ("the aircraft")."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from timeline.claims.tree.mention import Sort
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.who import people
from timeline.lang.model_names import model_name, number
from timeline.lang.world_names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.claims.tree.mention import Mention
    from timeline.claims.tree.reading import Reading

_BRAND: Final = re.compile(r"[a-z]{1,2}[A-Z]\w+")
_SCORES: Final = frozenset({"-", "–", ":", "%"})
_BY_NAME: Final = ("name", "guess")
_LONG: Final = 3
"""Digits from which a number before a hyphen is a model and no score."""


def capital(word: str) -> bool:
    """A capital at its head, or behind the small letter that some brands begin with ("iPhone")."""
    return word[0].isupper() or _BRAND.fullmatch(word) is not None


def numbers(reading: Reading) -> frozenset[str]:
    """The models that the article gives with their maker, which it may then call by their number alone: "the 777"."""
    told = [place for place, token in enumerate(reading.tokens) if not token.text.isalpha() and number(token.text)]
    models = (p for p in told if _made(reading, p) or _dubbed(reading, p) or _classed(reading, p))
    return frozenset(number(reading.tokens[place].text) for place in models)


def _made(reading: Reading, place: int) -> bool:
    """A model's number right behind the name of its maker or family, in one phrase with it: "Boeing 777", "iPhone 4"."""
    before, heads = place - 1, reading.heads
    if before < 0 or not reading.tree or not number(reading.tokens[place].text) or _counts(reading, place):
        return False
    if not _names(reading, before) or reading.timex_of[place] != NOWHERE:
        return False
    if heads[place] == before or heads[before] == place:
        return True
    return heads[place] == heads[before] == place + 1 and reading.lower[place + 1] in reading.pack.products


def _dubbed(reading: Reading, place: int) -> bool:
    """A model's number right before its own name, of which there is one: "their new 787 Dreamliner", no "300 Spartans"."""
    tokens, name = reading.tokens, place + 1
    if name >= len(tokens) or len(tokens[place].text) < _LONG or not number(tokens[place].text):
        return False
    if reading.dep(place) != "nummod" or reading.heads[place] != name or reading.timex_of[place] != NOWHERE:
        return False
    word = tokens[name].text
    return word[0].isupper() and not word.endswith("s") and reading.somebody(name) is None


def _classed(reading: Reading, place: int) -> bool:
    """A long number that colours one thing made: "its 777 airliner", no "150 planes"."""
    noun = reading.heads[place]
    if noun != place + 1 or len(reading.tokens[place].text) < _LONG or not number(reading.tokens[place].text):
        return False
    one = reading.pack.words("products") - reading.pack.words("one_or_many")
    return reading.lower[noun] in one and reading.timex_of[place] == NOWHERE


def _names(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    if reading.lower[place] in reading.pack.words("numbered") or reading.somebody(place) or not capital(token.text):
        return False
    return token.pos == "PROPN" or not token.text[0].isupper()


def _counts(reading: Reading, place: int) -> bool:
    """A score or a share: "beat Spain 3 - 1"."""
    word = reading.tokens[place].text
    behind = reading.lower[place + 1] if place + 1 < len(reading.lower) else ""
    return behind in _SCORES and word.isdigit() and len(word) < _LONG


def end(reading: Reading, last: int, known: frozenset[str]) -> int:
    """Where a name ends that goes on with a model's number, its variant, and what the model is called: "787-9 Dreamliner"."""
    tokens = reading.tokens
    if last < len(tokens) and _made(reading, last):
        last += 1
    elif number(tokens[last - 1].text) not in known:
        return last
    at = last - 1
    if last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last + 1].start == tokens[last - 1].end + 1:
        last += 2
    while last < len(tokens) and tokens[last].text[0].isupper() and last in reading.climb(at):
        last += 1
    return last


def settle(reading: Reading, mentions: list[Mention]) -> None:
    """One actor a model, under whatever part of its name; what it is ("superjumbo") stands in its titles."""
    named = [m for m in mentions if not m.keys and (m.sort is not Sort.PERSON or model_name(m.name).whole)]
    for mention in named:
        _entitle(reading, mention)
    families: list[list[Mention]] = []
    for mention in sorted(named, key=lambda one: -len(one.name)):
        family = next((known for known in families if model_name(mention.name).may_be(model_name(known[0].name))), None)
        if family is not None:
            family.append(mention)
        elif mention.product or model_name(mention.name).whole:
            families.append([mention])
    for family in families:
        name = _one_of(family)
        key = "organisation:" + "-".join(fold(name).split())
        family[0].name = name
        for mention in family:
            mention.sort, mention.product, mention.keys = Sort.ORGANISATION, True, (key,)


def _one_of(family: list[Mention]) -> str:
    """What one is called: not "Boeing 787 Dreamliners", which are several, and no variant where the model is named; what is told most, the longest among equals."""
    names = [one.name.removesuffix("s") if model_name(one.name).number else one.name for one in family]
    whole = [name for name in names if model_name(name).whole and "-" not in name] or names
    counted = Counter(whole)
    return max(counted, key=lambda name: (counted[name], len(name)))


def _entitle(reading: Reading, mention: Mention) -> None:
    """The noun behind a model's name says what it is: "the Airbus A380 superjumbo"; behind a maker's, what it makes."""
    last = mention.last
    if last >= len(reading.lower) or reading.lower[last] not in reading.pack.products:
        return
    if not model_name(mention.name).number:
        return
    if reading.heads[mention.head] == last and reading.dep(mention.head) in ("compound", "nummod"):
        mention.titles = (*mention.titles, reading.lower[last])
        mention.last, mention.head, mention.product = last + 1, last, True


def pointed(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Nouns that take up a thing named before: "the aircraft", "this phone"."""
    first = min((one.first for one in mentions if one.product), default=len(reading.lower))
    taken = {place: one for one in mentions for place in range(one.first, one.last)}
    found = []
    for place in range(first, len(reading.lower)):
        if place not in taken and _takes_up(reading, place):
            mention = people.phrase(reading, place, taken, Sort.ORGANISATION)
            mention.product = True
            found.append(mention)
    return found


def _takes_up(reading: Reading, place: int) -> bool:
    """One thing, known already: no colour of another noun, none of several, nobody's."""
    word, pack = reading.lower[place], reading.pack
    if word not in pack.words("products") or reading.tokens[place].pos != "NOUN":
        return False
    if reading.dep(place) in ("compound", "nmod:poss") or reading.timex_of[place] != NOWHERE:
        return False
    below = reading.children[place]
    if any(reading.dep(c) in ("nummod", "compound") or reading.lower[c] in pack.words("others") for c in below):
        return False
    pointing = pack.words("definite") | pack.words("demonstratives")
    return any(reading.dep(c) == "det" and reading.lower[c] in pointing for c in below)


def meant(noun: str, recent: Iterable[Mention], titles: Callable[[str], set[str]]) -> tuple[str, ...]:
    """Which of the things named so far: those that were called so, else any; the one named most often, the last among equals."""
    named = [one for one in recent if one.product and one.keys and one.reason in _BY_NAME]
    called = [one for one in named if noun in titles(one.keys[0])]
    order = [one.keys[0] for one in reversed(called or named)]
    return (Counter(order).most_common(1)[0][0],) if order else ()
