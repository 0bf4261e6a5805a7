"""Which kinds a mention and an event may have in common: the same, one that it takes up again, or what the event brought about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.lang import kinds
from timeline.model.vocabulary import Role

if TYPE_CHECKING:
    from timeline.claims.events.draft import Draft
    from timeline.claims.events.groups import Group


def fits(draft: Draft, group: Group) -> bool:
    known = kinds.load()
    if draft.kind == group.kind or group.kind in draft.trigger.rule.anaphora or toll(draft, group):
        return True
    if starts(draft, group):
        return True
    mine, other = known[draft.kind], known[group.kind]
    if mine.family != other.family:
        return False
    if mine.generic or (encounter(draft.kind) and encounter(group.kind)):
        return True
    return other.generic and bool(set(draft.keys) & group.keys)


def toll(draft: Draft, group: Group) -> bool:
    """One tells what the other brought about: "three were killed in a crash", "the deaths"."""
    return counts(draft, group.kind) or all(counts(other, draft.kind) for other in group.lately)


def counts(draft: Draft, cause: str) -> bool:
    """It tells the dead, the damage, the votes of an event of that kind."""
    rule = draft.trigger.rule
    return (rule.toll and cause in rule.anaphora) or cause in kinds.load()[draft.kind].part_of


def is_toll(draft: Draft) -> bool:
    """It tells what something brought about, whatever that was."""
    return draft.trigger.rule.toll or bool(kinds.load()[draft.kind].part_of)


def encounter(kind: str) -> bool:
    """Those who are there take part in it alike: a meeting, talks, a summit; no visit."""
    row = kinds.load()[kind]
    return row.family == "contact" and row.roles.get("subject") is Role.PARTICIPANT


def starts(draft: Draft, group: Group) -> bool:
    """One is the verb that begins or ends the other, which is its object or subject: "launched a campaign"."""
    return any(_phase_of(one, other) for old in group.near for one, other in ((draft, old), (old, draft)))


def _phase_of(verb: Draft, noun: Draft) -> bool:
    carries = verb.trigger.verb and not noun.trigger.verb and noun.trigger.carrier == verb.trigger.place
    if not carries or not noun.trigger.support or not kinds.load()[verb.kind].phase:
        return False
    acts_on = "object" in verb.trigger.arguments[verb.trigger.rule.id].syntactic
    return noun.trigger.carried_as != "subject" or not acts_on
