"""Headlines leave out auxiliaries, articles and stops, which misleads a parser trained on sentences: their trees are mended here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.lang.claim_pack import ClaimPack
    from timeline.text.parse import Sentence, Token

_PRESENT: Final = "Tense=Pres|VerbForm=Fin"
_FUTURE: Final = "Tense=Fut|VerbForm=Fin"
_NAMES: Final = ("PROPN", "NOUN", "NUM")
_BARE: Final = ("appos", "obl:tmod", "dep", "nmod")
_REACH: Final = 12


def mended(tokens: tuple[Token, ...], sentences: Sequence[Sentence], pack: ClaimPack) -> tuple[Token, ...]:
    found = list(tokens)
    for sentence in headlines(tokens, sentences):
        places = range(sentence.first, sentence.last)
        _to_come(found, places, pack)
        _verbs_as_nouns(found, places, pack)
        _subjects(found, places)
    return tuple(found)


def headlines(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences without a stop that stand before the first one that has it."""
    for sentence in sentences:
        if sentence.last <= sentence.first or not tokens[sentence.last - 1].text[-1].isalnum():
            return
        yield sentence


def _to_come(tokens: list[Token], places: range, pack: ClaimPack) -> None:
    """Such as "Minister to visit Berlin": what will be."""
    markers = pack.words("headline_future")
    for place in places:
        verb = tokens[place].head
        if tokens[place].text.lower() not in markers or verb <= place or verb not in places:
            continue
        subject = tokens[verb].head
        if subject == verb:
            _as_future(tokens, verb, place, places)
            return
        if subject < place and _nobody_governs(tokens, subject, pack):
            above = tokens[subject]
            up = verb if above.head == subject else above.head
            tokens[verb] = tokens[verb]._replace(head=up, dep=above.dep)
            tokens[subject] = above._replace(head=verb, dep="nsubj", pos="PROPN" if above.pos == "VERB" else above.pos)
            _as_future(tokens, verb, place, places)
            return


def _as_future(tokens: list[Token], verb: int, marker: int, places: range) -> None:
    """The verb heads its line: whoever stands before it is its subject."""
    tokens[verb] = tokens[verb]._replace(pos="VERB", morph=_FUTURE)
    tokens[marker] = tokens[marker]._replace(dep="mark")
    for place in range(places.start, marker):
        if tokens[place].head == verb and tokens[place].dep in (*_BARE, "compound") and tokens[place].pos in _NAMES:
            tokens[place] = tokens[place]._replace(dep="nsubj")


def _nobody_governs(tokens: list[Token], place: int, pack: ClaimPack) -> bool:
    """A name or noun, or a capitalised word read as a verb that is none the language knows."""
    word = tokens[place].text
    before = range(max(0, place - _REACH), place)
    if any(tokens[p].head == place and tokens[p].dep.startswith(("nsubj", "aux")) for p in before):
        return False
    return tokens[place].pos in _NAMES or (word[:1].isupper() and word.lower() not in pack.governing_verbs)


def _verbs_as_nouns(tokens: list[Token], places: range, pack: ClaimPack) -> None:
    """Such as "Thousands protest in Lima": a noun with a subject of its own."""
    for place in places:
        token = tokens[place]
        verbs = any(entry.verb for entry in pack.triggers.get(token.text.lower(), ()))
        if token.pos != "NOUN" or not verbs or token.head != place:
            continue
        below = [p for p in places if tokens[p].head == place and p != place]
        if not any(tokens[p].dep == "nsubj" for p in below) or any(tokens[p].dep == "cop" for p in below):
            continue
        tokens[place] = token._replace(pos="VERB", morph=_PRESENT)
        for p in below:
            if tokens[p].dep == "nmod" and p > place:
                tokens[p] = tokens[p]._replace(dep="obl")


def _subjects(tokens: list[Token], places: range) -> None:
    """Such as "Rowe names new envoy", where the name was read as part of the verb, and what it names as standing beside it."""
    for place in places:
        verb = tokens[place]
        if verb.pos != "VERB" or verb.head != place or "VerbForm=Fin" not in verb.morph:
            continue
        below = [p for p in places if tokens[p].head == place and p != place]
        before = [p for p in below if p == place - 1 and tokens[p].dep == "compound" and tokens[p].pos in _NAMES]
        if not before or any(tokens[p].dep.startswith(("nsubj", "aux")) for p in below):
            continue
        tokens[before[0]] = tokens[before[0]]._replace(dep="nsubj")
        cased = {tokens[p].head for p in places if tokens[p].dep == "case"}
        behind = [p for p in below if p > place and tokens[p].dep in _BARE and p not in cased]
        if behind and not any(tokens[p].dep == "obj" for p in below):
            tokens[behind[0]] = tokens[behind[0]]._replace(dep="obj")
