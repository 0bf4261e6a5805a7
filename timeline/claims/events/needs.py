"""What a trigger row asks of its sentence before it counts as an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.events import event_nouns
from timeline.claims.tree import clause, phrases
from timeline.claims.tree.mention import Sort
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.tree.tense import Tense, tense_of
from timeline.model.vocabulary import Role

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.claims.roles.arguments import Arguments
    from timeline.claims.tree.reading import Reading
    from timeline.lang.claim_triggers import TriggerRule

_WINDOW: Final = 7
_SCARE_QUOTES: Final = 4
"""How many words at most a writer puts between quotation marks to hold them at arm's length."""
_ACCOMPLISHED: Final = (Tense.PAST, Tense.FUTURE, Tense.CONDITIONAL_PERFECT)
_PEOPLE: Final = (Sort.PERSON, Sort.GROUP, Sort.PRONOUN, Sort.PAIR)


def met(reading: Reading, trigger: Trigger, found: Arguments, *, dated: bool) -> bool:
    rule = trigger.rule
    facts = _facts(reading, trigger, found, dated=dated)
    facts |= {"date"} if dated or "lead" in facts else set()
    if not all(need & facts for need in rule.needs) or event_nouns.likened(reading, trigger):
        return False
    return trigger.verb or bool(rule.needs) or bool(facts & {"actor", "date", "support", "planned"})


def settle(reading: Reading, trigger: Trigger) -> bool:
    """Keeps the senses that the words around allow; asked first, so that a word in another sense owns no date."""
    spoken = [rule for rule in trigger.senses if not rule.any_verb and _spoken_of(reading, trigger, rule)]
    barred = not reading.pack.wide and any(_barred(reading, trigger, rule) for rule in spoken)
    trigger.senses = tuple(
        rule for rule in trigger.senses if _worded(reading, trigger, rule) and not (barred and rule.any_verb)
    )
    if trigger.senses:
        trigger.rule = trigger.senses[0]
    return bool(trigger.senses)


def _worded(reading: Reading, trigger: Trigger, rule: TriggerRule) -> bool:
    return _spoken_of(reading, trigger, rule) and not _barred(reading, trigger, rule)


def _spoken_of(reading: Reading, trigger: Trigger, rule: TriggerRule) -> bool:
    """The row's own words and things are there, so that it is a sense of the word here."""
    if rule.with_words and not rule.with_words & set(_sentence(reading, trigger)):
        return False
    return not rule.things or _about(reading, trigger, rule)


def _barred(reading: Reading, trigger: Trigger, rule: TriggerRule) -> bool:
    """A word beside it gives it another sense, which is no act either ("créer la polémique")."""
    return bool(rule.without and rule.without & set(_around(reading, trigger)))


def _about(reading: Reading, trigger: Trigger, rule: TriggerRule) -> bool:
    """One of the row's things is what the verb is about, or colours it ("interest rates", "a package of sanctions")."""
    if not reading.tree or not trigger.verb:
        return bool(rule.things & set(_around(reading, trigger)))
    heads = clause.objects(reading, trigger.place) or clause.subjects(reading, trigger.place)
    below = [*heads, *(child for head in heads for child in reading.children[head] if _colours(reading, child))]
    return any(reading.lower[place] in rule.things for place in below)


def _colours(reading: Reading, place: int) -> bool:
    """It stands before its noun, beside it or behind "of"; "talks with the bank" are not about a bank."""
    if reading.dep(place) != "nmod":
        return True
    return "of" in phrases.preposition_before(reading, phrases.noun_edge(reading, place))[0]


def _sentence(reading: Reading, trigger: Trigger) -> list[str]:
    first, last = reading.sentence_bounds(trigger.place)
    return reading.lower[first:last]


def _around(reading: Reading, trigger: Trigger) -> list[str]:
    first, last = reading.sentence_bounds(trigger.place)
    return (
        reading.lower[max(first, trigger.place - _WINDOW) : trigger.place]
        + reading.lower[trigger.last : min(last, trigger.last + _WINDOW)]
    )


def _facts(reading: Reading, trigger: Trigger, found: Arguments, *, dated: bool) -> set[str]:
    facts = set(found.syntactic)
    for mention, where, _ in found.participants:
        if mention.sort is Sort.THING:
            continue
        facts |= {"actor", f"{where}:actor"}
        if mention.sort in _PEOPLE:
            facts |= {"person", f"{where}:person"}
    facts.add("passive" if trigger.passive else "active")
    held = {
        "place": found.place is not None,
        "support": (trigger.support and not _closes(reading, trigger))
        or (trigger.carrier != NOWHERE and _governed(reading, trigger)),
        "tail": trigger.last > trigger.place + 1,
        "planned": _planned(reading, trigger),
    }
    facts |= {fact for fact, holds in held.items() if holds}
    return facts | (_verb_facts(reading, trigger, dated=dated) if trigger.verb else _noun_facts(reading, trigger))


