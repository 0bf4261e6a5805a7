"""Whether the event happens, as its sentence says it: modifiers, governors, tense, negation, condition; with the cue that decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.happening import date_sides, dates
from timeline.claims.happening.verb_factuality import FINAL, PAST, VerbFactuality, Verdict, side_of
from timeline.claims.tree import clause, phrases
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.tree.tense import Tense, tense_of
from timeline.lang import kinds
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.claims.events.triggers import Trigger
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex

_NEAR: Final = 5
_AHEAD: Final = frozenset({Occurrence.EXPECTED, Occurrence.CONFIRMED})
_PLANS: Final = frozenset({"accord", "business", "other"})
"""Families of what may fail to come about: "le rapprochement a échoué"; talks that fail have been held."""
_CALLED_OFF: Final = (Occurrence.CANCELLED, Occurrence.POSTPONED)


class Factuality:
    def __init__(self, reading: Reading, day: str) -> None:
        self._reading = reading
        self._day = day
        self._verbs = VerbFactuality(reading, day)

    def judge(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        if not self._reading.tree:
            return self._surface(trigger, timex)
        found = self._verbs.judge(trigger.place, timex) if trigger.verb else self._noun(trigger, timex)
        found = self._arranged(trigger, found, timex)
        found = self._conditioned(trigger, found, timex)
        found = self._dated(trigger, found, timex)
        return self._today(trigger, found, timex)

    def _arranged(self, trigger: Trigger, found: Verdict, timex: Timex | None) -> Verdict:
        """Such as "a été convoqué pour le 10": what has been arranged lies ahead, on the day that it is for."""
        reading = self._reading
        if not trigger.verb or timex is None or found.says is not Occurrence.OCCURRED:
            return found
        first = reading.places(timex.start, timex.end)[0]
        classes = phrases.preposition_before(reading, dates.phrases_edge(reading, first))[0]
        says = clause.governs(reading, trigger.place) if "for" in classes else None
        return Verdict(says, reading.lower[trigger.place]) if says in _AHEAD else found

    # Nouns

    def _noun(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        if self._verbs.negated(trigger.place):
            return Verdict(Occurrence.DID_NOT_OCCUR, "negation")
        modified = self._modifier(trigger)
        if modified and modified.says in FINAL:
            return modified
        predicate = self._predicate(trigger, timex)
        if predicate:
            return predicate
        above = self._above_noun(trigger, timex)
        if above and (above.says in FINAL or (above.says in PAST and not modified)):
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

    def _predicate(self, trigger: Trigger, timex: Timex | None) -> Verdict | None:
        """What an adjective says of it, with "be" or the like: "is imminent", "are under way"."""
        reading, head = self._reading, self._reading.heads[trigger.place]
        if reading.dep(trigger.place) not in ("nsubj", "nsubj:pass"):
            return None
        says = reading.pack.modifiers.get(reading.lower[head])
        if says is not None and any(True for _ in reading.with_dep(head, "cop", "aux:pass")):
            return self._denied(head, says, timex) if self._verbs.negated(head) else Verdict(says, reading.lower[head])
        whole = " ".join(reading.lower[max(0, head - 1) : head + 1])
        if whole in reading.pack.words("under_way") and not self._verbs.negated(head):
            return Verdict(Occurrence.UNDERWAY, whole)
        behind = " ".join(reading.lower[head + 1 : head + 3])
        lasting = reading.tokens[head].pos == "AUX" and behind.startswith(tuple(reading.pack.words("under_way")))
        return Verdict(Occurrence.UNDERWAY, behind) if lasting else None

    def _above_noun(self, trigger: Trigger, timex: Timex | None) -> Verdict | None:
        """The verb that carries the noun, or the noun above it ("l'annulation du sommet")."""
        reading = self._reading
        head = reading.heads[trigger.place]
        named = reading.pack.governing_nouns.get(reading.lower[head]) if reading.dep(trigger.place) == "nmod" else None
        if named in FINAL:
            return Verdict(named, reading.lower[head])
        if trigger.carrier != NOWHERE:
            return self._carried(trigger, timex)
        if reading.lower[head] in reading.pack.reports and (denied := self._verbs.denied_report(head)):
            return denied
        if reading.dep(trigger.place) in ("nmod", "obl:arg", "obl") and (
            says := reading.pack.governing_nouns.get(reading.lower[head])
        ):
            return Verdict(says, reading.lower[head])
        if reading.verbal(head) and reading.dep(trigger.place) in ("obl", "obl:arg", "xcomp", "nsubj:pass", "obl:mod"):
            says = None if clause.aside(reading, trigger) else clause.governs(reading, head)
            if says in (
                Occurrence.PROPOSED,
                Occurrence.CANCELLED,
                Occurrence.DID_NOT_OCCUR,
            ) and "after" not in self._classes(trigger):
                return Verdict(says, reading.lower[head])
        return None

    def _carried(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        reading, verb = self._reading, trigger.carrier
        governed, tensed = clause.governs(reading, verb), self._verbs.judge(verb, timex)
        if reading.lower[verb] in reading.pack.verb_forms("announcers") and trigger.carried_as != "subject":
            return self._announced(tensed, timex, reading.lower[verb])
        if trigger.carried_as == "object" and governed is None and not trigger.support:
            return self._object_of_other(trigger, tensed, timex)
        if governed is Occurrence.EXPECTED and reading.dep(verb) == "advcl" and tensed.says is Occurrence.PROPOSED:
            return Verdict(governed, reading.lower[verb])
        if governed is not None and self._failed(trigger, governed, tensed):
            return Verdict(governed, reading.lower[verb])
        if (
            governed is None
            or trigger.carried_as == "subject"
            or tensed.says in (Occurrence.POSSIBLE, Occurrence.PROPOSED)
        ):
            return tensed
        off = tensed.says is Occurrence.DID_NOT_OCCUR
        return self._denied(verb, governed, timex) if off else Verdict(governed, reading.lower[verb])

    def _failed(self, trigger: Trigger, governed: Occurrence, tensed: Verdict) -> bool:
        """Such as "le rapprochement a échoué": a plan that came to nothing."""
        over = governed is Occurrence.DID_NOT_OCCUR and tensed.says is Occurrence.OCCURRED
        return over and trigger.carried_as == "subject" and kinds.load()[trigger.rule.kind].family in _PLANS

    def _denied(self, verb: int, says: Occurrence, timex: Timex | None) -> Verdict:
        """A call-off that is denied leaves the plan as it was ("has not been cancelled"); anything else denied is left open."""
        if says not in _CALLED_OFF:
            return Verdict(Occurrence.UNKNOWN, self._reading.lower[verb])
        return side_of(timex, self._day) or Verdict(Occurrence.EXPECTED, "negation")

    def _announced(self, tensed: Verdict, timex: Timex | None, word: str) -> Verdict:
        if tensed.says is Occurrence.DID_NOT_OCCUR:
            return Verdict(Occurrence.UNKNOWN, word)
        if tensed.says in (Occurrence.POSSIBLE, Occurrence.PROPOSED):
            return tensed
        past = timex is not None and timex.latest is not None and timex.latest < self._day
        past = past and not (timex is not None and date_sides.sooner_ahead(timex, self._day))
        return Verdict(Occurrence.OCCURRED if past else Occurrence.CONFIRMED, word)

    def _object_of_other(self, trigger: Trigger, tensed: Verdict, timex: Timex | None) -> Verdict:
        """Somebody reacts to the event or speaks of it: it is presupposed, unless the clause itself is only wished."""
        reacting = self._reading.lower[trigger.carrier] in self._reading.pack.verb_forms("reacting")
        if reacting or tensed.says in PAST:
            return self._bare_noun(trigger, timex)
        return tensed

    def _bare_noun(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        """No verb carries it: its date decides, then the clause it belongs to."""
        side = side_of(timex, self._day)
        if side is not None:
            return side
        reading = self._reading
        for above in reading.climb(trigger.place):
            if not reading.verbal(above) and self._ground(above):
                return Verdict(Occurrence.OCCURRED, reading.lower[above])
            if reading.verbal(above):
                tensed = self._verbs.judge(above, timex)
                after = "after" in self._classes(trigger) or "during" in self._classes(trigger)
                if tensed.says in PAST or (after and tensed.says is Occurrence.DID_NOT_OCCUR):
                    return Verdict(Occurrence.OCCURRED, reading.lower[above])
                return Verdict(
                    Occurrence.EXPECTED if tensed.says in _AHEAD else Occurrence.UNKNOWN, reading.lower[above]
                )
        return Verdict(Occurrence.OCCURRED)

    def _ground(self, place: int) -> bool:
        """It stands behind "because of": what is there already."""
        edge = phrases.noun_edge(self._reading, place)
        return "cause" in phrases.preposition_before(self._reading, edge)[0]

    def _classes(self, trigger: Trigger) -> tuple[str, ...]:
        return phrases.preposition_before(self._reading, phrases.noun_edge(self._reading, trigger.place))[0]

    def classes(self, trigger: Trigger) -> tuple[str, ...]:
        """What the preposition before an event noun may mean."""
        return self._classes(trigger)

    # Conditions and dates

    def _conditioned(self, trigger: Trigger, found: Verdict, timex: Timex | None) -> Verdict:
        """Such as "Si", "if", "en cas de", a question: what hangs from them is not said to happen."""
        reading = self._reading
        classes = () if trigger.verb else self._classes(trigger)
        if "condition" in classes:
            return Verdict(Occurrence.POSSIBLE, "condition")
        if "without" in classes:
            return Verdict(Occurrence.DID_NOT_OCCUR, "without")
        place = trigger.place if trigger.verb else (trigger.carrier if trigger.carrier != NOWHERE else trigger.place)
        conditions = reading.pack.words("conditions")
        if place == trigger.place and not trigger.verb:  # "a referendum whether"
            conditions = conditions - reading.pack.words("conditions_open")
        if any(reading.lower[c] in conditions and reading.dep(c) == "mark" for c in reading.children[place]):
            return Verdict(Occurrence.POSSIBLE, "condition")
        if found.says in _AHEAD and timex is None and self._hangs_on(place):
            return Verdict(Occurrence.POSSIBLE, "condition")
        last = reading.sentence_bounds(trigger.place)[1] - 1
        if reading.tokens[last].text == "?":
            return Verdict(Occurrence.UNKNOWN, "question")
        return found

    def _hangs_on(self, verb: int) -> bool:
        """A clause with "if" hangs from its verb or from the one above it."""
        reading = self._reading
        conditions = reading.pack.words("conditions") - reading.pack.words("conditions_open")
        verbs = [verb, *(v for v in list(reading.climb(verb))[:1] if reading.dep(verb) == "xcomp")]
        clauses = [c for v in verbs for c in reading.with_dep(v, "advcl")]
        if reading.dep(verb) == "advcl" and not any(True for _ in reading.with_dep(verb, "mark")):
            clauses.append(reading.heads[verb])
        return any(reading.lower[m] in conditions for c in clauses for m in reading.with_dep(c, "mark"))

    def _dated(self, trigger: Trigger, found: Verdict, timex: Timex | None) -> Verdict:
        """What is dated after the day has not occurred yet, unless the date can be read as one behind and a verb in the past says so."""
        side = side_of(timex, self._day)
        if side is not None and found.says is Occurrence.PROPOSED and not trigger.verb and side.says in PAST:
            return side if timex is not None and not timex.alternatives else found
        if side is None or found.says not in PAST or side.says is not Occurrence.EXPECTED:
            return found
        told = timex is not None and trigger.verb and tense_of(self._reading, trigger.place) is Tense.PAST
        return found if told and timex is not None and date_sides.behind(timex, self._day) else side

    def _today(self, trigger: Trigger, found: Verdict, timex: Timex | None) -> Verdict:
        """A present of the very day is on its way, for events that last: "est reçu vendredi", read on that Friday."""
        if timex is None or found.cue != "present" or found.says is not Occurrence.OCCURRED:
            return found
        of_today = timex.earliest == self._day == timex.latest
        return Verdict(Occurrence.UNDERWAY, "present") if of_today and kinds.load()[trigger.rule.kind].lasts else found

    def _surface(self, trigger: Trigger, timex: Timex | None) -> Verdict:
        """Without a tree: the cues of the words just before (for a noun also just behind), then the date."""
        reading = self._reading
        first, last = reading.sentence_bounds(trigger.place)
        near = reading.lower[max(first, trigger.place - _NEAR) : trigger.place]
        behind = [] if trigger.verb else reading.lower[trigger.last : min(last, trigger.last + _NEAR)]
        cue = next((verdict for word in [*near, *behind] if (verdict := self._cue(word))), None)
        if cue is None and any(word in reading.pack.verb_forms("future_aux") for word in near):
            cue = Verdict(Occurrence.EXPECTED, "future")
        return cue or side_of(timex, self._day) or Verdict(Occurrence.OCCURRED)

    def _cue(self, word: str) -> Verdict | None:
        pack = self._reading.pack
        if word in pack.negation_alone:
            return Verdict(Occurrence.DID_NOT_OCCUR, word)
        if word in pack.verb_forms("possible_aux"):
            return Verdict(Occurrence.POSSIBLE, word)
        if word in pack.modifiers:
            return Verdict(pack.modifiers[word], word)
        return Verdict(pack.governing_verbs[word][-1][1], word) if word in pack.governing_verbs else None
