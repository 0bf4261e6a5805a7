"""Which drafts speak of one event: pointing nouns join what came before, repeated mentions join when nothing speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.events import conflicts, kinship
from timeline.claims.events.groups import Group, dates_equal
from timeline.claims.tree import clause
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.tree.tense import Tense, tense_of
from timeline.lang import kinds
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.claims.events.draft import Draft
    from timeline.claims.tree.reading import Reading

__all__ = ["Group", "join"]

_LOOK_BACK: Final = 12
_WIDER: Final = 4
"""Where everything is read, so many times as many events stand between two mentions of one."""
_COMPLEMENTS: Final = ("xcomp", "ccomp", "advcl")
_GATHERINGS: Final = ("meeting", "talks", "summit")
_SPOKEN: Final = {"statement": "statement", "deal": "agreement"}
"""What an infinitive may tell, and what its verb then tells of the same event."""
_NEAR: Final = 2
"""How many sentences back what somebody joins may have been named."""
_TOLD_WITHIN: Final = 6
"""How many sentences behind an event its dead, its damage, its votes are still its own."""
_AGAIN_WITHIN: Final = 4
"""How many sentences back an event may be that is told again in other words."""


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
    more_telling = known[group.kind].generic and known[draft.kind].family == known[group.kind].family
    of_it = kinship.starts(draft, group) and not draft.trigger.verb
    cause = bool(group.drafts) and all(kinship.counts(other, draft.kind) for other in group.drafts)
    if (more_telling or of_it or cause) and not draft.trigger.rule.only_anaphora:
        group.kind = draft.kind
    if group.drafts and draft.cue == "present" and draft.timex is None:
        draft.says = group.drafts[-1].says
    group.drafts.append(draft)


def _antecedent(reading: Reading, draft: Draft, groups: list[Group]) -> Group | None:
    back = _LOOK_BACK * _WIDER if reading.pack.wide else _LOOK_BACK
    candidates = [g for g in groups[-back:] if kinship.fits(draft, g)]
    candidates = [g for g in candidates if not conflicts.other_sort(reading, draft, g)]
    candidates = [g for g in candidates if not any(_opened(reading, draft, other) for other in g.near)]
    if not draft.trigger.verb and draft.kind in _GATHERINGS and conflicts.novel(reading, draft):
        candidates = [g for g in candidates if not _told_beside(reading, draft, g)]
    pointing = draft.anaphor and (draft.trigger.rule.only_anaphora or not draft.complete)
    if (draft.anaphor == "demonstrative" or pointing) and (pointed := _pointed(draft, candidates)) is not None:
        return pointed
    if draft.trigger.rule.only_anaphora:
        return None
    return (
        _same_words(reading, draft, groups) or _here(reading, draft, candidates) or _before(reading, draft, candidates)
    )


def _here(reading: Reading, draft: Draft, candidates: list[Group]) -> Group | None:
    """What the sentence itself ties together."""
    near = _near(reading, draft, candidates) if draft.joins else None
    return near or _relative(reading, draft, candidates) or _same_sentence(reading, draft, candidates)


def _before(reading: Reading, draft: Draft, candidates: list[Group]) -> Group | None:
    """What the article has told before: by the same people or word, else in other words."""
    fits = [g for g in candidates if _same_event(draft, g)]
    if fits:
        return fits[-1]
    again = [g for g in candidates if _told_again(reading, draft, g)]
    return max(again, key=lambda g: (draft.word in g.words, g.last), default=None)


def _same_words(reading: Reading, draft: Draft, groups: list[Group]) -> Group | None:
    """What somebody's words are for ("wrote to the ministry to demand a hearing"), or what was agreed ("agreed to buy its rival"); what is demanded is an event of its own."""
    verb = draft.trigger.place
    if not draft.trigger.verb or draft.kind not in _SPOKEN or draft.timex is not None:
        return None
    if not reading.tree or reading.dep(verb) not in _COMPLEMENTS or tense_of(reading, verb) is not Tense.INFINITIVE:
        return None
    said = reading.heads[verb]
    kind = _SPOKEN[draft.kind]
    owns = (g for g in reversed(groups) for one in g.drafts if one.trigger.place == said and one.kind == kind)
    return next(owns, None)


