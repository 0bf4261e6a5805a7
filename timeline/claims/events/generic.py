"""What tells of no event: what is usual, aimed at or ruled out, without a day of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.tree.mention import Sort
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.tree.tense import Tense, tense_of
from timeline.lang import kinds
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.claims.happening.verb_factuality import Verdict
    from timeline.claims.roles.arguments import Arguments
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex

_BY_NAME: Final = ("name", "last-name", "guess")


def tells_of_none(reading: Reading, trigger: Trigger, verdict: Verdict, found: Arguments, timex: Timex | None) -> bool:
    if not reading.tree:
        return False
    if _usual(reading, trigger):
        return True
    if timex is not None:
        return False
    return _general(reading, trigger, verdict, found) if trigger.verb else _aim(reading, trigger, verdict)


def _usual(reading: Reading, trigger: Trigger) -> bool:
    """Such as "floods often come in March": a present with an adverb of habit."""
    verb = trigger.place if trigger.verb else trigger.carrier
    if verb == NOWHERE or tense_of(reading, verb) is not Tense.PRESENT:
        return False
    return any(reading.lower[c] in reading.pack.words("usually") for c in reading.with_dep(verb, "advmod"))


def _general(reading: Reading, trigger: Trigger, verdict: Verdict, found: Arguments) -> bool:
    """A bare infinitive, or a bare present of nobody by name, tells of no day what is usual or aimed at, not what happened."""
    if verdict.cue == "infinitive" and verdict.says is Occurrence.UNKNOWN:
        return True
    if _unsaid(trigger, verdict, found) or _undone(trigger, verdict, found):
        return True
    if trigger.rule.any_verb and reading.pack.words("able") & {
        reading.lower[c] for c in reading.children[trigger.place]
    }:
        return True
    if verdict.cue != "present" or reading.headline(trigger.place):
        return False
    if trigger.rule.any_verb:
        return True
    return all(mention.reason not in _BY_NAME for mention, _, _ in found.participants)


def _unsaid(trigger: Trigger, verdict: Verdict, found: Arguments) -> bool:
    """What nobody in particular has not said: "the place has not been announced"."""
    says_it = kinds.load()[trigger.rule.kind].family == "statement"
    return says_it and verdict.says is Occurrence.DID_NOT_OCCUR and not found.participants


def _undone(trigger: Trigger, verdict: Verdict, found: Arguments) -> bool:
    """What has not been done with a thing, by no one: "the alarm was not set off"."""
    nobody = all(mention.sort is Sort.THING for mention, _, _ in found.participants)
    return trigger.rule.any_verb and nobody and verdict.says is Occurrence.DID_NOT_OCCUR


def _aim(reading: Reading, trigger: Trigger, verdict: Verdict) -> bool:
    """A noun that somebody rules out in his own words ("we will accept no closure"), or whose infinitive is itself spoken of ("holding an election is dear")."""
    if verdict.says is Occurrence.DID_NOT_OCCUR and reading.quoted[trigger.place]:
        return True
    verb = trigger.carrier
    if verb == NOWHERE or tense_of(reading, verb) is not Tense.INFINITIVE:
        return False
    return reading.dep(verb) in ("csubj", "nsubj")
