"""The dates of a text in the order in which it tells them: each is placed by what came before it, and moves the story on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import civil
from timeline.model.vocabulary import Anchor
from timeline.temporal.calendars.meaning import Cyclic, Fixed, Length, Offset, Ref, Shift
from timeline.temporal.constructions.amounts import timex_length
from timeline.temporal.context import direction, quotations, story, told
from timeline.temporal.placing.resolve import place
from timeline.temporal.placing.writing import write
from timeline.temporal.refine import ranges
from timeline.temporal.refine.date_time import timetable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.lang.time_lexicon import Lexicon
    from timeline.model.timex import Timex
    from timeline.temporal.calendars.meaning import Meaning, Place
    from timeline.temporal.context.sides import Sides
    from timeline.temporal.context.situation import Situation
    from timeline.temporal.context.trace import Trace
    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice


class Telling:
    def __init__(self, seen: Lattice, lexicon: Lexicon, sides: Sides, trace: Trace | None) -> None:
        self._seen: Final = seen
        self._lexicon: Final = lexicon
        self._sides: Final = sides
        self._trace: Final = trace

    def tell(self, candidates: Sequence[Candidate], situation: Situation) -> tuple[Timex, ...]:
        """A timex for each candidate, from the situation at the first word on."""
        seen = self._seen
        timexes: list[Timex] = []
        before: tuple[Candidate, Place | None] | None = None
        earlier, side = situation, situation.direction  # a sentence that looked ahead still does where no verb is near
        headed: int | None = None  # the year that opens the sentence
        spoken = quotations.spoken(list(candidates), seen, self._lexicon)
        for at, one in enumerate(candidates):
            if before is not None:
                situation = story.in_paragraph(situation, seen, before[0].end, one.start)
            around = situation if at not in spoken else self._when_spoken(spoken[at], situation)
            if before is not None and story.apposed(before[0].end, one, seen):
                around = earlier
            earlier = situation
            if before is None or not direction.same_sentence(seen, before[0].end, one.start):
                side, headed = situation.direction, None
            if side is None and not situation.narrative and timetable(candidates[at : at + 2], seen):
                side = "future"
            here = _headed(self._here(one, replace(around, direction=side), before), one, headed)
            side = None if situation.narrative else here.direction
            read = _settled(one, here)
            found = place(read.meaning, here)
            if side is None and _ahead(read.meaning, found, situation):
                side = "future"
            timexes.append(self._written(read, found, here))
            before = (read, found)
            if found is not None:
                situation = story.chapter(situation, read, found, seen)
                leading = seen.leads(read.start)
                if leading and found.grain == "year" and read.bound is None and _names_year(read.meaning):
                    headed = civil(found.days.first)[0]
                situation = story.follow(
                    situation, read.meaning, found, leading=leading, bound=read.bound, end=read.end
                )
        return tuple(timexes)

    def _here(self, one: Candidate, situation: Situation, before: tuple[Candidate, Place | None] | None) -> Situation:
        """The situation for one date: the side its sentence looks to, and for the far end of a range its near end."""
        here = self._sides.directed(one, situation, self._trace)
        if before is not None and before[1] and ranges.join(before[0], one, self._seen) is not None:
            return story.counted_on(here, one.meaning, before[1])
        if before is None or not story.follows(one.meaning):
            return here
        if not direction.new_sentence(self._seen, situation.told_at, one.start):
            return here
        return story.looking(here, one.meaning, self._sides.told(one))

    def _when_spoken(self, said: Candidate, situation: Situation) -> Situation:
        """The situation of the words in a quotation that was spoken on a day the sentence around it names."""
        spoken = place(said.meaning, self._sides.directed(said, situation))
        if spoken is None or spoken.days.first != spoken.days.last or spoken.days.first == situation.published:
            return situation
        day = spoken.days.first
        return replace(situation, published=day, story=day, anchor=Anchor.NARRATIVE, time=None)

    def _written(self, one: Candidate, found: Place | None, here: Situation) -> Timex:
        where = told.where(self._seen, one.start, one.end)
        timex = write(one, where, found, here)
        if self._trace is not None:
            why = f"{timex.value} against {timex.anchor} {timex.anchor_day or ''}".strip()
            self._trace.add("resolve", timex.rule, where, why)
            told.contradicted(one.meaning, found, where, timex.rule, self._trace)
        return timex


def _headed(situation: Situation, one: Candidate, year: int | None) -> Situation:
    """In a sentence that a year opens, a day or month without its year is of that year, unless its verb looks ahead."""
    dated = isinstance(one.meaning, Cyclic) and one.meaning.kind in {"month_day", "month"} and one.meaning.which is None
    if year is None or not dated or situation.narrative or situation.direction == "future":
        return situation
    return replace(situation, chapter=year)


def _names_year(meaning: Meaning) -> bool:
    """1992, that year: what a sentence may be told under."""
    return isinstance(meaning, Fixed) or (isinstance(meaning, Shift) and meaning.story)


def _ahead(meaning: Meaning, found: Place | None, situation: Situation) -> bool:
    """Whether the words point ahead by themselves, which the rest of their sentence then does: "next week: bonds Monday"."""
    pointing = isinstance(meaning, Shift | Offset) or getattr(meaning, "which", None) == "next"
    if situation.narrative or not pointing or found is None or situation.published is None:
        return False
    return found.days.first > situation.published


def _settled(one: Candidate, situation: Situation) -> Candidate:
    """What "in three days" says: how long it took where the sentence looks back, and in a story.

    The preposition is part of the date but not of the length, so the span is a word shorter.
    """
    meaning = one.meaning
    if isinstance(meaning, Offset) and meaning.or_length and (situation.direction == "past" or situation.narrative):
        return replace(one, start=one.start + 1, meaning=Length(timex_length(meaning.n, meaning.unit)))
    if situation.narrative and meaning == Shift("day", 0):  # who tells of 1944 says "today" of his own time
        return replace(one, meaning=Ref("PRESENT_REF"))
    if isinstance(meaning, Offset) and meaning.or_later and situation.direction == "past":
        return replace(one, meaning=replace(meaning, story=True))
    return one