def _near(reading: Reading, draft: Draft, candidates: list[Group]) -> Group | None:
    """What somebody takes part in ("attends the meeting"): the event just before, whoever else was said to be there."""
    for group in reversed(candidates):
        if _since(reading, draft, group) <= _NEAR and conflicts.meet(draft, group):
            return group
    return None


def _since(reading: Reading, draft: Draft, group: Group) -> int:
    """Sentences since the event was spoken of last."""
    return reading.sentence_of[draft.trigger.place] - reading.sentence_of[group.last]


def _pointed(draft: Draft, candidates: list[Group]) -> Group | None:
    """What was called by the same word, else what fits the noun best, the latest first."""
    fits = [g for g in candidates if conflicts.meet(draft, g) and not conflicts.people(draft, g)]
    same_word = [g for g in fits if draft.word in g.words]
    if same_word:
        return same_word[-1]
    order = draft.trigger.rule.anaphora
    exact = [g for g in fits if order and g.kind == order[0]] if draft.trigger.rule.only_anaphora else []
    return exact[-1] if exact else fits[-1] if fits else None


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
    """A verb under another of the same kind tells of one event: "bombed the port, killing three"; so does what a verb carries."""
    if not reading.tree:
        return None
    here = reading.sentence_of[draft.trigger.place]
    for group in reversed(candidates):
        if conflicts.other_act(draft, group) or (kinship.toll(draft, group) and not conflicts.meet(draft, group)):
            continue
        for other in group.near:
            if reading.sentence_of[other.trigger.place] == here and _linked(reading, draft, other, group):
                return group
    return None


def _linked(reading: Reading, draft: Draft, other: Draft, group: Group) -> bool:
    one, two = draft.trigger.place, other.trigger.place
    if two not in reading.climb(one) and one not in reading.climb(two):
        return False
    if _beside(reading, max(one, two), min(one, two)):
        return False
    if group.kind == draft.kind or kinship.toll(draft, group) or kinship.starts(draft, group):
        return True
    return _held(reading, draft, other) and kinship.encounter(draft.kind) and kinship.encounter(other.kind)


def _beside(reading: Reading, later: int, earlier: int) -> bool:
    """A clause with a subject of its own stands between them: "signed a pact in May, but later rounds failed to bring an accord"."""
    for place in (later, *reading.climb(later)):
        if place == earlier:
            return False
        if reading.dep(place) == "conj" and any(True for _ in reading.with_dep(place, "nsubj", "nsubj:pass")):
            return True
    return False


def _told_beside(reading: Reading, draft: Draft, group: Group) -> bool:
    """Such as "rencontrera des élus, puis présidera une réunion": a noun told as new under another verb of the sentence."""
    verbs = [one.trigger for one in group.near if one.trigger.verb]
    here = reading.sentence_of[draft.trigger.place]
    carrier = draft.trigger.carrier
    joined = reading.tree and carrier >= 0 and reading.dep(carrier) == "conj"
    return joined and any(reading.sentence_of[t.place] == here and reading.heads[carrier] == t.place for t in verbs)


def _opened(reading: Reading, draft: Draft, other: Draft) -> bool:
    """Such as "Condamné en mars, il a été relaxé": a past participle that opens the sentence tells what had been before."""
    first, second = sorted((draft.trigger.place, other.trigger.place))
    if not reading.tree or reading.dep(first) != "advcl" or reading.heads[first] != second:
        return False
    return "Tense=Past|VerbForm=Part" in reading.token(first).morph and draft.word != other.word


def _held(reading: Reading, draft: Draft, other: Draft) -> bool:
    """The noun of one hangs from the verb of the other: "will take it up at their summit"."""
    verb, noun = (draft, other) if draft.trigger.verb else (other, draft)
    if not verb.trigger.verb or noun.trigger.verb or clause.aside(reading, noun.trigger):
        return False
    above = next((a for a in reading.climb(noun.trigger.place) if reading.verbal(a)), NOWHERE)
    return above == verb.trigger.place


