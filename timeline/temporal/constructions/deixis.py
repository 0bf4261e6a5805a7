"""Expressions that point: today, next week, three days ago, the following day, the last two months, recently."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.meaning import Cyclic, Meaning, OfDay, Offset, Ref, Shift, ToEvent, Window

if TYPE_CHECKING:
    from timeline.lang.time_pack import TimePack
    from timeline.temporal.matching.match import Match

_STEPS: Final = {"last": -1, "this": 0, "next": 1}
_SIDES: Final = {"past": -1, "future": 1, "last": -1, "next": 1, "this": -1}


def deictic_day(match: Match, _pack: TimePack) -> Meaning | None:
    if both := match.get("deictic_part"):
        days, _, time = both.partition(":")
        return OfDay(time, Shift("day", int(days)))
    return Shift("day", int(match.rule.given.get("days") or match.get("deictic_day") or 0))


def deictic_unit(match: Match, _pack: TimePack) -> Meaning | None:
    """Last, this, next unit; said twice ("the week after next") it moves twice."""
    unit = match.rule.given.get("unit") or match.get("unit", "units") or "day"
    if match.rule.given.get("which") == "free":  # "the weekend": the sentence tells which
        return Cyclic(unit)
    steps = int(match.rule.given.get("steps") or _STEPS[match.rule.given.get("which") or match.get("which") or "this"])
    if unit in {"second", "minute", "hour"}:
        return Window(1, unit, -1 if steps <= 0 else 1)
    if unit == "weekend":
        return Cyclic("weekend", which={-1: "last", 0: "this", 1: "next"}.get(steps))
    return Shift(unit, steps)


def offset(match: Match, _pack: TimePack) -> Meaning | None:
    """So many units before or after the anchor: the side is the rule's or that of a word such as "ago"."""
    side = match.rule.given.get("side") or match.get("side") or "past"
    story = match.rule.given.get("anchor") == "story"
    if (days := match.rule.given.get("days")) is not None:  # a week from Friday
        return Offset(int(days), "day", 1, Cyclic("weekday", (int(match.get("weekday") or 1),), which="next"))
    unit = match.rule.given.get("unit") or match.get("unit", "units") or "day"
    n, unit = _in_smallest(match) if "units" in match.rule.given else (amount(match), unit)
    return Offset(
        n,
        unit,
        _SIDES[side],
        story=story,
        or_length=match.rule.given.get("or") == "length",
        or_later=match.rule.given.get("or") == "later",
    )


_PARTS: Final = {("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60}


def _in_smallest(match: Match) -> tuple[float, str]:
    """Two years and three months as 27 months; units that are no whole number of each other keep the first."""
    counts = [float(value) for value in match.captures.get("number", ())]
    units = match.captures.get("unit", ()) or match.captures.get("units", ())
    n, unit = counts[0], units[0]
    for more, smaller in zip(counts[1:], units[1:], strict=False):
        if (unit, smaller) in _PARTS:
            n, unit = n * _PARTS[unit, smaller] + more, smaller
    return n, unit


def amount(match: Match) -> float:
    """How many; 0 stands for some."""
    if match.get("some"):
        return 0
    found = match.get("number", "one", "nth")
    fraction = match.get("fraction")
    if found is None and fraction is None and not match.rule.given.get("amount"):
        return 0 if match.rule.given.get("some") else 1
    return float(match.rule.given.get("amount") or found or 0) + float(fraction or 0)


def window(match: Match, _pack: TimePack) -> Meaning | None:
    side = match.rule.given.get("side") or match.get("which", "side") or "last"
    story = match.rule.given.get("anchor") == "story"
    return Window(
        amount(match),
        match.get("unit", "units") or "day",
        _SIDES[side],
        story=story,
        inside=bool(match.rule.given.get("inside")),
    )


def anaphoric(match: Match, _pack: TimePack) -> Meaning | None:
    """The unit the story stands at, or one next to it."""
    given = match.rule.given.get("steps")
    if given == "nth":  # "on the third day": the day the story stands at is the first
        counted = int(match.get("nth") or 0) - 1
        return Shift(match.get("unit") or "day", counted, story=True) if counted > 0 else None
    steps = int(given or match.get("anaphor_day", "anaphor") or 0)
    return Shift(match.get("unit", "units") or match.rule.given.get("unit") or "day", steps, story=True)


def vague(match: Match, _pack: TimePack) -> Meaning | None:
    if (season := match.get("season")) is not None:  # "in winter", of no year in particular
        return Ref(f"XXXX-{season}")
    value = match.rule.given.get("value") or match.get("ref") or "PRESENT_REF"
    return Ref(value, ahead=bool(match.rule.given.get("ahead")))


def event_relative(match: Match, _pack: TimePack) -> Meaning | None:
    """So long before or after an event; how long is the value, the date is for the event to give."""
    from timeline.temporal.constructions.amounts import length_of  # noqa: PLC0415  # the two families meet only here

    side = match.rule.given.get("side") or match.get("side") or "future"
    return ToEvent(length_of(match), _SIDES[side])
