"""Whether what a verb says happens: negation, the verbs and nouns that govern it, its tense; with the cue that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.claims.tree import clause
from timeline.claims.tree.tense import Tense, tense_of
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex

PAST: Final = frozenset({Occurrence.OCCURRED, Occurrence.UNDERWAY})
FINAL: Final = frozenset({Occurrence.CANCELLED, Occurrence.POSTPONED, Occurrence.DID_NOT_OCCUR, Occurrence.DOUBTFUL})
_AHEAD: Final = (Occurrence.EXPECTED, Occurrence.CONFIRMED, Occurrence.PROPOSED, Occurrence.POSSIBLE)
"""What a participle shares with the clause that it goes with: "will meet X before flying on to Y"."""
_WISHES: Final = (Occurrence.DOUBTFUL, Occurrence.PROPOSED, Occurrence.POSSIBLE)
_CARRIED: Final = ("obj", "nsubj:pass", "obl", "obl:arg")
_OPEN: Final = (Tense.INFINITIVE, Tense.CONDITIONAL, Tense.BARE, Tense.PRESENT, Tense.PAST)
"""Tenses that leave the decision to what governs the verb."""
_BY_TENSE: Final = {
    Tense.FUTURE: (Occurrence.EXPECTED, "future"),
    Tense.NEEDED: (Occurrence.PROPOSED, "modal"),
    Tense.POSSIBLE: (Occurrence.POSSIBLE, "modal"),
    Tense.CONDITIONAL_PERFECT: (Occurrence.POSSIBLE, "conditional"),
}
_BY_DATE: Final = {
    Tense.INFINITIVE: (Occurrence.UNKNOWN, "infinitive"),
    Tense.PRESENT: (Occurrence.OCCURRED, "present"),
    Tense.PROGRESSIVE: (Occurrence.UNDERWAY, "progressive"),
}
"""Tenses whose date decides; else what they say alone."""


class Verdict(NamedTuple):
    says: Occurrence
    cue: str | None = None


def side_of(timex: Timex | None, day: str) -> Verdict | None:
    """Past or to come by its date; `None` when the date is the day itself, or missing."""
    if timex is None:
        return None
    if timex.earliest is not None and timex.earliest > day:
        return Verdict(Occurrence.EXPECTED, timex.text)
    if timex.latest is not None and timex.latest < day:
        return Verdict(Occurrence.OCCURRED, timex.text)
    return None


class VerbFactuality:
    """`day` is the ISO day of publication."""

    def __init__(self, reading: Reading, day: str) -> None:
        self._reading = reading
        self._day = day

    def judge(self, verb: int, timex: Timex | None) -> Verdict:
        """From the verb up through modals and planning verbs to a finite form."""
        own = tense_of(self._reading, verb)
        if self.negated(verb):
            return Verdict(Occurrence.DID_NOT_OCCUR, "negation")
        if (hearsay := self._hearsay(verb)) is not None:
            return hearsay
        if own is Tense.BARE and clause.joined(self._reading, verb):
            return self.judge(self._reading.heads[verb], timex)
        if own is Tense.INFINITIVE and self._second(verb):
            return self.judge(self._reading.heads[verb], timex)
        denied = self._denied(verb)
        if denied is not None:
            return denied
        governed = self._under_noun(verb) or self._under_verb(verb, timex)
        return governed if governed is not None and own in _OPEN else self._tensed(own, verb, timex)

    def _second(self, verb: int) -> bool:
        """A further infinitive under one modal or governing verb: "plans to close the plant and to move"."""
        reading, head = self._reading, self._reading.heads[verb]
        own = any(True for _ in reading.with_dep(verb, "nsubj", "nsubj:pass"))
        return reading.dep(verb) == "conj" and head != verb and reading.verbal(head) and not own

    def _under_noun(self, verb: int) -> Verdict | None:
        """An infinitive that completes a noun: "la volonté de rencontrer"."""
        reading, head = self._reading, self._reading.heads[verb]
        if reading.dep(verb) not in ("acl", "nmod") or "VerbForm=Inf" not in reading.token(verb).morph:
            return None
        says = reading.pack.governing_nouns.get(reading.lower[head])
        if says and self.negated(head):
            return Verdict(Occurrence.DID_NOT_OCCUR, "negation")
        dropped = clause.governs(reading, reading.heads[head]) if says and reading.dep(head) in _CARRIED else None
        if dropped in FINAL:
            return Verdict(dropped, reading.lower[reading.heads[head]])
        return Verdict(says, reading.lower[head]) if says else None

    def _denied(self, verb: int) -> Verdict | None:
        """Such as "denied reports that the army would be sent": what a report says, denied."""
        reading, head = self._reading, self._reading.heads[verb]
        if reading.dep(verb) not in ("acl", "ccomp", "acl:relcl") or reading.lower[head] not in reading.pack.reports:
            return None
        return self.denied_report(head)

    def denied_report(self, noun: int) -> Verdict | None:
        """`noun`: a report or claim; doubted where it is what somebody denies."""
        reading, above = self._reading, self._reading.heads[noun]
        if reading.dep(noun) not in _CARRIED or clause.governs(reading, above) is not Occurrence.DOUBTFUL:
            return None
        return Verdict(Occurrence.DOUBTFUL, reading.lower[above])

    def _hearsay(self, verb: int) -> Verdict | None:
        """An adverb that leaves it open: "allegedly", "peut-être"."""
        words = (self._reading.lower[c] for c in self._reading.with_dep(verb, "advmod"))
        found = next((word for word in words if word in self._reading.pack.words("hearsay")), None)
        return Verdict(Occurrence.POSSIBLE, found) if found else None

    def _under_verb(self, verb: int, timex: Timex | None) -> Verdict | None:
        reading = self._reading
        dep, head = reading.dep(verb), reading.heads[verb]
        if dep not in ("xcomp", "ccomp", "advcl", "obl:arg") or not clause.predicative(reading, head) or head == verb:
            return None
        infinitive = tense_of(reading, verb) is Tense.INFINITIVE
        done = "Tense=Past" in reading.token(verb).morph  # "Elected in May, she will visit Oslo"
        bare = dep == "advcl" and tense_of(reading, verb) is Tense.BARE and not done
        if bare and self.judge(head, timex).says in _AHEAD:
            return self.judge(head, timex)
        if dep != "xcomp" and not infinitive:
            return self._reported(verb, head)
        above = Verdict(Occurrence.EXPECTED) if self._awaited(head) else self.judge(head, timex)
        if dep == "xcomp" and (above.says in FINAL or above.says is Occurrence.POSSIBLE):
            return above
        lent = self._lent(verb, head, above)
        if lent is not None or dep == "xcomp":
            return lent or above
        return Verdict(Occurrence.PROPOSED, reading.lower[head])

    def _awaited(self, verb: int) -> bool:
        """Such as "devrait arriver": the conditional of the verb that makes a future says what is awaited, not what is doubted."""
        future = self._reading.lower[verb] in self._reading.pack.verb_forms("future_aux")
        return future and tense_of(self._reading, verb) is Tense.CONDITIONAL and not self.negated(verb)

    def _lent(self, verb: int, head: int, above: Verdict) -> Verdict | None:
        """What a modal or a governing verb says of the infinitive below it."""
        reading, pack = self._reading, self._reading.pack
        word = reading.lower[head]
        for name, says in (
            ("possible_aux", Occurrence.POSSIBLE),
            ("recent_aux", Occurrence.OCCURRED),
            ("future_aux", Occurrence.EXPECTED),
            ("planned_aux", Occurrence.EXPECTED),
            ("balloting", Occurrence.EXPECTED),
        ):
            if word in pack.verb_forms(name):
                if name == "planned_aux" and self._perfect_infinitive(verb):
                    return Verdict(Occurrence.DID_NOT_OCCUR, f"{word} to have")
                done = name == "future_aux" and self._fulfilled(head)
                return Verdict(Occurrence.OCCURRED if done else says, word)
        if word in pack.words("needed_aux"):
            return self._needed(head)
        governed = clause.governs(reading, head)
        if governed is None:  # "are reported to have left"
            reported = word in pack.verb_forms("saying") and self._perfect_infinitive(verb)
            return Verdict(Occurrence.OCCURRED, word) if reported else None
        if governed is Occurrence.EXPECTED and self._before_the_past(head):
            return Verdict(Occurrence.DID_NOT_OCCUR, f"had been {word}")
        return above if governed is Occurrence.OCCURRED else Verdict(governed, word)

    def _needed(self, head: int) -> Verdict:
        """Such as "has to leave"; "had to leave" did, "has yet to leave" has not."""
        reading, word = self._reading, self._reading.lower[head]
        yet = {reading.lower[c] for c in reading.children[head]} & reading.pack.words("not_yet")
        if yet:
            return Verdict(Occurrence.DID_NOT_OCCUR, f"{word} {min(yet)} to")
        met = "Tense=Past" in reading.token(head).morph
        return Verdict(Occurrence.OCCURRED if met else Occurrence.PROPOSED, word)

    def _perfect_infinitive(self, verb: int) -> bool:
        """Such as "to have visited"."""
        words = {self._reading.lower[c] for c in self._reading.children[verb]}
        return bool(words & self._reading.pack.words("perfect"))

    def _before_the_past(self, head: int) -> bool:
        """Such as "had been due to": a plan that was one until something else happened."""
        reading, pack = self._reading, self._reading.pack
        above = reading.heads[head] if reading.lower[reading.heads[head]] in pack.words("been") else head
        words = {reading.lower[above]} | {reading.lower[c] for c in (*reading.children[above], *reading.children[head])}
        return bool(words & pack.words("pluperfect")) and bool(words & pack.words("been"))

    def _fulfilled(self, verb: int) -> bool:
        """Such as "A dû quitter": an obligation in the perfect has been met."""
        perfect = any(True for _ in self._reading.with_dep(verb, "aux:tense"))
        return perfect and "VerbForm=Part" in self._reading.token(verb).morph

    def _reported(self, verb: int, head: int) -> Verdict | None:
        """Under a verb of denial the report is doubted; "that" under a wish is a wish."""
        reading = self._reading
        if reading.dep(verb) != "ccomp":
            return None
        says, word = clause.governs(reading, head), reading.lower[head]
        wished = says in _WISHES and word not in reading.pack.verb_forms("saying")
        return Verdict(says, word) if says is not None and wished else None

    def _tensed(self, tense: Tense, verb: int, timex: Timex | None) -> Verdict:
        if tense is Tense.CONDITIONAL_PERFECT and self._unreal(verb):
            return Verdict(Occurrence.DID_NOT_OCCUR, "conditional")
        if tense is Tense.CONDITIONAL:
            return Verdict(Occurrence.EXPECTED if self._future_in_past(verb) else Occurrence.POSSIBLE, "conditional")
        if tense in _BY_TENSE:
            return Verdict(*_BY_TENSE[tense])
        if tense in _BY_DATE:
            return side_of(timex, self._day) or Verdict(*_BY_DATE[tense])
        return Verdict(Occurrence.OCCURRED, self._reading.lower[verb])

    def _unreal(self, verb: int) -> bool:
        """Such as "would have closed", in languages whose conditional perfect reports nothing."""
        words = {self._reading.lower[c] for c in self._reading.children[verb]}
        return bool(words & self._reading.pack.words("unreal"))

    def _future_in_past(self, verb: int) -> bool:
        """Such as "A dit qu'il se rendrait", "said it would meet": what is announced, not what is doubted."""
        reading = self._reading
        saying = reading.pack.verb_forms("saying")
        return any(reading.lower[above] in saying for above in reading.climb(verb)) or any(
            reading.lower[child] in saying and reading.dep(child) in ("parataxis", "ccomp")
            for child in reading.children[verb]
        )

    def _of_nobody(self, verb: int) -> bool:
        """Its subject or object is none: "no group claimed", "signed no treaty"."""
        reading = self._reading
        subjects = reading.with_dep(verb, "nsubj", "nsubj:pass")
        if any(reading.lower[subject] in reading.pack.words("nobody") for subject in subjects):
            return True
        return reading.verbal(verb) and any(
            reading.lower[word] in reading.pack.negation_alone and reading.dep(word) == "det"
            for subject in reading.with_dep(verb, "nsubj", "nsubj:pass", "obj")
            for word in reading.children[subject]
        )

    def _neither(self, verb: int) -> bool:
        """The second of two denied: "has neither accepted nor rejected"."""
        reading, head = self._reading, self._reading.heads[verb]
        return reading.dep(verb) == "conj" and any(
            reading.lower[word] in reading.pack.negation_alone and head < word < verb
            for word in reading.with_dep(head, "cc")
        )

    def negated(self, place: int) -> bool:
        """A negation that hangs from the word itself (or from its auxiliary)."""
        reading, pack = self._reading, self._reading.pack
        below = set(reading.children[place])
        words = {reading.lower[c] for c in below if reading.dep(c) in ("advmod", "det", "cc", "advmod:neg", "aux")}
        adverbs = [c for c in below if reading.dep(c) == "advmod"]
        words |= {reading.lower[c] for adverb in adverbs for c in reading.with_dep(adverb, "advmod")}  # "pas encore"
        if not reading.verbal(place):  # "no nurses' strike"
            owners = reading.with_dep(place, "nmod:poss", "compound")
            words |= {reading.lower[c] for owner in owners for c in reading.with_dep(owner, "det")}
        if words & pack.negation_alone or self._of_nobody(place) or self._neither(place):
            return True
        return bool(words & pack.negation_with_particle) and bool(
            {reading.lower[c] for c in below} & pack.negation_particles
        )
