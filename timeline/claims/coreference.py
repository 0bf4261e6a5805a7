"""Which drafts speak of one event: pointing nouns join what came before, repeated mentions join when nothing speaks against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from timeline.claims.antecedents import WORDS
from timeline.claims.verb_factuality import FINAL, PAST
from timeline.lang import kinds
from timeline.model.vocabulary import Occurrence, Role

if TYPE_CHECKING:
    from timeline.claims.draft import Draft
    from timeline.claims.reading import Reading
    from timeline.model.timex import Timex

_LOOK_BACK: Final = 12
_NEAR: Final = 2
"""How many sentences back what somebody joins may have been named."""
_TOLL_REACH: Final = 4
"""How many sentences back the cause of deaths may have been told."""
_BESIDE: Final = (Role.CHAIR, Role.MEDIATOR, Role.SPEAKER)
_PLANNED: Final = (Occurrence.EXPECTED, Occurrence.CONFIRMED, Occurrence.PROPOSED)


@dataclass(slots=True)
class Group:
    """Drafts of one event; `kind` the most specific that any of them gave."""

    kind: str
    drafts: list[Draft] = field(default_factory=list)

    @property
    def keys(self) -> set[str]:
        return {key for draft in self.drafts for key in draft.keys}

    @property
    def words(self) -> set[str]:
        return {draft.word for draft in self.drafts}

    @property
    def timexes(self) -> list[Timex]:
        return [draft.timex for draft in self.drafts if draft.timex is not None]

    @property
    def places(self) -> set[str]:
        return {draft.place for draft in self.drafts if draft.place is not None}


def join(reading: Reading, drafts: list[Draft]) -> list[Group]:
    """Groups in the order of their first mention. A pointing noun that finds nothing before it and says nothing new is dropped."""
    groups: list[Group] = []
    for draft in drafts:
        group = _antecedent(reading, draft, groups)
        if group is None:
            if not draft.complete:
                draft.event = -1
                continue
            group = Group(draft.kind)
            groups.append(group)
        _enter(group, draft)
        draft.event = groups.index(group)
    return groups


def _enter(group: Group, draft: Draft) -> None:
    known = kinds.load()
    if (
        known[group.kind].generic
        and known[draft.kind].family == known[group.kind].family
        and not draft.trigger.rule.only_anaphora
    ):
        group.kind = draft.kind
    if group.drafts and draft.cue == "present" and draft.timex is None:
        draft.says = group.drafts[-1].says
    group.drafts.append(draft)


def _antecedent(reading: Reading, draft: Draft, groups: list[Group]) -> Group | None:
    candidates = [g for g in groups[-_LOOK_BACK:] if _kind_fits(draft, g)]
    if draft.anaphor == "demonstrative" or (draft.anaphor and (draft.trigger.rule.only_anaphora or not draft.complete)):
        pointed = _pointed(draft, candidates)
        if pointed is not None:
            return pointed
    if draft.trigger.rule.only_anaphora:
        return None
    if (cause := _cause(reading, draft, candidates)) is not None:
        return cause
    if draft.joins and (near := _near(reading, draft, candidates)):
        return near
    where = _relative(reading, draft, candidates) or _same_sentence(reading, draft, candidates)
    if where is not None:
        return where
    fits = [g for g in candidates if _same_event(draft, g)]
    return fits[-1] if fits else None


def _kind_fits(draft: Draft, group: Group) -> bool:
    known = kinds.load()
    if draft.kind == group.kind or group.kind in draft.trigger.rule.anaphora or _toll(draft, group):
        return True
    mine, other = known[draft.kind], known[group.kind]
    if mine.family != other.family:
        return False
    return mine.generic or (other.generic and bool(set(draft.keys) & group.keys))


def _toll(draft: Draft, group: Group) -> bool:
    """One tells of the dead and injured of the other: "three were killed in a crash"."""
    if draft.trigger.verb and group.kind in draft.trigger.rule.anaphora:
        return True
    return any(other.trigger.verb and draft.kind in other.trigger.rule.anaphora for other in group.drafts)


def _cause(reading: Reading, draft: Draft, candidates: list[Group]) -> Group | None:
    """Deaths and injuries of nobody's making and of no day of their own belong to the crash, the attack or the storm told of before."""
    trigger = draft.trigger
    if not trigger.rule.toll or draft.timex is not None or any(role is Role.AGENT for _, role, _ in draft.participants):
        return None
    here = reading.sentence_of[trigger.place]
    for group in reversed(candidates):
        last = group.drafts[-1].trigger.place
        told = group.kind in trigger.rule.anaphora and here - reading.sentence_of[last] <= _TOLL_REACH
        if told and any(d.says in PAST for d in group.drafts):
            return group
    return None


def _near(reading: Reading, draft: Draft, candidates: list[Group]) -> Group | None:
    """What somebody takes part in ("attends the meeting"): the event just before, whoever else was said to be there."""
    here = reading.sentence_of[draft.trigger.place]
    for group in reversed(candidates):
        last = group.drafts[-1].trigger.place
        if here - reading.sentence_of[last] <= _NEAR and _where_and_when_meet(draft, group):
            return group
    return None