def _closes(reading: Reading, trigger: Trigger) -> bool:
    """Such as "the deal is expected to close in May": a step of what the article has told."""
    if trigger.verb or trigger.carrier == NOWHERE or anaphoric(reading, trigger) != "definite":
        return False
    return reading.lower[trigger.carrier] in reading.pack.verb_forms("closings")


def _verb_facts(reading: Reading, trigger: Trigger, *, dated: bool) -> set[str]:
    held = {
        "intransitive": not trigger.passive and not any(True for _ in reading.with_dep(trigger.place, "obj")),
        "told": _told(reading, trigger, dated=dated),
        "office": _office(reading, trigger),
        "finite": clause.finite(reading, trigger.place) or reading.titled(trigger.place),
        "accomplished": reading.titled(trigger.place) or tense_of(reading, trigger.place) in _ACCOMPLISHED,
        "done": trigger.passive and _brought_about(reading, trigger.place),
        "future": tense_of(reading, trigger.place) is Tense.FUTURE,
        "to_do": tense_of(reading, trigger.place) is Tense.INFINITIVE,
        "due": _due(reading, trigger.place),
        "lead": _news(reading, trigger.place),
        "clause": any(True for _ in reading.with_dep(trigger.place, "ccomp", "xcomp")),
        "infinitive": _asks(reading, trigger.place),
    }
    return {fact for fact, holds in held.items() if holds}


def _noun_facts(reading: Reading, trigger: Trigger) -> set[str]:
    classes = phrases.preposition_before(reading, phrases.noun_edge(reading, trigger.place))[0]
    acts = trigger.carried_as in ("subject", "passive") and not trigger.support
    acts = acts and bool(clause.objects(reading, trigger.carrier))
    held = {
        "undergone": not acts,
        "dropped": event_nouns.dropped(reading, trigger),
        "carried": trigger.support or trigger.carried_as in ("subject", "passive") or _hinges(reading, trigger),
        "timed": bool({"before", "after"} & set(classes)),
        "support": event_nouns.counted_from(reading, trigger),
        "anaphor": bool(anaphoric(reading, trigger)),
        "told": reading.tree and event_nouns.narrated(reading, trigger),
        "planned": reading.tree and event_nouns.announced(reading, trigger),
    }
    return {fact for fact, holds in held.items() if holds}


def _hinges(reading: Reading, trigger: Trigger) -> bool:
    """Its verb, or a word on it, says whether it happens."""
    return _planned(reading, trigger) or (trigger.carrier != NOWHERE and _governed(reading, trigger))


def _told(reading: Reading, trigger: Trigger, *, dated: bool) -> bool:
    """The sentence reports the act: no background imperfect, and without a date no infinitive of purpose and no quotation."""
    place = trigger.place
    if dated or not reading.tree:
        return not (reading.tree and (_imperfect(reading, place) or _aimed_at(reading, place)))
    if reading.quoted[place] and not _scare_quoted(reading, place) and not _taken_over(reading, place):
        return False
    marks = {reading.lower[c] for c in reading.with_dep(place, "mark")}
    tense = tense_of(reading, place)
    if marks & reading.pack.words("conditions") or (tense is Tense.PRESENT and marks & reading.pack.words("whenever")):
        return False
    if tense is Tense.INFINITIVE and _completes(reading, place):
        return True
    if tense is Tense.INFINITIVE:
        return any(clause.is_transparent(reading, verb) for verb in list(clause.verbs_above(reading, place))[1:])
    return not _imperfect(reading, place)


def _aimed_at(reading: Reading, place: int) -> bool:
    """An infinitive of purpose without a date of its own, whatever its sentence has: "pour signer un accord"."""
    if tense_of(reading, place) is not Tense.INFINITIVE:
        return False
    below = reading.children[place]
    if not any(reading.lower[c] in reading.pack.words("purposes") for c in below):
        return False
    return all(reading.timex_of[c] == NOWHERE for c in below)


def _completes(reading: Reading, place: int) -> bool:
    """An infinitive that says what a plan, a threat, ... is about: "plans to sell the unit"."""
    return (
        reading.dep(place) in ("acl", "acl:relcl")
        and reading.lower[reading.heads[place]] in reading.pack.governing_nouns
    )


def _due(reading: Reading, place: int) -> bool:
    """An infinitive under the verb that makes a future: "va livrer", "devait signer"."""
    head = reading.heads[place]
    future = reading.lower[head] in reading.pack.verb_forms("future_aux")
    return future and reading.dep(place) == "xcomp" and tense_of(reading, place) is Tense.INFINITIVE


