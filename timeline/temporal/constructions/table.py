"""Which function reads which construction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.meaning import Length, Meaning, OfDay, Part, Ref, Repeat, ToEvent
from timeline.temporal.constructions import amounts, clocks, dates, deixis

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.lang.time_pack import TimePack
    from timeline.temporal.matching.match import Match

_READ: Final[dict[str, Callable[[Match, TimePack], Meaning | None]]] = {
    "full_date": dates.full_date,
    "partial_date": dates.partial_date,
    "range": dates.range_end,
    "day_number": dates.day_number,
    "weekday": dates.weekday,
    "deictic_day": deixis.deictic_day,
    "deictic_unit": deixis.deictic_unit,
    "offset": deixis.offset,
    "month": dates.month,
    "year": dates.year,
    "fiscal": dates.fiscal,
    "decade": dates.decade,
    "century": dates.century,
    "quarter": dates.division,
    "half": dates.division,
    "season": dates.division,
    "holiday": dates.holiday,
    "part_of": dates.part_of,
    "nth": dates.nth,
    "daypart": amounts.daypart,
    "clock": clocks.clock,
    "duration": amounts.duration,
    "window": deixis.window,
    "set": amounts.every,
    "anaphoric": deixis.anaphoric,
    "event_relative": deixis.event_relative,
    "vague": deixis.vague,
}
_WHOLE: Final = frozenset(
    {"full_date", "partial_date", "day_number", "clock", "century", "quarter", "half", "nth", "part_of"}
)
"""Constructions whose numbers count whole things."""
_WITHOUT_PARTS: Final = (OfDay, Ref, Length, Repeat, ToEvent, Part)


def meaning_of(match: Match, pack: TimePack) -> Meaning | None:
    """What a match says, or nothing when no calendar has it (31 February, 25 o'clock) or the rule refuses lookalikes."""
    read = _READ.get(match.rule.construction)
    meaning = read(match, pack) if read and not _uncounted(match) else None
    if meaning is None or isinstance(meaning, _WITHOUT_PARTS):
        return meaning
    if (part := match.get("part")) is not None:
        meaning = Part(meaning, part)
    if (time := match.get("daypart", "noon")) is not None:
        return OfDay(time, meaning)
    return meaning


def _uncounted(match: Match) -> bool:
    """Whether the rule wants a year by its number and the words count something else ("in June of the first year"), or
    wants a number of the calendar or the clock and the words have a fraction ("1998.12 o'clock").
    """
    if match.rule.construction in _WHOLE and not (match.get("number") or "0").isdecimal():
        return True
    return match.rule.given.get("year") == "nth" and dates.year_of(match) is None