def _pointed(draft: Draft, candidates: list[Group]) -> Group | None:
    """What was called by the same word, else what fits the noun best, the latest first."""
    fits = [g for g in candidates if _no_conflict(draft, g)]
    same_word = [g for g in fits if draft.word in g.words]
    if same_word:
        return same_word[-1]
    order = draft.trigger.rule.anaphora
    exact = [g for g in fits if order and g.kind == order[0]] if draft.trigger.rule.only_anaphora else []
    return exact[-1] if exact else fits[-1] if fits else None


def _no_conflict(draft: Draft, group: Group) -> bool:
    if not _where_and_when_meet(draft, group) or _other_pair(draft, group):
        return False
    mine = {key for key in draft.keys if not key.startswith(WORDS)}
    return draft.implied or not mine or not group.keys or bool(mine & group.keys)


def _where_and_when_meet(draft: Draft, group: Group) -> bool:
    if draft.timex is not None and group.timexes and not any(_overlap(draft.timex, t) for t in group.timexes):
        return False
    return not (draft.place and group.places and draft.place not in group.places)


def _other_pair(draft: Draft, group: Group) -> bool:
    """Contacts of which each mention names two persons or more, and which share fewer than two of them, are two."""
    if kinds.load()[draft.kind].family != "contact":
        return False
    mine = _persons(draft)
    pairs = [persons for other in group.drafts if len(persons := _persons(other)) > 1]
    return len(mine) > 1 and bool(pairs) and all(len(mine & persons) < 2 for persons in pairs)


def _persons(draft: Draft) -> set[str]:
    return {key for key, role, _ in draft.participants if key.startswith("person:") and role not in _BESIDE}


def _yet_to_come(draft: Draft, group: Group) -> bool:
    """What is planned, or off, is not the event of another kind that has been: "they spoke; they agreed to meet"."""
    ahead = not draft.anaphor and (draft.says in _PLANNED or draft.says in FINAL)
    return ahead and draft.kind != group.kind and all(other.says in PAST for other in group.drafts)


def _other_act(draft: Draft, group: Group) -> bool:
    """Verbs of different meaning in a wide kind: "a promis", "a accusé" are two statements of one speaker."""
    if not draft.trigger.verb or not kinds.load()[draft.kind].acts:
        return False
    return all(other.trigger.verb and other.trigger.wording != draft.trigger.wording for other in group.drafts)


def _relative(reading: Reading, draft: Draft, candidates: list[Group]) -> Group | None:
    """Such as "Un sommet à Budapest, où X et Y se rencontreront": the relative clause tells of the same event."""
    if not draft.trigger.verb:
        return None
    candidates = [g for g in candidates if not g.drafts[-1].trigger.verb]
    first = reading.sentence_bounds(draft.trigger.place)[0]
    relatives = reading.pack.words("relatives_place")
    openers = [
        p for p in range(max(first, draft.trigger.place - 12), draft.trigger.place) if reading.lower[p] in relatives
    ]
    for group in reversed(candidates):
        last = group.drafts[-1].trigger
        if openers and first <= last.place < openers[-1] and openers[-1] - last.last <= 8:
            return group
    return None


def _same_sentence(reading: Reading, draft: Draft, candidates: list[Group]) -> Group | None:
    """A verb under another of the same kind tells of one event: "bombed the port, killing three"."""
    if not reading.tree:
        return None
    for group in reversed(candidates):
        for other in group.drafts:
            one, two = draft.trigger.place, other.trigger.place
            linked = two in reading.climb(one) or one in reading.climb(two)
            if _other_act(draft, group):
                continue
            if (
                (group.kind == draft.kind or _toll(draft, group))
                and linked
                and reading.sentence_of[one] == reading.sentence_of[two]
            ):
                return group
    return None


def _same_event(draft: Draft, group: Group) -> bool:
    """The same people at it, or the same bare noun again, with date and place that allow it."""
    if not _no_conflict(draft, group) or _yet_to_come(draft, group) or _other_act(draft, group):
        return False
    mine, theirs = set(draft.keys), group.keys
    if mine and theirs:
        shared = mine & theirs
        if draft.kind != group.kind and len(shared) < 2:
            return False
        return bool(shared) and (mine <= theirs or theirs <= mine or len(shared) >= 2 or _dates_equal(draft, group))
    if draft.anaphor and not mine and draft.kind == group.kind and not kinds.load()[draft.kind].steps:
        return True
    if draft.word not in group.words:
        return _dates_equal(draft, group) and bool(draft.place and draft.place in group.places)
    return draft.anaphor != "" or _dates_equal(draft, group)


def _dates_equal(draft: Draft, group: Group) -> bool:
    return draft.timex is not None and any(t.edtf == draft.timex.edtf for t in group.timexes)


def _overlap(one: Timex, other: Timex) -> bool:
    low = max(one.earliest or "0000", other.earliest or "0000")
    high = min(one.latest or "9999", other.latest or "9999")
    return low <= high
