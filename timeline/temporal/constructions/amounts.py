"""Lengths and repetitions: durations, sets, times of day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.temporal.constructions.deixis import amount
from timeline.temporal.meaning import Cyclic, Length, Meaning, OfDay, Repeat, Shift

if TYPE_CHECKING:
    from timeline.lang.time_pack import TimePack
    from timeline.temporal.match import Match

UNIT_LETTERS: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "half": "H", "season": "SN", "year": "Y", "decade": "DE", "century": "CE",
    "millennium": "ML",
}  # fmt: skip
_IN_YEARS: Final = {"decade": 10, "century": 100, "millennium": 1000}


def timex_length(n: float, unit: str) -> str:
    """`P3D`, `PT2H`, `P1.5Y`; `PXD` for some days; tens and hundreds of years are counted in years."""
    letters = UNIT_LETTERS[unit]
    if unit in _IN_YEARS and n:
        n, letters = n * _IN_YEARS[unit], "Y"
    if unit == "fortnight":
        n *= 2
    if unit == "half" and n:
        n, letters = n * 6, "M"
    count = "X" if n == 0 else str(int(n)) if n == int(n) else str(n)
    time, letter = ("T", letters[1:]) if letters[0] == "T" else ("", letters)
    return f"P{time}{count}{letter}"


def length_of(match: Match) -> str:
    if term := match.get("term"):
        return term
    return timex_length(amount(match), match.rule.given.get("unit") or match.get("unit", "units") or "day")


def duration(match: Match, _pack: TimePack) -> Meaning | None:
    return Length(match.rule.given.get("value") or length_of(match))


def every(match: Match, _pack: TimePack) -> Meaning | None:
    """Every Monday, daily, twice a year, every two weeks."""
    times = match.get("multiplier", "number") if match.rule.given.get("times") else None
    quantifier = "EACH" if match.get("each") else None
    frequency = f"{times}X" if times else None
    if (day := match.get("weekday")) is not None:
        part = match.get("daypart")
        return Repeat(f"XXXX-WXX-{day}" + (f"T{part}" if part else ""), quantifier, frequency)
    if (part := match.get("daypart")) is not None:
        return Repeat(f"XXXX-XX-XXT{part}", quantifier, frequency)
    if (season := match.get("season")) is not None:
        return Repeat(f"XXXX-{season}", quantifier, frequency)
    if (month := match.get("month")) is not None:
        return Repeat(f"XXXX-{int(month):02d}", quantifier, frequency)
    if (value := match.get("frequency")) is not None:
        return Repeat(value, quantifier, frequency)
    n = amount(match) if match.rule.given.get("counted") else 1
    return Repeat(timex_length(n or 1, match.get("unit", "units") or "day"), quantifier, frequency)


def clock(match: Match, _pack: TimePack) -> Meaning | None:
    """A time of day; am and pm move it, seconds are kept, a day that has no such hour refuses it."""
    if noon := match.get("noon"):
        return OfDay(noon, zone=match.get("zone"))
    hours = [int(value) for value in match.captures.get("hh", ())] or [int(match.get("number") or -1)]
    minutes = match.captures.get("min", ())
    hour = _with_meridiem(hours[0], match.get("meridiem"), match.get("daypart"))
    if hour is None:
        return None
    past = int(match.rule.given.get("minute", 0)) or int(60 * float(match.get("fraction") or 0))
    written = f"{hour:02d}:{int(minutes[0]) if minutes else past:02d}"
    if len(minutes) > 1:
        written += f":{int(minutes[1]):02d}"
    return OfDay(written, zone=match.get("zone"))


def _with_meridiem(hour: int, meridiem: str | None, part: str | None) -> int | None:
    if not 0 <= hour <= 24:
        return None
    late = meridiem == "pm" or (meridiem is None and part in {"AF", "EV"} and hour < 12)
    if meridiem and not 1 <= hour <= 12:
        return None
    if meridiem == "am" and hour == 12:
        return 0
    return hour + 12 if late and hour < 12 else hour


def daypart(match: Match, _pack: TimePack) -> Meaning | None:
    """A part of a day; `base` of the rule says which day when the words do."""
    part = match.get("daypart") or match.rule.given.get("daypart") or "DT"
    base: Meaning | None = None
    if match.rule.given.get("night"):
        base = Cyclic("weekday", (int(match.get("weekday") or 1),))
        return OfDay("NI", base, night=True)
    if match.rule.given.get("base") == "anchor":
        base = Shift("day", int(match.rule.given.get("days", 0)))
    elif match.get("anaphor_day", "anaphor"):
        base = Shift("day", int(match.get("anaphor_day", "anaphor") or 0), story=True)
    return OfDay(part, base)
