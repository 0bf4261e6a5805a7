"""Which words only introduce an event that others name: "announced a strike", "urged the company to reconsider"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.tree import clause
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.tree.tense import Tense, tense_of

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.reading import Reading


_CALLED: Final = ("strike", "protest")
"""What a ballot is about and is yet to come."""
_SAID: Final = ("acl", "ccomp", "acl:relcl", "nmod")


def governs(reading: Reading, trigger: Trigger, events: set[int]) -> bool:
    """The verb only introduces another event, which is the claim ("a annoncé une grève"); its own words are none, and with a day of its own it is one beside what it says. `events`: where there may be one."""
    places = (
        "obj",
        "ccomp",
        "xcomp",
        "obl:arg",
        "obl:mod",
        "obl",
        *(("nsubj", "nsubj:pass") if trigger.passive else ()),
    )
    own = trigger.wording.replace("'", "' ").split()
    below = [c for c in reading.with_dep(trigger.place, *places) if reading.lower[c] not in own]
    if _closes(reading, trigger.place):
        below.append(reading.heads[trigger.place])
    if any(reading.timex_of[c] != NOWHERE for c in reading.children[trigger.place]):
        below = [c for c in below if reading.dep(c) not in ("ccomp", "xcomp") or c < trigger.place]
        below = [c for c in below if not _told_on_a_day(reading, trigger, c)]
    if trigger.passive and reading.dep(trigger.place).startswith("acl"):
        below.append(reading.heads[trigger.place])
    if trigger.passive and reading.dep(trigger.place) == "xcomp":  # "la vente devrait être bouclée"
        below += clause.subjects(reading, trigger.place)
    below += [g for c in below if reading.lower[c] in reading.pack.transparent for g in reading.children[c]]
    below += [g for c in below if reading.lower[c] in reading.pack.reports for g in reading.with_dep(c, *_SAID)]
    carriers = reading.pack.supports["object"]
    below += [o for c in below if reading.lower[c] in carriers for o in clause.objects(reading, c)]
    return any(c in events for c in below)


def _told_on_a_day(reading: Reading, trigger: Trigger, noun: int) -> bool:
    """Such as "a annoncé mardi la fermeture": the day before what is announced is the day of the words, which are an event beside it."""
    if trigger.rule.kind != "statement" or reading.dep(noun) != "obj":
        return False
    return any(reading.timex_of[c] != NOWHERE and trigger.place < c < noun for c in reading.children[trigger.place])


def said_to_do(reading: Reading, trigger: Trigger, found: list[Trigger]) -> bool:
    """Any act that somebody's words are about ("urged the company to reconsider"), or what was voted ("voted to leave"), where the words, the vote, are an event."""
    if not trigger.verb:
        return False
    plain = all(rule.any_verb for rule in trigger.senses)
    verb = trigger.place
    while reading.dep(verb) == "conj" and tense_of(reading, verb) is Tense.INFINITIVE:
        verb = reading.heads[verb]
    head = reading.heads[verb]
    if reading.dep(verb) not in ("xcomp", "ccomp", "advcl") or tense_of(reading, verb) is not Tense.INFINITIVE:
        return False
    above = next((t for t in found if t.place == head and t.possible), None)
    if above is None or not above.verb:
        return False
    decided = above.rule.kind == "vote" and trigger.rule.kind not in _CALLED
    return decided or (plain and above.rule.kind == "statement")


def _closes(reading: Reading, verb: int) -> bool:
    """Such as "Le texte sera voté lundi, a annoncé le ministre": what it introduces stands before it, and above it."""
    behind = reading.heads[verb] < verb and reading.dep(verb) in ("advcl", "parataxis", "ccomp")
    return behind and reading.lower[verb] in reading.pack.verb_forms("inverted") and clause.finite(reading, verb)
