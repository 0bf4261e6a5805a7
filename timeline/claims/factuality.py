"""Whether the event happens, as its sentence says it: modifiers, governors, tense, negation, condition; with the cue that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.claims import clause, phrases
from timeline.claims.reading import NOWHERE
from timeline.claims.tense import Tense, tense_of
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.claims.reading import Reading
    from timeline.claims.triggers import Trigger
    from timeline.model.timex import Timex

_PAST: Final = frozenset({Occurrence.OCCURRED, Occurrence.UNDERWAY})
_AHEAD: Final = frozenset({Occurrence.EXPECTED, Occurrence.CONFIRMED})
_FINAL: Final = frozenset({Occurrence.CANCELLED, Occurrence.POSTPONED, Occurrence.DID_NOT_OCCUR, Occurrence.DOUBTFUL})


class Verdict(NamedTuple):
    says: Occurrence
    cue: str | None = None


class Factuality:
    def __init__(self, reading: Reading, day: str) -> None:
        self._reading = reading
        self._day = day

    def judge(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        if not self._reading.tree:
            return self._surface(trigger, timex)
        found = self._verb(trigger.place, timex) if trigger.verb else self._noun(trigger, timex)
        found = self._conditioned(trigger, found)
        return self._dated(found, timex)

    # Nouns

    def _noun(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        if self._negated(trigger.place):
            return Verdict(Occurrence.DID_NOT_OCCUR, "negation")
        modified = self._modifier(trigger)
        if modified and modified.says in _FINAL:
            return modified
        above = self._above_noun(trigger, timex)
        if above and (above.says in _FINAL or (above.says in _PAST and not modified)):
            return above
        return modified or above or self._bare_noun(trigger, timex)

    def _modifier(self, trigger: Trigger) -> Verdict | None:
        """An adjective or participle on the noun: "prévu", "éventuel", "cancelled"."""
        reading = self._reading
        for place in range(trigger.place, trigger.last):
            for child in reading.children[place]:
                says = reading.pack.modifiers.get(reading.lower[child])
                if says is not None and reading.dep(child) in ("amod", "acl", "nmod", "appos", "compound"):
                    return Verdict(says, reading.lower[child])
        before = trigger.place - 1
        if before >= 0 and (says := reading.pack.modifiers.get(reading.lower[before])) is not None:
            return Verdict(says, reading.lower[before])
        return None

    def _above_noun(self, trigger: Trigger, timex: Timex | None) -> Verdict | None:
        """The verb that carries the noun, or the noun above it ("l'annulation du sommet")."""
        reading = self._reading
        if trigger.carrier != NOWHERE:
            return self._carried(trigger, timex)
        head = reading.heads[trigger.place]
        if reading.dep(trigger.place) in ("nmod", "obl:arg", "obl") and (
            says := reading.pack.governing_nouns.get(reading.lower[head])
        ):
            return Verdict(says, reading.lower[head])
        if reading.verbal(head) and reading.dep(trigger.place) in ("obl", "obl:arg", "xcomp", "nsubj:pass", "obl:mod"):
            says = clause.governs(reading, head)
            if says in (
                Occurrence.PROPOSED,
                Occurrence.CANCELLED,
                Occurrence.DID_NOT_OCCUR,
            ) and "after" not in self._classes(trigger):
                return Verdict(says, reading.lower[head])
        return None

    def _carried(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        reading, verb = self._reading, trigger.carrier
        word = reading.lower[verb]
        governed = clause.governs(reading, verb)
        tensed = self._verb(verb, timex)
        if trigger.carried_as == "object" and governed is None and not trigger.support:
            return self._object_of_other(trigger, tensed, timex)
        announces = word in reading.pack.verb_forms("announcers")
        if announces and trigger.carried_as in ("object", "passive"):
            return self._announced(tensed, timex, word)
        if governed is None or trigger.carried_as == "subject":
            return tensed
        if tensed.says is Occurrence.DID_NOT_OCCUR:
            return Verdict(Occurrence.UNKNOWN, word)
        if tensed.says in (Occurrence.POSSIBLE, Occurrence.PROPOSED):
            return tensed
        return Verdict(governed, word)

    def _announced(self, tensed: Verdict, timex: Timex | None, word: str) -> Verdict:
        if tensed.says is Occurrence.DID_NOT_OCCUR:
            return Verdict(Occurrence.UNKNOWN, word)
        past = timex is not None and timex.latest is not None and timex.latest < self._day
        return Verdict(Occurrence.OCCURRED if past else Occurrence.CONFIRMED, word)

    def _object_of_other(self, trigger: Trigger, tensed: Verdict, timex: Timex | None) -> Verdict:
        """Somebody reacts to the event or speaks of it: it is presupposed, unless the clause itself is only wished."""
        reacting = self._reading.lower[trigger.carrier] in self._reading.pack.verb_forms("reacting")
        if reacting or tensed.says in _PAST:
            return self._bare_noun(trigger, timex)
        return tensed

    def _bare_noun(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        """No verb carries it: its date decides, then the clause it belongs to."""
        side = self._side(timex)
        if side is not None:
            return side
        reading = self._reading
        for above in reading.climb(trigger.place):
            if reading.verbal(above):
                tensed = self._verb(above, timex)
                after = "after" in self._classes(trigger) or "during" in self._classes(trigger)
                if tensed.says in _PAST or (after and tensed.says is Occurrence.DID_NOT_OCCUR):
                    return Verdict(Occurrence.OCCURRED, reading.lower[above])
                return Verdict(
                    Occurrence.EXPECTED if tensed.says in _AHEAD else Occurrence.UNKNOWN, reading.lower[above]
                )
        return Verdict(Occurrence.OCCURRED)

    def _classes(self, trigger: Trigger) -> tuple[str, ...]:
        return phrases.preposition_before(self._reading, phrases.noun_edge(self._reading, trigger.place))[0]

    def classes(self, trigger: Trigger) -> tuple[str, ...]:
        """What the preposition before an event noun may mean."""
        return self._classes(trigger)

    # Verbs

    def _verb(self, verb: int, timex: Timex | None) -> Verdict:
        """From the verb up through modals and planning verbs to a finite form."""
        reading = self._reading
        own = tense_of(reading, verb)
        if self._negated(verb):
            return Verdict(Occurrence.DID_NOT_OCCUR, "negation")
        governed = self._governed(verb, timex)
        if governed is not None and own in (Tense.INFINITIVE, Tense.CONDITIONAL, Tense.BARE, Tense.PRESENT, Tense.PAST):
            return governed
        return self._tensed(own, verb, timex)

    def _governed(self, verb: int, timex: Timex | None) -> Verdict | None:
        reading, pack = self._reading, self._reading.pack
        dep, head = reading.dep(verb), reading.heads[verb]
        if (
            dep in ("acl", "nmod")
            and reading.tokens[head].pos == "NOUN"
            and "VerbForm=Inf" in reading.token(verb).morph
        ):
            says = pack.governing_nouns.get(reading.lower[head])
            return Verdict(says, reading.lower[head]) if says else None
        infinitive = tense_of(reading, verb) is Tense.INFINITIVE
        if dep not in ("xcomp", "ccomp", "advcl", "obl:arg") or not clause.predicative(reading, head) or head == verb:
            return None
        if dep != "xcomp" and not infinitive:
            return self._reported(verb, head)
        above = self._verb(head, timex)
        word = reading.lower[head]
        if above.says in (Occurrence.DID_NOT_OCCUR, Occurrence.POSSIBLE, *_FINAL) and dep == "xcomp":
            return above
        if word in pack.verb_forms("possible_aux"):
            return Verdict(Occurrence.POSSIBLE, word)
        if word in pack.verb_forms("recent_aux"):
            return Verdict(Occurrence.OCCURRED, word)
        if word in pack.verb_forms("future_aux"):
            return Verdict(Occurrence.EXPECTED, word)
        if (says := clause.governs(reading, head)) is not None:
            return above if says is Occurrence.OCCURRED else Verdict(says, word)
        if dep == "xcomp":
            return above
        return Verdict(Occurrence.PROPOSED, word) if infinitive else None

    def _reported(self, verb: int, head: int) -> Verdict | None:
        """Under a verb of denial the report is doubted; "that" under a wish is a wish."""
        reading = self._reading
        says = clause.governs(reading, head)
        if says is None or reading.dep(verb) != "ccomp":
            return None
        if says in (Occurrence.DOUBTFUL, Occurrence.PROPOSED, Occurrence.POSSIBLE) and reading.lower[
            head
        ] not in reading.pack.verb_forms("saying"):
            return Verdict(says, reading.lower[head])
        return None

    def _tensed(self, tense: Tense, verb: int, timex: Timex | None) -> Verdict:
        word = self._reading.lower[verb]
        if tense is Tense.FUTURE:
            return Verdict(Occurrence.EXPECTED, "future")
        if tense is Tense.NEEDED:
            return Verdict(Occurrence.PROPOSED, "modal")
        if tense is Tense.POSSIBLE:
            return Verdict(Occurrence.POSSIBLE, "modal")
        if tense is Tense.CONDITIONAL:
            return Verdict(Occurrence.EXPECTED if self._future_in_past(verb) else Occurrence.POSSIBLE, "conditional")
        if tense is Tense.CONDITIONAL_PERFECT:
            return Verdict(Occurrence.POSSIBLE, "conditional")
        if tense is Tense.INFINITIVE:
            return self._side(timex) or Verdict(Occurrence.UNKNOWN, "infinitive")
        if tense is Tense.PRESENT:
            return self._side(timex) or Verdict(Occurrence.OCCURRED, "present")
        if tense is Tense.PROGRESSIVE:
            return self._side(timex) or Verdict(Occurrence.UNDERWAY, "progressive")
        return Verdict(Occurrence.OCCURRED, word)

    def _future_in_past(self, verb: int) -> bool:
        """Such as "A dit qu'il se rendrait", "said it would meet": what is announced, not what is doubted."""
        reading = self._reading
        saying = reading.pack.verb_forms("saying")
        return any(reading.lower[above] in saying for above in reading.climb(verb)) or any(
            reading.lower[child] in saying and reading.dep(child) in ("parataxis", "ccomp")
            for child in reading.children[verb]
        )

    def _negated(self, place: int) -> bool:
        """A negation that hangs from the word itself (or from its auxiliary)."""
        reading, pack = self._reading, self._reading.pack
        below = set(reading.children[place])
        words = {reading.lower[c] for c in below if reading.dep(c) in ("advmod", "det", "cc", "advmod:neg", "aux")}
        if words & pack.negation_alone:
            return True
        return bool(words & pack.negation_with_particle) and bool(
            {reading.lower[c] for c in below} & pack.negation_particles
        )

    # Conditions and dates

    def _conditioned(self, trigger: Trigger, found: Verdict) -> Verdict:
        """Such as "Si", "if", "en cas de", a question: what hangs from them is not said to happen."""
        reading = self._reading
        classes = () if trigger.verb else self._classes(trigger)
        if "condition" in classes:
            return Verdict(Occurrence.POSSIBLE, "condition")
        if "without" in classes:
            return Verdict(Occurrence.DID_NOT_OCCUR, "without")
        place = trigger.place if trigger.verb else (trigger.carrier if trigger.carrier != NOWHERE else trigger.place)
        conditions = reading.pack.words("conditions")
        if any(reading.lower[c] in conditions and reading.dep(c) == "mark" for c in reading.children[place]):
            return Verdict(Occurrence.POSSIBLE, "condition")
        last = reading.sentence_bounds(trigger.place)[1] - 1
        if reading.tokens[last].text == "?":
            return Verdict(Occurrence.UNKNOWN, "question")
        return found

    def _side(self, timex: Timex | None) -> Verdict | None:
        """Past or to come by its date; `None` when the date is the day itself, or missing."""
        if timex is None:
            return None
        if timex.earliest is not None and timex.earliest > self._day:
            return Verdict(Occurrence.EXPECTED, timex.text)
        if timex.latest is not None and timex.latest < self._day:
            return Verdict(Occurrence.OCCURRED, timex.text)
        return None

    def _dated(self, found: Verdict, timex: Timex | None) -> Verdict:
        """What is dated after the day has not occurred yet."""
        side = self._side(timex)
        if side is not None and found.says in _PAST and side.says is Occurrence.EXPECTED:
            return side
        return found

    def _surface(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        """Without a tree: the cues of the words just before, then the date."""
        reading, pack = self._reading, self._reading.pack
        start = max(reading.sentence_bounds(trigger.place)[0], trigger.place - 4)
        stop = min(reading.sentence_bounds(trigger.place)[1], trigger.last + 5)
        near = reading.lower[start : trigger.place]
        for word in [*near, *(reading.lower[trigger.last : stop] if not trigger.verb else ())]:
            if word in pack.negation_alone:
                return Verdict(Occurrence.DID_NOT_OCCUR, word)
            if word in pack.verb_forms("possible_aux"):
                return Verdict(Occurrence.POSSIBLE, word)
            if word in pack.governing_verbs or word in pack.modifiers:
                return Verdict(pack.modifiers.get(word) or pack.governing_verbs[word][-1][1], word)
        if any(word in pack.verb_forms("future_aux") for word in near):
            return Verdict(Occurrence.EXPECTED, "future")
        return self._side(timex) or Verdict(Occurrence.OCCURRED)