def _same_event(draft: Draft, group: Group) -> bool:
    """The same people at it, or the same bare noun again, with date and place that allow it."""
    if _apart(draft, group):
        return False
    mine, theirs = set(draft.keys), group.keys
    if mine and theirs:
        shared = mine & theirs
        if draft.kind != group.kind and len(shared) < 2:
            return False
        return bool(shared) and (mine <= theirs or theirs <= mine or len(shared) >= 2 or dates_equal(draft, group))
    if _points(draft, group) and not mine and _same_sort(draft, group) and not kinds.load()[draft.kind].steps:
        return True
    if draft.word not in group.words:
        return dates_equal(draft, group) and bool(draft.place and draft.place in group.places)
    return draft.anaphor != "" or dates_equal(draft, group)


def _apart(draft: Draft, group: Group) -> bool:
    return (
        not conflicts.meet(draft, group)
        or conflicts.people(draft, group)
        or conflicts.yet_to_come(draft, group)
        or conflicts.other_act(draft, group)
    )


def _told_again(reading: Reading, draft: Draft, group: Group) -> bool:
    """Other words, further on, for what the article has told, where nothing speaks against it."""
    announced = all(reading.titled(other.trigger.place) for other in group.near)
    if (conflicts.novel(reading, draft) and not announced) or not conflicts.meet(draft, group):
        return False
    if announced and draft.kind == group.kind and not _apart(draft, group) and not conflicts.status(draft, group):
        return True
    if kinship.toll(draft, group):
        return _its_toll(reading, draft, group)
    others = conflicts.status(draft, group) and conflicts.groups_of_people(draft, group)
    if conflicts.people(draft, group) or conflicts.other_act(draft, group) or conflicts.yet_to_come(draft, group):
        return False
    if draft.anaphor and not others:
        return _points(draft, group) and _definite(draft, group)
    return not others and draft.kind == group.kind and _synonym(reading, draft, group)


def _points(draft: Draft, group: Group) -> bool:
    """A noun that points back, and may mean more than its own word: "the first flight" takes up no unveiling."""
    return bool(draft.anaphor) and bool(draft.trigger.rule.anaphora or draft.word in group.words)


def _its_toll(reading: Reading, draft: Draft, group: Group) -> bool:
    near = _since(reading, draft, group) <= _TOLD_WITHIN
    apart = conflicts.toll_of_its_own_time(draft, group) or conflicts.toll_of_another(draft, group)
    apart = apart or conflicts.one_of_the_dead(reading, draft, group)
    return near and not apart and not conflicts.status(draft, group)


def _definite(draft: Draft, group: Group) -> bool:
    """A definite noun that names nobody else and no day of its own: "the deal, which regulators must approve"."""
    known = kinds.load()
    if conflicts.named(draft) - group.named or (known[draft.kind].vague and draft.word not in group.words):
        return False
    own_day = draft.timex is not None and draft.says is not Occurrence.POSTPONED
    if own_day and draft.kind != group.kind and not dates_equal(draft, group):
        return False
    steps = known[draft.kind].steps or known[group.kind].steps
    return not steps or (draft.timex is None and draft.kind == group.kind)


def _synonym(reading: Reading, draft: Draft, group: Group) -> bool:
    """A verb again, of a kind that an article tells of once: the strike and "have stopped work"."""
    if not draft.trigger.verb or not kinds.load()[draft.kind].once:
        return False
    near = _since(reading, draft, group) <= _AGAIN_WITHIN
    return near and not conflicts.status(draft, group) and not conflicts.groups_of_people(draft, group)


def _same_sort(draft: Draft, group: Group) -> bool:
    """The same kind, or one of its family that the noun may take up: "the accident", of a flood."""
    known = kinds.load()
    related = known[draft.kind].family == known[group.kind].family
    return draft.kind == group.kind or (related and group.kind in draft.trigger.rule.anaphora)
