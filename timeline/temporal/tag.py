"""Finds the expressions of time in a text and says what they mean. Reads the surface alone: no model is loaded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import parse_day
from timeline.temporal.calendars import calendar
from timeline.temporal.context import told
from timeline.temporal.context.direction import look
from timeline.temporal.context.governor import Governors
from timeline.temporal.context.sides import Sides
from timeline.temporal.context.situation import Situation
from timeline.temporal.matching import lattice
from timeline.temporal.matching.candidate import Candidate
from timeline.temporal.matching.compiled import matcher
from timeline.temporal.placing.telling import Telling
from timeline.temporal.refine import bounds, counted, date_time, habits, ranges

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.lang.packs import LanguagePack
    from timeline.model.document import Dct
    from timeline.model.timex import Timex
    from timeline.temporal.context.trace import Trace
    from timeline.temporal.matching.lattice import Lattice
    from timeline.temporal.matching.match import Match, Matcher
    from timeline.text.parse import Parse


def tag(  # noqa: PLR0913  # a text and its pack; each of the others is a choice of its own
    text: str,
    pack: LanguagePack,
    dct: Dct | None,
    *,
    genre: str = "news",
    trace: Trace | None = None,
    join_ranges: bool = True,
    parse: Parse | None = None,
) -> tuple[Timex, ...]:
    """The timexes of a text, in order, without overlaps.

    `genre`: `news` reads relative dates against the publication day, `narrative` against the last date of the story.
    `join_ranges`: "from Monday to Wednesday" is one timex with both ends; otherwise two, as TIMEX3 corpora mark them.
    `parse`: the text's tree, where somebody has parsed it anyway, to find the verb that a date hangs on.
    """
    tree = parse if parse is not None and parse.tree else None
    return tag_in(
        text, pack, opening(dct, genre, pack.time.week_start), trace=trace, join_ranges=join_ranges, parse=tree
    )


def tag_in(
    text: str,
    pack: LanguagePack,
    situation: Situation,
    *,
    trace: Trace | None = None,
    join_ranges: bool = True,
    parse: Parse | None = None,
) -> tuple[Timex, ...]:
    """As `tag`, from a situation; its direction is taken where the sentence gives no cue."""
    made = matcher(pack.time)
    seen = lattice.build(text, made.table, pack.time)
    candidates = _candidates(made, seen, trace)
    for name, refine in _REFINERS if join_ranges else _REFINERS[:-_JOINING]:
        refined = refine(candidates, seen)
        told.changes(candidates, refined, seen, trace, name)
        candidates = refined
    lexicon = made.pack.lexicon
    sides = Sides(seen, Governors(parse, seen, lexicon).look if parse else partial(look, seen, lexicon))
    return Telling(seen, lexicon, sides, trace).tell([one for one in candidates if not sides.idle(one)], situation)


_REFINERS: Final[tuple[tuple[str, Callable[[list[Candidate], Lattice], list[Candidate]]], ...]] = (
    ("bound", bounds.refine),
    ("date+time", date_time.refine),
    ("habit", habits.refine),
    ("counted", counted.refine),
    ("range", ranges.refine),
)
_JOINING: Final = 2
"""The last passes make one of what TIMEX3 corpora mark as two."""


def opening(dct: Dct | None, genre: str = "news", week: int = calendar.MONDAY) -> Situation:
    """The situation at the first word of a text; `week`: the first day of the week, where nobody has said it of this text."""
    published = parse_day(dct.day) if dct else None
    time = dct.time[11:16] if dct and dct.time and len(dct.time) >= 16 else None
    narrative = genre == "narrative"
    if dct is not None and dct.week_start is not None:
        week = calendar.STARTS[dct.week_start]
    return Situation(published, story=published, narrative=narrative, time=time, week=week)


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
