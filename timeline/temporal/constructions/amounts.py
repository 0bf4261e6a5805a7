"""Lengths and repetitions: durations, sets, parts of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.meaning import Cyclic, Length, Meaning, OfDay, Offset, Repeat, Shift
from timeline.temporal.constructions.deixis import amount

if TYPE_CHECKING:
    from timeline.lang.time_pack import TimePack
    from timeline.temporal.matching.match import Match

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
    if match.rule.given.get("compound"):
        return _compound(match)
    return timex_length(amount(match), match.rule.given.get("unit") or match.get("unit", "units") or "day")


def _compound(match: Match) -> str:
    """Two years and three months: P2Y3M, one day and five hours: P1DT5H."""
    units = match.captures.get("unit", ()) or match.captures.get("units", ())
    lengths = [timex_length(float(n), unit)[1:] for n, unit in zip(match.captures["number"], units, strict=False)]
    dates = [one for one in lengths if one[0] != "T"]
    times = [one[1:] for one in lengths if one[0] == "T"]
    return "P" + "".join(dates) + ("T" if times else "") + "".join(times)


def duration(match: Match, _pack: TimePack) -> Meaning | None:
    """How long; `set: {units: several}` for lengths of more than one unit ("two hours and ten minutes")."""
    if "units" in match.rule.given:
        value = _summed(match)
        return Length(value) if value else None
    counts = [float(value) for value in match.captures.get("number", ())]
    if len(counts) == 2 and counts[0] >= 1000 > counts[1] and "compound" not in match.rule.given:
        return None  # "ten billion to three years": bonds that run three years
    return Length(match.rule.given.get("value") or length_of(match))


def _summed(match: Match) -> str | None:
    """`PT2H10M`: units from the largest to the smallest; any other order is two lengths, not one."""
    parts: list[tuple[int, str]] = []
    count = 1.0
    for name, value in match.sequence:
        if name in {"number", "one"}:
            count = float(value)
        elif name in {"unit", "units"}:
            if value not in _SUMMED:
                return None
            parts.append((_SUMMED.index(value), timex_length(count, value)[1:]))
    sizes = [size for size, _ in parts]
    if sizes != sorted(set(sizes)):
        return None
    days = "".join(length for _, length in parts if length[0] != "T")
    time = "".join(length[1:] for _, length in parts if length[0] == "T")
    return f"P{days}" + (f"T{time}" if time else "")


_SUMMED: Final = ("year", "month", "week", "day", "hour", "minute", "second")


def every(match: Match, _pack: TimePack) -> Meaning | None:
    """Every Monday, daily, twice a year, every two weeks."""
    times = match.get("multiplier", "number") if match.rule.given.get("times") else None
    return Repeat(_cycle(match), "EACH" if match.get("each") else None, f"{times}X" if times else None)


def _cycle(match: Match) -> str:
    """What comes back, as a TIMEX3 value."""
    if (both := match.get("weekday_part")) is not None:
        return f"XXXX-WXX-{both.replace(':', 'T')}"
    part = match.get("daypart")
    if (day := match.get("weekday")) is not None:
        return f"XXXX-WXX-{day}" + (f"T{part}" if part else "")
    if part is not None:
        return f"XXXX-XX-XXT{part}"
    if (season := match.get("season")) is not None:
        return f"XXXX-{season}"
    if (month := match.get("month")) is not None:
        return f"XXXX-{int(month):02d}"
    return match.get("frequency") or _length_of_turn(match)


def _length_of_turn(match: Match) -> str:
    n = amount(match) if match.rule.given.get("counted") else 1
    return timex_length(n or 1, match.get("unit", "units") or "day")


def _night_before(match: Match, pack: TimePack) -> Meaning | None:
    """The night that ends in a day: "in the night to 9 October" began on the 8th."""
    from timeline.temporal.constructions import dates  # noqa: PLC0415  # days of the calendar meet parts of days only here

    read = dates.partial_date if match.get("month") else dates.weekday
    day = read(match, pack)
    return None if day is None else OfDay("NI", Offset(1, "day", -1, day), night=True)


def daypart(match: Match, pack: TimePack) -> Meaning | None:
    """A part of a day; `base` of the rule says which day when the words do."""
    part = match.get("daypart") or match.rule.given.get("daypart") or "DT"
    base: Meaning | None = None
    if match.rule.given.get("night") == "before":
        return _night_before(match, pack)
    if match.rule.given.get("night"):
        base = Cyclic("weekday", (int(match.get("weekday") or 1),))
        return OfDay("NI", base, night=True)
    if match.rule.given.get("base") == "anchor":
        base = Shift("day", int(match.rule.given.get("days", 0)))
    elif match.get("anaphor_day", "anaphor"):
        base = Shift("day", int(match.get("anaphor_day", "anaphor") or 0), story=True)
    return OfDay(part, base)
