"""What speaks against one event: another day, another place, other people, another act, a word that says it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.events import kinship
from timeline.claims.events.groups import overlap
from timeline.claims.happening.verb_factuality import FINAL, PAST
from timeline.claims.tree import clause
from timeline.claims.who.antecedents import WORDS
from timeline.lang import kinds
from timeline.model.vocabulary import Occurrence, Role

if TYPE_CHECKING:
    from timeline.claims.events.draft import Draft
    from timeline.claims.events.groups import Group
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex

_BESIDE: Final = (Role.CHAIR, Role.MEDIATOR, Role.SPEAKER)
_AHEAD: Final = (Occurrence.EXPECTED, Occurrence.CONFIRMED, Occurrence.PROPOSED)
_BEFORE_IT: Final = 4
"""How many words before a noun its article and adjectives may take."""


def named(draft: Draft) -> set[str]:
    """Who is in it by name, those who merely preside or call for it aside."""
    return {key for key, role, _ in draft.participants if not key.startswith(WORDS) and role not in _BESIDE}


def meet(draft: Draft, group: Group) -> bool:
    """Date and place allow it; what is put off has two dates, where a noun points back to it."""
    moved = draft.anaphor and Occurrence.POSTPONED in (draft.says, *(other.says for other in group.lately))
    days = group.timexes
    if not moved and draft.timex is not None and days and not any(overlap(draft.timex, day) for day in days):
        return False
    return not draft.place or not group.places or any(_same_place(draft, other) for other in group.lately)


def _same_place(draft: Draft, other: Draft) -> bool:
    """The same, or one within the other as far as the tables know: a town and its country."""
    if other.place is None or draft.place == other.place:
        return other.place is not None
    wide = draft.country == other.country and draft.country is not None
    return wide and "country" in (draft.place_kind, other.place_kind)


def people(draft: Draft, group: Group) -> bool:
    """Those who are named share nobody with those of the event; of a contact each mention names its own pair."""
    if _other_pair(draft, group):
        return True
    mine = named(draft)
    return not (draft.implied or not mine or not group.keys or bool(mine & group.keys))


def _other_pair(draft: Draft, group: Group) -> bool:
    """Contacts of which each mention names two persons or more, and which share fewer than two of them, are two."""
    if kinds.load()[draft.kind].family != "contact":
        return False
    mine = _persons(draft)
    pairs = [persons for other in group.lately if len(persons := _persons(other)) > 1]
    return len(mine) > 1 and bool(pairs) and all(len(mine & persons) < 2 for persons in pairs)


def _persons(draft: Draft) -> set[str]:
    return {key for key in named(draft) if key.startswith("person:")}


def groups_of_people(draft: Draft, group: Group) -> bool:
    """Both tell of people without a name, and of others: "nurses", "teachers"."""
    mine = {key for key in draft.keys if key.startswith(WORDS)}
    theirs = {key for key in group.keys if key.startswith(WORDS)}
    return bool(mine) and bool(theirs) and not mine & theirs


def status(draft: Draft, group: Group) -> bool:
    """What is planned is not what has been."""
    ahead = [other.says in _AHEAD for other in group.lately]
    past = [other.says in PAST for other in group.lately]
    return (draft.says in _AHEAD and all(past)) or (draft.says in PAST and all(ahead))


def yet_to_come(draft: Draft, group: Group) -> bool:
    """What is planned, or off, is not the event of another kind that has been: "they spoke; they agreed to meet"."""
    ahead = not draft.anaphor and (draft.says in _AHEAD or draft.says in FINAL)
    return ahead and draft.kind != group.kind and all(other.says in PAST for other in group.lately)


def other_act(draft: Draft, group: Group) -> bool:
    """Verbs of different meaning in a wide kind: "a promis", "a accusé" are two statements of one speaker."""
    if kinds.load()[draft.kind].vague and any(one.trigger.rule.any_verb for one in (draft, *group.lately)):
        return all(other.trigger.wording != draft.trigger.wording for other in group.lately)
    if not draft.trigger.verb or not kinds.load()[draft.kind].acts:
        return False
    return all(other.trigger.verb and not _same_act(draft, other) for other in group.lately)


def _same_act(draft: Draft, other: Draft) -> bool:
    """The same word, or words of one row done to the same one by the same one: "buys", "purchased"."""
    if other.trigger.wording == draft.trigger.wording:
        return True
    kind = kinds.load()[draft.kind]
    if other.trigger.rule is not draft.trigger.rule or kind.steps:
        return False
    return len(named(draft) & named(other)) > 1


def other_sort(reading: Reading, draft: Draft, group: Group) -> bool:
    """Nouns of one kind for different things: a storm is no quake, though "the disaster" may be either."""
    if draft.trigger.verb or not kinds.load()[draft.kind].sorts:
        return False
    rows = reading.pack.same_events
    mine = rows.get(draft.word)
    nouns = [other for other in group.lately if other.kind == draft.kind and not other.trigger.verb]
    known = {rows.get(other.word) for other in nouns} - {None}
    return mine != 0 and 0 not in known and bool(nouns) and draft.word not in group.words and mine not in known


def novel(reading: Reading, draft: Draft) -> bool:
    """It is told as something new: "a strike", "another attack"; of a verb, its subject or object is another."""
    pack, place = reading.pack, draft.trigger.place
    others = pack.words("others")
    below = set(reading.children[place]) if reading.tree else set()
    if draft.trigger.verb:
        below |= {grand for child in below if reading.nominal(child) for grand in reading.children[child]}
        return any(reading.lower[child] in others for child in below)
    start = reading.sentence_bounds(place)[0]
    before = range(place - 1, max(start, place - _BEFORE_IT) - 1, -1)
    for at in before:
        word = reading.lower[at]
        if word in others or word in pack.words("indefinite"):
            return True
        if reading.tree and reading.tokens[at].pos not in ("ADJ", "NUM", "PROPN", "NOUN", "DET"):
            break
    return any(reading.lower[child] in others for child in below)


def toll_of_its_own_time(draft: Draft, group: Group) -> bool:
    """The dead of a year or a week are counted for themselves: "1,600 died in 2024", of which one shipwreck was a part."""
    tells = [one for one in (draft, *group.lately) if kinship.is_toll(one) and one.timex is not None]
    event = [one.timex for one in (draft, *group.lately) if not kinship.is_toll(one) and one.timex is not None]
    return any(one.timex not in event and not _within(one.timex, event) for one in tells)


def _within(toll: Timex | None, event: list[Timex]) -> bool:
    """Its days lie in those of the event: the toll names the hour of the day."""
    if toll is None or toll.earliest is None or toll.latest is None:
        return False
    return any((d.earliest or "9999") <= toll.earliest and toll.latest <= (d.latest or "0000") for d in event)


def one_of_the_dead(reading: Reading, draft: Draft, group: Group) -> bool:
    """A disaster kills many in many ways: one person is told of for himself ("a man was crushed by a tree")."""
    if group.kind != "disaster" or not draft.trigger.verb or not reading.tree:
        return False
    place = draft.trigger.place
    heads = clause.subjects(reading, place) if draft.trigger.passive else clause.objects(reading, place)
    heads = heads or clause.subjects(reading, place)
    causes = {other.trigger.place for other in group.near}
    if causes & set(clause.subjects(reading, place)):
        return False  # "an earthquake struck, killing one man": the sentence says what killed him
    return bool(heads) and all("Number=Sing" in reading.token(head).morph for head in heads)


def toll_of_another(draft: Draft, group: Group) -> bool:
    """Others than those who did it have done this, it was elsewhere, or the dead one has a name, which is news by itself."""
    tells, event = (draft, group.lately) if kinship.is_toll(draft) else (group.drafts[0], [draft])
    doers = {key for key, role, _ in tells.participants if role is Role.AGENT and not key.startswith(WORDS)}
    theirs = {
        key for one in event for key, role, _ in one.participants if role is Role.AGENT and not key.startswith(WORDS)
    }
    if doers and theirs and not doers & theirs:
        return True
    if draft.place is not None and draft.place not in group.places and draft is tells:
        return True
    victims = {key for key, role, _ in tells.participants if role is Role.PATIENT and key.startswith("person:")}
    return bool(victims) and not victims & {key for one in event for key in one.keys}
