"""What tells an event noun that names something that took place from one that only speaks of such things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.claims.happening import gaps
from timeline.claims.tree import clause, phrases
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.tree.tense import Tense, tense_of
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.reading import Reading


def narrated(reading: Reading, trigger: Trigger) -> bool:
    """Named for the first time where the article tells what happened ("un incendie" in a past clause), or alone in the headline."""
    place = trigger.place
    if reading.quoted[place]:
        return False
    head = clause.introduced(reading, place)
    named = {reading.lower[c] for c in reading.children[head] if reading.dep(c) in ("det", "nummod")}
    if reading.titled(place):
        return not named & reading.pack.words("definite") and not any(reading.verbal(a) for a in reading.climb(place))
    if not named & reading.pack.words("indefinite"):
        return False
    verb = next((a for a in reading.climb(place) if reading.verbal(a)), NOWHERE)
    return verb != NOWHERE and clause.finite(reading, verb) and tense_of(reading, verb) is Tense.PAST


def counted_from(reading: Reading, trigger: Trigger) -> bool:
    """The text counts the days to it or from it: it took place at a time."""
    edge = phrases.noun_edge(reading, trigger.place)
    classes, first = phrases.preposition_before(reading, edge)
    return bool({"before", "after"} & set(classes)) and gaps.counted(reading, first, edge) is not None


def announced(reading: Reading, trigger: Trigger) -> bool:
    """The noun above says whether it happens: "le projet de fermeture", "l'annonce d'une grève"."""
    head = reading.heads[trigger.place]
    governs_it = reading.lower[head] in reading.pack.governing_nouns
    return governs_it and reading.dep(trigger.place) == "nmod" and head < trigger.place


def likened(reading: Reading, trigger: Trigger) -> bool:
    """Inside a quotation, what something is called is no event: "c'est une attaque contre l'école"."""
    if trigger.verb or not reading.tree or not reading.quoted[trigger.place]:
        return False
    place = trigger.place
    while reading.dep(place) in ("conj", "appos", "nmod") and reading.heads[place] != place:
        if any(True for _ in reading.with_dep(place, "case")):
            return False
        place = reading.heads[place]
    return any(True for _ in reading.with_dep(place, "cop"))


def dropped(reading: Reading, trigger: Trigger) -> bool:
    """Somebody gives it up, and nothing more is said of what it was to be: "scrapped plans for a stadium"."""
    if trigger.carrier == NOWHERE or trigger.carried_as == "subject":
        return False
    if tense_of(reading, trigger.carrier) is Tense.INFINITIVE:  # "refused to drop the plans"
        return False
    said = any(True for _ in reading.with_dep(trigger.place, "acl", "ccomp", "acl:relcl"))
    return not said and clause.governs(reading, trigger.carrier) in (Occurrence.CANCELLED, Occurrence.POSTPONED)
