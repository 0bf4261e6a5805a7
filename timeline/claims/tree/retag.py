"""Mends what a parser's tags get wrong by the letters alone, before any rule looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from timeline.lang.claim_pack import ClaimPack
    from timeline.text.parse import Token

_EPITHETS: Final = ("amod", "nmod", "appos", "flat:name", "flat:foreign")
_NAMES: Final = ("PROPN", "NOUN")
_PARTICIPLE: Final = "Tense=Past|VerbForm=Part"


def mended(tokens: tuple[Token, ...], pack: ClaimPack) -> tuple[Token, ...]:
    """The tokens with imperfects and futures that show by their ending, and participles read as nouns or infinitives ("ils sont morts")."""
    found = [_tense(token, pack) for token in tokens]
    perfect = {token.head for token in tokens if token.dep == "aux:tense"}
    for place in perfect:
        if 0 <= place < len(found) and "VerbForm=Inf" in found[place].morph:
            found[place] = found[place]._replace(morph=_PARTICIPLE)
    never, helpers = pack.verb_forms("never_passive"), pack.verb_forms("no_copula")
    for place, token in enumerate(tokens):
        head = token.head
        if token.dep == "aux:pass" and 0 <= head < len(found) and found[head].pos == "NOUN":
            found[head] = found[head]._replace(pos="VERB", morph=_PARTICIPLE)
        if token.dep == "cop" and token.text.lower() in helpers and _right_behind(found, place, head):
            found[head] = found[head]._replace(pos="VERB", morph=_PARTICIPLE)
            found[place] = token._replace(dep="aux:tense", pos="AUX")
        if (
            token.dep not in ("cop", "aux:tense", "aux:pass")
            or not 0 <= head < len(found)
            or found[head].text.lower() not in never
        ):
            continue
        if found[head].pos in ("NOUN", "ADJ"):
            found[head] = found[head]._replace(pos="VERB", morph=_PARTICIPLE)
            found[place] = token._replace(dep="aux:tense", pos="AUX")
    _raise_epithets(found)
    return tuple(found)


def _right_behind(tokens: list[Token], helper: int, head: int) -> bool:
    """Such as "a privé", read as an adjective: nothing but adverbs stands between."""
    adjective = helper < head < len(tokens) and tokens[head].pos == "ADJ"
    return adjective and all(tokens[p].pos == "ADV" for p in range(helper + 1, head))


def _raise_epithets(tokens: list[Token]) -> None:
    """Such as "La Russie bombarde Kiev", read as one name: a conjugated verb colours no noun, it is what the noun does."""
    for verb, token in enumerate(tokens):
        subject = token.head
        if token.dep not in _EPITHETS or token.pos != "VERB" or "VerbForm=Fin" not in token.morph:
            continue
        if not 0 <= subject < verb or tokens[subject].head != subject or tokens[subject].pos not in _NAMES:
            continue
        cased = {t.head for t in tokens if t.dep == "case"}
        tokens[verb] = token._replace(head=verb, dep=tokens[subject].dep)
        tokens[subject] = tokens[subject]._replace(head=verb, dep="nsubj")
        for place in range(verb + 1, len(tokens)):
            below = tokens[place]
            if below.head == subject:
                dep = ("obl" if place in cased else "obj") if below.dep in ("nmod", "appos", "obj") else below.dep
                tokens[place] = below._replace(head=verb, dep=dep)


def _tense(token: Token, pack: ClaimPack) -> Token:
    if "Mood=Cnd" in token.morph and pack.is_imperfect(token.text.lower()):
        return token._replace(morph=token.morph.replace("Mood=Cnd", "Mood=Ind|Tense=Imp").replace("|Tense=Pres", ""))
    if "Tense=Imp" in token.morph and pack.is_conditional(token.text.lower()):
        return token._replace(morph=token.morph.replace("Mood=Ind", "Mood=Cnd").replace("Tense=Imp", "Tense=Pres"))
    if "VerbForm=Fin" in token.morph and token.pos == "VERB" and pack.is_infinitive(token.text.lower()):
        return token._replace(morph="VerbForm=Inf")
    if "Tense=Pres" in token.morph and "VerbForm=Fin" in token.morph and pack.is_future(token.text.lower()):
        return token._replace(morph=token.morph.replace("Tense=Pres", "Tense=Fut"))
    return token
