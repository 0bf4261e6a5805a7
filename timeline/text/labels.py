"""Other label schemes put into Universal Dependencies: a table of names, and prepositions moved below their noun."""

from __future__ import annotations

from typing import Final

from timeline.text.parse import Token

_CLEARNLP: Final = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "dative": "iobj",
    "npadvmod": "obl:tmod",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "prt": "compound:prt",
    "neg": "advmod",
    "quantmod": "advmod",
    "predet": "det",
    "preconj": "cc",
    "pcomp": "advcl",
    "pobj": "obl",
}
_PREPOSITIONS: Final = {"prep": "obl", "agent": "obl:agent", "dative": "obl"}
_OBJECTS: Final = frozenset({"pobj", "pcomp"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})

_ENTITIES: Final = {
    "PERSON": "PER",
    "GPE": "LOC",
    "FAC": "LOC",
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "NORP": "NORP",
    "MISC": "MISC",
    "EVENT": "MISC",
    "LAW": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
}


def entity_label(label: str) -> str | None:
    """The neutral label of an entity; `None` for dates, amounts and the like, which others read better."""
    return _ENTITIES.get(label)


def is_clearnlp(labels: frozenset[str]) -> bool:
    return "dobj" in labels


def to_universal(tokens: list[Token]) -> list[Token]:
    """A ClearNLP tree as a Universal one: "prep" and its "pobj" change places, the rest is renamed."""
    below: dict[int, int] = {t.head: t.i for t in tokens if t.dep in _OBJECTS and tokens[t.head].dep in _PREPOSITIONS}
    moved: list[Token] = []
    for token in tokens:
        above = tokens[token.head]
        if token.i in below and token.dep in _PREPOSITIONS:
            moved.append(token._replace(head=below[token.i], dep="mark" if _verbal(tokens, below[token.i]) else "case"))
        elif below.get(above.i) == token.i:
            moved.append(token._replace(head=_landing(tokens, below, above), dep=_lifted(tokens, token, above)))
        else:
            moved.append(token._replace(dep=_CLEARNLP.get(token.dep, token.dep)))
    return moved


def _verbal(tokens: list[Token], i: int) -> bool:
    return tokens[i].dep == "pcomp"


def _landing(tokens: list[Token], below: dict[int, int], preposition: Token) -> int:
    """Where the object of a preposition hangs: the preposition's head, or that one's own object ("from under X")."""
    head = preposition.head
    while tokens[head].dep in _PREPOSITIONS and head in below and below[head] != preposition.i:
        head = below[head]
    while tokens[head].dep in _PREPOSITIONS and below.get(head) == preposition.i:
        head = tokens[head].head
    return head


def _lifted(tokens: list[Token], token: Token, preposition: Token) -> str:
    if token.dep == "pcomp":
        return "advcl"
    if preposition.dep == "agent":
        return "obl:agent"
    return "nmod" if tokens[preposition.head].pos in _NOMINAL else "obl"
