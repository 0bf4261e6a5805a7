"""Finds the expressions of time in a text and says what they mean. Reads the surface alone: no model is loaded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import parse_day
from timeline.model.vocabulary import Anchor
from timeline.temporal import direction, lattice, plans, quotations, story, told
from timeline.temporal.candidate import Candidate
from timeline.temporal.compiled import matcher
from timeline.temporal.constructions.amounts import timex_length
from timeline.temporal.cycles import planned_side
from timeline.temporal.meaning import Between, Containing, Cyclic, Length, Nth, OfDay, Offset, Part, Ref, Shift
from timeline.temporal.refine import bounds, counted, date_time, ranges
from timeline.temporal.resolve import place
from timeline.temporal.situation import Situation
from timeline.temporal.writing import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.lang.packs import LanguagePack
    from timeline.model.document import Dct
    from timeline.model.timex import Timex
    from timeline.temporal.lattice import Lattice
    from timeline.temporal.match import Match, Matcher
    from timeline.temporal.meaning import Meaning, Place
    from timeline.temporal.situation import Direction
    from timeline.temporal.trace import Trace


def tag(
    text: str,
    pack: LanguagePack,
    dct: Dct | None,
    *,
    genre: str = "news",
    trace: Trace | None = None,
    join_ranges: bool = True,
) -> tuple[Timex, ...]:
    """The timexes of a text, in order, without overlaps.

    `genre`: `news` reads relative dates against the publication day, `narrative` against the last date of the story.
    `join_ranges`: "from Monday to Wednesday" is one timex with both ends; otherwise two, as TIMEX3 corpora mark them.
    """
    return tag_in(text, pack, opening(dct, genre), trace=trace, join_ranges=join_ranges)


def tag_in(
    text: str,
    pack: LanguagePack,
    situation: Situation,
    *,
    trace: Trace | None = None,
    join_ranges: bool = True,
) -> tuple[Timex, ...]:
    """As `tag`, from a situation; its direction is taken where the sentence gives no cue."""
    made = matcher(pack.time)
    seen = lattice.build(text, made.table, pack.time)
    candidates = _candidates(made, seen, trace)
    for name, refine in _REFINERS if join_ranges else _REFINERS[:-_JOINING]:
        refined = refine(candidates, seen)
        told.changes(candidates, refined, seen, trace, name)
        candidates = refined
    candidates = [one for one in candidates if not _idle(one, seen, made)]
    return _resolved(candidates, seen, made, situation, trace)


_REFINERS: Final[tuple[tuple[str, Callable[[list[Candidate], Lattice], list[Candidate]]], ...]] = (
    ("bound", bounds.refine),
    ("date+time", date_time.refine),
    ("counted", counted.refine),
    ("range", ranges.refine),
)
_JOINING: Final = 2
"""The last passes make one of what TIMEX3 corpora mark as two."""


def opening(dct: Dct | None, genre: str = "news") -> Situation:
    """The situation at the first word of a text."""
    published = parse_day(dct.day) if dct else None
    time = dct.time[11:16] if dct and dct.time and len(dct.time) >= 16 else None
    narrative = genre == "narrative"
    return Situation(published, story=published, narrative=narrative, time=time)


def _candidates(made: Matcher, seen: Lattice, trace: Trace | None) -> list[Candidate]:
    found: list[Candidate] = []
    dropped: list[tuple[Match, str]] = []
    for match, meaning in made.matches(seen, dropped):
        if trace is not None:
            where = told.where(seen, match.start, match.end)
            why = f"matched as {match.rule.construction}" if meaning else "a lookalike, not a time"
            trace.add("match", match.rule.id, where, why, kept=meaning is not None)
        if meaning is not None:
            mod = match.rule.given.get("mod") or match.get("approx", "limit")
            found.append(Candidate(match.start, match.end, meaning, (match.rule.id,), mod=mod))
    if trace is not None:
        for match, why in dropped:
            trace.add("match", match.rule.id, told.where(seen, match.start, match.end), why, kept=False)
    return found


def _resolved(
    candidates: list[Candidate], seen: Lattice, made: Matcher, situation: Situation, trace: Trace | None
) -> tuple[Timex, ...]:
    timexes: list[Timex] = []
    before: tuple[Candidate, Place | None] | None = None
    earlier = situation
    spoken = quotations.spoken(candidates, seen, made.pack.lexicon)
    for at, one in enumerate(candidates):
        if before is not None:
            situation = story.in_paragraph(situation, seen, before[0].end, one.start)
        around = situation if at not in spoken else _when_spoken(spoken[at], seen, made, situation)
        if before is not None and story.apposed(before[0].end, one, seen):
            around = earlier
        earlier = situation
        here = _directed(one, seen, made, around, trace)
        if before is not None and ranges.join(before[0], one, seen) is not None:
            here = story.counted_on(here, one.meaning, before[1]) if before[1] else here
        one = _settled(one, here)  # noqa: PLW2901  # the same candidate, read in its sentence
        found = place(one.meaning, here)
        where = told.where(seen, one.start, one.end)
        timex = write(one, where, found, here)
        if trace is not None:
            trace.add(
                "resolve", timex.rule, where, f"{timex.value} against {timex.anchor} {timex.anchor_day or ''}".strip()
            )
            told.contradicted(one.meaning, found, where, timex.rule, trace)
        timexes.append(timex)
        before = (one, found)
        if found is not None:
            situation = story.chapter(situation, one, found, seen)
            situation = story.follow(situation, one.meaning, found, leading=seen.leads(one.start), bound=one.bound)
    return tuple(timexes)


def _when_spoken(said: Candidate, seen: Lattice, made: Matcher, situation: Situation) -> Situation:
    """The situation of the words in a quotation that was spoken on a day the sentence around it names."""
    spoken = place(said.meaning, _directed(said, seen, made, situation, None))
    if spoken is None or spoken.days.first != spoken.days.last or spoken.days.first == situation.published:
        return situation
    return replace(situation, published=spoken.days.first, story=spoken.days.first, anchor=Anchor.NARRATIVE, time=None)


def _idle(one: Candidate, seen: Lattice, made: Matcher) -> bool:
    """Whether a word such as "soon" only orders what the sentence tells: "he soon left"."""
    if not isinstance(one.meaning, Ref) or not one.meaning.ahead:
        return False
    cue = direction.look(seen, made.pack.lexicon, one.start, one.end)
    return cue is not None and cue.direction == "past"


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


def _directed(one: Candidate, seen: Lattice, made: Matcher, situation: Situation, trace: Trace | None) -> Situation:
    """The situation with the side its sentence looks to, for a meaning that has to know."""
    if situation.published is None or not _needs_side(one.meaning) or situation.narrative:
        return situation
    if (side := _planned(one, seen, situation.published)) is not None:
        if trace is not None:
            trace.add("direction", one.rules[0], told.where(seen, one.start, one.end), f"its noun is off: the {side}")
        return replace(situation, direction=side)
    bound = one.bound or ""
    cue = None if bound in _DECISIVE else direction.look(seen, made.pack.lexicon, one.start, one.end)
    side = cue.direction if cue else _DECISIVE.get(bound) or _SIDE_OF_BOUND.get(bound, situation.direction)
    if trace is not None:
        why = f"{cue.words!r} looks to the {cue.direction}" if cue else f"no cue; {bound or 'no preposition'}"
        trace.add("direction", one.rules[0], told.where(seen, one.start, one.end), why)
    return replace(situation, direction=side)


def _planned(one: Candidate, seen: Lattice, published: int) -> Direction | None:
    """The side of a date whose noun is said to be cancelled or postponed."""
    base = one.meaning
    while isinstance(base, Part | Containing | OfDay) and base.base is not None:
        base = base.base
    if isinstance(base, Cyclic) and base.which is None and plans.ends_plan(seen, one.start, one.end):
        return planned_side(base, published)
    return None


_SIDE_OF_BOUND: Final[dict[str, Direction]] = {
    "since": "past",
    "since_or_from": "past",
    "by": "future",
    "until": "future",
    "from": "future",
    "not_before": "future",
    "within": "future",
}


_DECISIVE: Final[dict[str, Direction]] = {"since": "past", "towards": "future"}
"""Prepositions that say more than any verb: "a reply for Friday", "since Monday"."""


def _needs_side(meaning: Meaning) -> bool:
    if isinstance(meaning, Cyclic):
        return meaning.which in {None, "this"}
    if isinstance(meaning, Between):
        return _needs_side(meaning.first)
    if isinstance(meaning, Nth):
        return _needs_side(meaning.outer)
    base = meaning.base if isinstance(meaning, Part | Containing | OfDay | Offset) else None
    if base is not None:
        return _needs_side(base)
    return isinstance(meaning, Offset) and (meaning.or_length or meaning.or_later)
