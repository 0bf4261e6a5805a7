"""Noun phrases around mentions: where they begin, which preposition stands before, what they hang from, who stands beside whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.tree.mention import Sort

if TYPE_CHECKING:
    from timeline.claims.tree.mention import Mention
    from timeline.claims.tree.reading import Reading

_LEFT: Final = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "DET", "X"})
_OUTSIDE: Final = -1
_MOST_LEFT: Final = 8


def attach(reading: Reading, mentions: list[Mention]) -> None:
    """Fills in edge, preposition, governor and chain of every mention. Mentions come in the order of the text."""
    for mention in mentions:
        if mention.sort is not Sort.PRONOUN:
            mention.edge = left_edge(reading, mention.edge, mention)
        if reading.dep(mention.head) != "nmod:poss":  # "with the rebels' wing" is with the wing
            mention.classes, mention.preposition = preposition_before(reading, mention.edge)
        mention.governor, mention.dep = _governor(reading, mention)
    _chains(reading, mentions)


def left_edge(reading: Reading, edge: int, mention: Mention) -> int:
    """Back over articles, adjectives, titles and honorifics that belong to the same noun phrase."""
    pack = reading.pack
    start = reading.sentence_bounds(edge)[0]
    lowest = max(start, edge - _MOST_LEFT)
    while edge > lowest:
        before = edge - 1
        word = reading.lower[before]
        if word in pack.words("articles") and word not in pack.prepositions:
            return before
        if word == "-" and before > lowest and _title(reading, before + 1):
            edge = before - 1
            continue
        if not (_title(reading, before) or _modifies(reading, before, mention)):
            break
        edge = before
    return edge


def _title(reading: Reading, place: int) -> bool:
    word = reading.lower[place]
    return (
        word in reading.pack.people
        or word.rstrip(".") + "." in reading.pack.words("honorifics")
        or word in reading.pack.words("honorifics")
    )


def _modifies(reading: Reading, place: int, mention: Mention) -> bool:
    """An adjective, number or compound that hangs from the phrase, or from a title that the name stands beside."""
    if not reading.tree or reading.tokens[place].pos not in _LEFT or reading.timex_of[place] >= 0:
        return False
    head = reading.heads[place]
    return (
        mention.edge - 1 <= head < mention.last
        or (head < place and head >= place - 2 and _title(reading, head))
        or head == mention.head
    )


def preposition_before(reading: Reading, edge: int) -> tuple[tuple[str, ...], int]:
    """Every class of the longest preposition that ends just before a place, and where it begins; -1 without one."""
    if edge == 0:
        return (), -1
    rows = reading.pack.prepositions.get(reading.lower[edge - 1], ())
    longest, classes = 0, list[str]()
    for words, name in rows:
        size = len(words)
        if size < longest:
            break
        if edge - size >= 0 and tuple(reading.lower[edge - size : edge]) == words:
            longest = size
            classes.append(name)
    return tuple(classes), edge - longest if classes else -1


def noun_edge(reading: Reading, place: int) -> int:
    """Where the noun phrase of an event noun begins: back over adjectives, numbers and the article."""
    pack = reading.pack
    edge = place
    while edge > 0:
        before = edge - 1
        if reading.lower[before] in pack.prepositions and reading.tokens[before].pos in ("ADP", "SCONJ", "VERB", ""):
            break
        if reading.lower[before] in pack.words("articles"):
            return before
        epithet = reading.tokens[before].pos in ("ADJ", "NUM", "PROPN", "NOUN") or reading.dep(before) == "amod"
        if not epithet or reading.heads[before] not in (edge, place):
            break
        edge = before
    return edge


def _governor(reading: Reading, mention: Mention) -> tuple[int, str]:
    """The first head outside the phrase and its preposition, and the dependency that leads there."""
    if not reading.tree:
        return -1, ""
    inside = range(mention.edge if mention.preposition < 0 else mention.preposition, mention.last)
    place, dep = mention.head, reading.dep(mention.head)
    for above in reading.climb(mention.head):
        if above not in inside and reading.timex_of[above] == _OUTSIDE:
            return above, reading.dep(place)
        place = above
    return place, dep


def _chains(reading: Reading, mentions: list[Mention]) -> None:
    """Such as "A, B and C" are one chain: all hang where the first does and share its preposition."""
    joints = reading.pack.words("conjunctions") | {","}
    number = 0
    for before, mention in zip([None, *mentions], mentions, strict=False):
        if before is not None and _joined(reading, before, mention, joints):
            mention.chain = before.chain
            if mention.preposition < 0 or mention.classes == before.classes or "of" in mention.classes:
                mention.classes, mention.governor, mention.dep = before.classes, before.governor, before.dep
                mention.preposition = before.preposition
        else:
            number += 1
            mention.chain = number
    _closed_by_conjunction(reading, mentions)


def _joined(reading: Reading, before: Mention, mention: Mention, joints: frozenset[str]) -> bool:
    start = mention.edge if mention.preposition < before.last else mention.preposition
    gap = reading.lower[before.last : start]
    if not gap or len(gap) > 3 or any(word not in joints for word in gap):
        return False
    if mention.sort is Sort.PRONOUN and reading.heads[mention.first] > mention.first:
        return False  # "a arrêté deux hommes et les a placés": it is the next verb's
    same = mention.preposition < before.last or bool(set(mention.classes) & set(before.classes))
    same = same or reading.lower[mention.preposition] in reading.pack.words("indefinite")
    return same and reading.sentence_of[before.first] == reading.sentence_of[mention.first]


def _closed_by_conjunction(reading: Reading, mentions: list[Mention]) -> None:
    """A chain joined by commas alone is an apposition or two clauses: it is broken up again."""
    chains: dict[int, list[Mention]] = {}
    for mention in mentions:
        chains.setdefault(mention.chain, []).append(mention)
    words = reading.pack.words("conjunctions")
    fresh = len(mentions) + 1
    for members in chains.values():
        if len(members) < 2:
            continue
        gap = reading.lower[members[-2].last : members[-1].first]
        if not any(word in words for word in gap):
            for member in members[1:]:
                member.chain = fresh
                member.governor, member.dep = _governor(reading, member)
                member.classes, member.preposition = preposition_before(reading, member.edge)
                fresh += 1
