"""The tense of a verb with its auxiliaries, in the few classes that matter to whether a thing happened."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.claims.tree.reading import Reading


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    NEEDED = "needed"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    CONDITIONAL_PERFECT = "conditional perfect"
    INFINITIVE = "infinitive"
    BARE = "bare participle"


def tense_of(reading: Reading, verb: int) -> Tense:
    """Many rules ask for the tense of a verb: it is read once."""
    known = reading.tenses.get(verb)
    if known is None:
        known = reading.tenses[verb] = _read(reading, verb)
    return known


def _read(reading: Reading, verb: int) -> Tense:
    auxiliaries = [
        c for c in reading.children[verb] if reading.tokens[c].pos == "AUX" or reading.dep(c).startswith(("aux", "cop"))
    ]
    words = {reading.lower[a] for a in auxiliaries}
    morph = reading.token(verb).morph
    modal = _modal(reading, words, perfect="VerbForm=Part" in morph and len(auxiliaries) > 1)
    modal = modal or _made(reading, auxiliaries)
    if modal is not None:
        return modal
    finite = next((reading.token(a).morph for a in auxiliaries if "VerbForm=Fin" in reading.token(a).morph), None)
    if finite is not None:
        if any(reading.dep(a) == "aux:pass" and "VerbForm=Ger" in reading.token(a).morph for a in auxiliaries):
            return Tense.PROGRESSIVE if "Tense=Pres" in finite else Tense.PAST
        passive = all(reading.dep(a) == "aux:pass" for a in auxiliaries)
        return _passive(finite, morph) if passive else _with_auxiliary(finite, morph)
    if any(reading.dep(a) == "aux:pass" and "VerbForm=Inf" in reading.token(a).morph for a in auxiliaries):
        perfect = any(reading.dep(a) == "aux:tense" for a in auxiliaries)
        return Tense.BARE if perfect else Tense.INFINITIVE
    if "Tense=Past" in morph and "Mood=Sub" not in morph and reading.pack.is_present(reading.lower[verb]):
        return Tense.PRESENT
    bare = not words and any(True for _ in reading.with_dep(verb, "nsubj"))
    return _alone(morph, to="to" in words, subject=bare)


def _modal(reading: Reading, words: set[str], *, perfect: bool) -> Tense | None:
    """English-like modals, which are words and not endings."""
    pack = reading.pack
    if words & pack.words("modals_future"):
        return Tense.FUTURE
    if words & pack.words("modals_needed"):
        return Tense.NEEDED
    if words & pack.words("modals_possible"):
        return Tense.POSSIBLE
    if words & pack.words("modals_conditional"):
        return Tense.CONDITIONAL_PERFECT if perfect and words & pack.words("perfect") else Tense.CONDITIONAL
    return None


def _made(reading: Reading, auxiliaries: list[int]) -> Tense | None:
    """Such as "a fait évacuer", where the verb that has it done carries the tense."""
    causatives = reading.pack.verb_forms("causatives")
    verb = next((a for a in auxiliaries if reading.lower[a] in causatives), None)
    if verb is None:
        return None
    morph = reading.token(verb).morph
    return Tense.PAST if "VerbForm=Part" in morph else _alone(morph, to=False, subject=False)


def _passive(finite: str, morph: str) -> Tense:
    """With no other auxiliary than that of the passive: "est fermé", "serait réunie"."""
    if "Mood=Cnd" in finite:
        return Tense.CONDITIONAL
    return Tense.PRESENT if "Tense=Pres" in finite else _with_auxiliary(finite, morph)


def _with_auxiliary(finite: str, morph: str) -> Tense:
    if "Mood=Cnd" in finite:
        return Tense.CONDITIONAL_PERFECT if "VerbForm=Part" in morph else Tense.CONDITIONAL
    if "Tense=Fut" in finite:
        return Tense.FUTURE
    if "Aspect=Prog" in morph:
        return Tense.PROGRESSIVE if "Tense=Pres" in finite else Tense.PAST
    return Tense.PAST if "VerbForm=Part" in morph or "Tense=Past" in finite or "Tense=Imp" in finite else Tense.PRESENT


def _alone(morph: str, *, to: bool, subject: bool) -> Tense:
    """`subject`: one of its own and nothing beside it, so that what looks like an infinitive is a past ("two ministers quit")."""
    if "Mood=Cnd" in morph:
        return Tense.CONDITIONAL
    if "Tense=Fut" in morph:
        return Tense.FUTURE
    if "VerbForm=Inf" in morph or to:
        return Tense.PAST if subject and not to else Tense.INFINITIVE
    if "VerbForm=Part" in morph or "VerbForm=Ger" in morph:
        return Tense.BARE
    return Tense.PRESENT if "Tense=Pres" in morph else Tense.PAST
