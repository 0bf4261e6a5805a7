"""Finds the words that name events: one pass over the tokens, one dictionary lookup each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from timeline.claims.tree.reading import NOWHERE

if TYPE_CHECKING:
    from timeline.claims.roles.arguments import Arguments
    from timeline.claims.tree.reading import Reading
    from timeline.lang.claim_triggers import Entry, TriggerRule

_TAIL_REACH: Final = 6
_NOUNS: Final = ("NOUN", "PROPN", "ADJ", "X")
_CLAUSES: Final = ("ROOT", "conj", "ccomp", "xcomp", "parataxis", "acl:relcl", "advcl")


@dataclass(slots=True)
class Trigger:
    """`place`: the first word; `last`: past the last one; `carrier`: the verb that carries an event noun and where the noun stands to it.

    `senses`: the rows that share the wording; `rule` is the one in force.
    """

    place: int
    last: int
    rule: TriggerRule
    verb: bool
    reflexive: bool = False
    senses: tuple[TriggerRule, ...] = ()
    arguments: dict[str, Arguments] = field(default_factory=dict)
    possible: bool = False
    carrier: int = NOWHERE
    carried_as: str = ""
    support: bool = False
    passive: bool = False
    wording: str = ""


def find(reading: Reading) -> list[Trigger]:
    """Triggers in the order of the text; a word belongs to one wording, the longest that fits."""
    found: list[Trigger] = []
    taken: set[int] = set()
    for place, word in enumerate(reading.lower):
        entries = reading.pack.triggers.get(word, ())
        if place in taken or reading.timex_of[place] != NOWHERE:
            continue
        fitting = [(entry, span) for entry in entries if (span := _fits(reading, place, entry))]
        acts = reading.pack.acts if _acts(reading, place) else ()
        if fitting:
            found.append(_trigger(place, fitting, acts))
            taken.update((place, *fitting[0][1]))
        elif acts:
            found.append(Trigger(place, place + 1, acts[0], verb=True, senses=acts, wording=word))
    return found


def _acts(reading: Reading, place: int) -> bool:
    """A verb of the tree that tells of an act, by no word of its own that the rows know."""
    token = reading.tokens[place]
    if not reading.tree or token.pos != "VERB" or reading.lower[place] in reading.pack.no_acts:
        return False
    if token.text[0].isupper() and place != reading.sentence_bounds(place)[0]:
        return False
    if reading.pack.wide and reading.dep(place) in ("acl", "csubj"):
        return True
    return reading.dep(place) in _CLAUSES or _completes(reading, place)


def _completes(reading: Reading, place: int) -> bool:
    """It says what a plan, a decision, ... is about: "scrapped plans to build a factory"."""
    planned = reading.dep(place) == "acl" and reading.lower[reading.heads[place]] in reading.pack.governing_nouns
    return planned and any(reading.dep(c) == "aux" or reading.dep(c) == "mark" for c in reading.children[place])


def _trigger(place: int, fitting: list[tuple[Entry, range]], acts: tuple[TriggerRule, ...]) -> Trigger:
    """The longest wording; rows that share it are kept as its other senses, those for any act behind them."""
    entry, span = fitting[0]
    last = span.stop if span.start == place else place + 1
    senses = tuple(dict.fromkeys(e.rule.id for e, s in fitting if s == span and e.verb == entry.verb))
    rules = {e.rule.id: e.rule for e, _ in fitting}
    return Trigger(
        place,
        last,
        entry.rule,
        entry.verb,
        entry.reflexive,
        senses=(*(rules[name] for name in senses), *(acts if entry.verb else ())),
        wording=entry.wording,
    )


def _fits(reading: Reading, place: int, entry: Entry) -> range | None:
    """The words of the wording: from the first when they stand together, else those of the tail; `None` when they are not there."""
    if reading.tree and not _right_part(reading, place, entry):
        return None
    if entry.verb and entry.reflexive != _reflexive(reading, place) and (entry.reflexive or reading.tree):
        return None
    if not entry.tail:
        return range(place, place + 1)
    reach = _TAIL_REACH if entry.verb else 1
    stop = reading.sentence_bounds(place)[1] - len(entry.tail) + 1
    for start in range(place + 1, min(place + 1 + reach, stop)):
        if tuple(reading.lower[start : start + len(entry.tail)]) == entry.tail:
            return range(place if start == place + 1 else start, start + len(entry.tail))
    return None


def _right_part(reading: Reading, place: int, entry: Entry) -> bool:
    """A verb must be tagged or conjugated as one, or be a participle; a noun must not be a verb or a mere epithet."""
    token, dep = reading.tokens[place], reading.dep(place)
    if entry.verb:
        if dep == "amod" and reading.heads[place] > place:
            return False
        participle = token.pos == "ADJ" and (dep.startswith("acl") or "VerbForm=Part" in token.morph)
        return not dep.startswith("aux") and (reading.verbal(place) or participle)
    if token.pos == "ADJ" and dep == "amod":
        return bool(entry.tail) and reading.heads[place] in range(place, place + len(entry.tail) + 1)
    last = place + len(entry.tail)
    if place < last < len(reading.tokens) and reading.tokens[last].pos in _NOUNS:
        return True
    return (
        token.pos in _NOUNS and dep not in ("aux", "cop") and not reading.verbal(place) and not _colours(reading, place)
    )


def _colours(reading: Reading, place: int) -> bool:
    """It only colours the noun behind it ("strike price", "meeting room"), unless that is its action, round or plan."""
    head = reading.heads[place]
    if reading.dep(place) != "compound" or head <= place:
        return False
    word = reading.lower[head]
    return word not in reading.pack.transparent and word not in reading.pack.governing_nouns


def _reflexive(reading: Reading, place: int) -> bool:
    pronouns = reading.pack.words("reflexives")
    if not pronouns:
        return False
    start = max(reading.sentence_bounds(place)[0], place - 4)
    for before in range(place - 1, start - 1, -1):
        word = reading.lower[before]
        if word in pronouns:
            return reading.tokens[before].pos != "SCONJ"
        if reading.tree and reading.tokens[before].pos not in ("AUX", "ADV", "PRON"):
            return False
    return False
