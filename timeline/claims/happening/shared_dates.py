"""Days that an event shares with what it hangs together with: a clause with "where" or "when", the dated event at which it is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from timeline.claims.tree import clause, phrases
from timeline.claims.tree.reading import NOWHERE
from timeline.claims.tree.tense import Tense, tense_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.claims.events.triggers import Trigger
    from timeline.claims.roles.arguments import ArgumentReader
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex

_CLAUSES: Final = ("acl:relcl", "advcl", "acl")
_AT: Final = frozenset({"during", "in"})
_APART: Final = frozenset({"before", "after", "to"})


class SharedDates:
    """`found`: the dates that stand in the events' own clauses, by a trigger's first word; `stated`: those of the text, by their first word."""

    def __init__(
        self, reading: Reading, arguments: ArgumentReader, found: dict[int, Timex], stated: dict[int, Timex]
    ) -> None:
        self._reading = reading
        self._arguments = arguments
        self._found = found
        self._timexes = {reading.timex_of[place]: timex for place, timex in stated.items()}

    def lend(self, triggers: list[Trigger]) -> None:
        beside: dict[int, list[Trigger]] = defaultdict(list)
        for trigger in triggers:
            if trigger.place in self._found:
                beside[self._reading.sentence_of[trigger.place]].append(trigger)
        undated = [t for t in triggers if t.possible and t.place not in self._found]
        for trigger in undated:
            own, dated = self._arguments.anchors(trigger), beside[self._reading.sentence_of[trigger.place]]
            timex = (
                self._of_the_clause_above(own, dated)
                or self._of_its_relative(trigger)
                or self._of_the_occasion(trigger, own, dated)
            )
            if timex is not None:
                self._found[trigger.place] = timex

    def _opens(self, verb: int) -> bool:
        """Its clause begins with "where" or "when"."""
        reading = self._reading
        openers = reading.pack.words("relatives_place")
        return reading.dep(verb) in _CLAUSES and any(reading.lower[c] in openers for c in reading.children[verb])

    def _of_the_clause_above(self, own: set[int], dated: list[Trigger]) -> Timex | None:
        """Such as "travels to Paris next week, where he will meet X", "in June, when lawmakers cancelled a debate"."""
        reading = self._reading
        verb = next((v for v in own if reading.verbal(v) and self._opens(v)), NOWHERE)
        if verb == NOWHERE:
            return None
        if timex := self._timexes.get(reading.timex_of[reading.heads[verb]]):
            return timex
        above = next((a for a in reading.climb(verb) if reading.verbal(a)), NOWHERE)
        if above == NOWHERE or (tense_of(reading, verb) is Tense.PAST) != (tense_of(reading, above) is Tense.PAST):
            return None
        shared = (self._found[t.place] for t in dated if above in self._arguments.anchors(t))
        return next(shared, None) or next(self._hanging(above), None)

    def _of_its_relative(self, trigger: Trigger) -> Timex | None:
        """Such as "the meeting, where she was to speak on Friday": the day of what was to take place there."""
        reading = self._reading
        if trigger.verb:
            return None
        verbs = [v for v in reading.with_dep(trigger.place, "acl:relcl") if self._opens(v)]
        verbs += [x for v in verbs for x in reading.with_dep(v, "xcomp")]
        return next((t for v in verbs for t in self._hanging(v)), None)

    def _hanging(self, verb: int) -> Iterator[Timex]:
        for child in self._reading.children[verb]:
            if timex := self._timexes.get(self._reading.timex_of[child]):
                yield timex

    def _of_the_occasion(self, trigger: Trigger, own: set[int], dated: list[Trigger]) -> Timex | None:
        """Such as "will retire at the annual meeting in May": what is done at a dated event is done on its day."""
        reading = self._reading
        if not trigger.verb and trigger.carrier == NOWHERE:
            return None
        for noun in dated:
            if noun.verb:
                continue
            classes = set(phrases.preposition_before(reading, phrases.noun_edge(reading, noun.place))[0])
            if not classes & _AT or classes & _APART:
                continue
            above = reading.climb(clause.introduced(reading, noun.place))
            if next((a for a in above if reading.verbal(a)), NOWHERE) in own:
                return self._found[noun.place]
        return None