def _brought_about(reading: Reading, place: int) -> bool:
    """A passive that tells of a change and not of the state after it: "a été endommagé", no "est endommagé"."""
    if clause.joined(reading, place):
        return _brought_about(reading, reading.heads[place])
    perfect = any(True for _ in reading.with_dep(place, "aux:tense")) or _to_be_done(reading, place)
    return perfect or any("Tense=Fut" in reading.token(c).morph for c in reading.with_dep(place, "aux:pass", "cop"))


def _to_be_done(reading: Reading, place: int) -> bool:
    """Such as "devrait être bouclée", "pourrait être fermé": a passive under the verb that makes a future or leaves it open."""
    pack, head = reading.pack, reading.heads[place]
    ahead = pack.verb_forms("future_aux") | pack.verb_forms("possible_aux")
    return reading.dep(place) == "xcomp" and reading.lower[head] in ahead and clause.is_passive(reading, place)


def _news(reading: Reading, place: int) -> bool:
    """The verb of the headline or of the lead, or one beside it, tells the day's news, dated or not; a present in a sentence is usual."""
    if not reading.lead(place) or (tense_of(reading, place) is Tense.PRESENT and not reading.headline(place)):
        return False
    while reading.dep(place) == "conj":
        place = reading.heads[place]
    return reading.heads[place] == place


def _asks(reading: Reading, place: int) -> bool:
    """It tells somebody to do something: an infinitive hangs from it."""
    return any(tense_of(reading, verb) is Tense.INFINITIVE for verb in reading.with_dep(place, "xcomp", "ccomp"))


def _scare_quoted(reading: Reading, place: int) -> bool:
    """Inside quotation marks alone or nearly so: words of the article that it holds at arm's length."""
    first, last = reading.sentence_bounds(place)
    behind = next((p for p in range(place, last) if not reading.quoted[p]), last)
    before = next((p for p in range(place, first - 1, -1) if not reading.quoted[p]), first - 1)
    return behind - before - 1 <= _SCARE_QUOTES


def _taken_over(reading: Reading, place: int) -> bool:
    """Such as 'The men "set fire to cars"': somebody's words that go on a sentence of the article, whose subject stands outside."""
    subjects = clause.subjects(reading, place)
    return bool(subjects) and all(p < place and not reading.quoted[p] for p in subjects)


def _imperfect(reading: Reading, place: int) -> bool:
    """The verb stands in the imperfect, or its auxiliary of voice does: what was usual or under way."""
    own = reading.token(place).morph
    if "Tense=Imp" in own:
        return True
    return any("Tense=Imp" in reading.token(c).morph for c in reading.with_dep(place, "aux:pass", "cop"))


def _governed(reading: Reading, trigger: Trigger) -> bool:
    """Its verb says whether it happens: proposes it, calls it off, announces it, ..."""
    announced = reading.lower[trigger.carrier] in reading.pack.verb_forms("announcers")
    return announced or clause.governs(reading, trigger.carrier) is not None


def _office(reading: Reading, trigger: Trigger) -> bool:
    """The verb says what somebody becomes: a noun of office behind it that is not the one it names."""
    last = min(reading.sentence_bounds(trigger.place)[1], trigger.last + _WINDOW)
    offices = [p for p in range(trigger.last, last) if reading.lower[p] in reading.pack.singular_people]
    return any(reading.dep(p) != "obj" or reading.lower[p - 1] in reading.pack.words("indefinite") for p in offices)


def _planned(reading: Reading, trigger: Trigger) -> bool:
    """A word on the noun says whether it will be, was called off, ..."""
    below = [c for place in range(trigger.place, trigger.last) for c in reading.children[place]] if reading.tree else []
    return any(reading.lower[c] in reading.pack.modifiers for c in below)


def attended(reading: Reading, trigger: Trigger) -> bool:
    """Its clause says no more of it than who takes part: "attends the meeting", "participe à la réunion"."""
    if trigger.verb or trigger.carrier == NOWHERE or trigger.carried_as != "object":
        return False
    return reading.pack.support_roles.get(reading.lower[trigger.carrier]) is Role.PARTICIPANT


def anaphoric(reading: Reading, trigger: Trigger) -> str:
    """Either "demonstrative" or "definite" when the noun points back; empty when it does not, or is a verb."""
    if trigger.verb:
        return ""
    pack = reading.pack
    for place in range(trigger.place - 1, max(-1, trigger.place - 4), -1):
        word = reading.lower[place]
        if word in pack.words("demonstratives"):
            return "demonstrative"
        if word in pack.words("definite"):
            return "definite"
        if reading.tokens[place].pos not in ("ADJ", "NUM", "PROPN", "NOUN", ""):
            return ""
    return ""
