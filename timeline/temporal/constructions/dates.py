"""Dates of the calendar: full and partial dates, weekdays, months, years and what divides or gathers them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import parse_day
from timeline.edtf.days import weekday as weekday_of
from timeline.temporal.calendars import calendar
from timeline.temporal.calendars.meaning import Containing, Cyclic, Fixed, Inside, Meaning, Nth, OfDay, Part, Ref, Shift

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.lang.time_pack import TimePack
    from timeline.temporal.matching.match import Match

_PIVOT = 40
"""Two-digit years below it are of this century: nobody writes '39 about 1939 without saying so."""
_SAID_SHORT: Final = range(30, 100)
"""Years of the last century that are called by their two digits."""
_WORDED: Final = range(1000, 2200)


def full_date(match: Match, pack: TimePack) -> Meaning | None:
    if given := match.rule.given.get("date"):  # a day that has a name of its own: 9/11
        return Fixed("day", parse_day(given))
    year = year_of(match)
    if compact := match.get("yyyymmdd"):
        year, month, day = int(compact[:4]), int(compact[4:6]), int(compact[6:])
    elif match.get("month"):
        month, day = int(match.get("month") or 0), day_of(match)
    else:
        month, day = _numeric(match, pack)
    if year is None or not (number := calendar.valid_day(year, month, day)):
        return None
    said = match.get("weekday")
    if said and weekday_of(number) != int(said) and match.rule.given.get("strict"):
        return None
    return Fixed("day", number, int(said) if said else None)


def _numeric(match: Match, pack: TimePack) -> tuple[int, int]:
    """Month and day of digits alone, by the rule's order or the language's; a number above 12 can only be the day."""
    order = match.rule.given.get("order", pack.date_order)
    numbers = [int(value) for name, value in match.sequence if name in {"dd", "mm"}]
    first, second = numbers[0], numbers[1]
    if order == "ymd":
        return first, second
    month, day = (second, first) if order == "dmy" else (first, second)
    return (day, month) if month > 12 >= day else (month, day)


def partial_date(match: Match, pack: TimePack) -> Meaning | None:
    """A day and a month; the year comes from the anchor. `as: week` is the week that holds the day."""
    found = _partial_date(match, pack)
    grain = match.rule.given.get("as")
    return found if found is None or grain is None else Containing(grain, found)


def _partial_date(match: Match, pack: TimePack) -> Meaning | None:
    if match.get("month"):
        month, day = int(match.get("month") or 0), day_of(match)
    else:
        month, day = _numeric(match, pack)
    if calendar.valid_day(2024, month, day) is None:  # a leap year: 29 February is a date
        return None
    said = int(match.get("weekday") or 0) or None
    if (year := year_of(match)) is not None:
        number = calendar.valid_day(year, month, day)
        return None if number is None else Fixed("day", number, said)
    inner = Cyclic("month_day", (month, day), which=which(match), weekday=said)
    return _of_a_year(match, inner)


def range_end(match: Match, pack: TimePack) -> Meaning | None:
    """One end of a range whose other end holds the month or the year: 20 in "from 20 to 22 October", 1861 in "1861-65"."""
    return _partial_date(match, pack) if match.get("month") else year(match, pack)


def day_of(match: Match) -> int:
    """The day of the month, in digits or as an ordinal; the last of several when the rule says `day: last`."""
    if match.rule.given.get("day") == "last":
        return int([value for name, value in match.sequence if name in {"dd", "nth"}][-1])
    return int(match.get("dd", "nth", "ordinal", "number", "numeral") or 0)


def year_of(match: Match) -> int | None:
    """A year of four digits, or of two read around the pivot; before our era counted astronomically.

    `year: last` of the rule: the end of a pair such as 1934/35, in the century of its beginning or the next. `year: words`:
    the last number of the match is a year in words; `year: nth`: an ordinal ("in the forty-third year").
    """
    if (read := _YEARS.get(match.rule.given.get("year", ""))) is not None:
        return read(match)
    if full := match.get("yyyy", "modern", "tens"):
        return 1 - int(full) if match.get("era") == "bc" else int(full)
    if match.get("era") and (short := match.get("int")):
        return 1 - int(short) if match.get("era") == "bc" else int(short)
    if short := match.get("yy", "short_year"):
        return int(short) + (2000 if int(short) < _PIVOT else 1900)
    return None


def _by_number(match: Match) -> int | None:
    """The forty-third year: that of the last century, by its two digits; a small number counts years of something else."""
    number = int(match.get("nth") or 0)
    return 1900 + number if number in _SAID_SHORT else None


def _in_words(match: Match) -> int | None:
    number = float((match.captures.get("number") or ("0",))[-1])
    return int(number) if number in _WORDED else None


def _end_of_pair(match: Match) -> int | None:
    if not (years := match.captures.get("yyyy")):
        return None
    first, short = int(years[0]), match.get("yy", "short_year")
    if short is None:
        return int(years[-1])
    return first + (int(short) - first) % 100


_YEARS: Final = {"last": _end_of_pair, "words": _in_words, "nth": _by_number}


def which(match: Match) -> str | None:
    return match.rule.given.get("which") or match.get("which")


def day_number(match: Match, _pack: TimePack) -> Meaning | None:
    """The 3rd: of the month the anchor and the sentence point at."""
    day = day_of(match)
    if not 1 <= day <= 31:
        return None
    said = match.get("weekday")
    return Cyclic("day_of_month", (day,), which=which(match), weekday=int(said) if said else None)


def weekday(match: Match, _pack: TimePack) -> Meaning | None:
    if both := match.get("weekday_part"):
        named, _, part = both.partition(":")
        return OfDay(part, Cyclic("weekday", (int(named),), which=which(match)))
    day = Cyclic("weekday", (int(match.get("weekday") or 0),), which=which(match))
    if (steps := match.get("anaphor")) in _FOLLOWING:
        return replace(day, which=_FOLLOWING[steps], story=True)
    if match.rule.given.get("of") == "unit":
        return Inside(day, Shift(match.get("unit", "units") or "week", _STEPS[which(match) or "this"]))
    return day


_STEPS = {"last": -1, "this": 0, "next": 1}
_FOLLOWING: Final = {"1": "next", "-1": "last"}
"""The following Monday, the previous May: counted from the story."""


def month(match: Match, _pack: TimePack) -> Meaning | None:
    number, year = int(match.get("month", "mm") or 0), year_of(match)
    if year is not None:
        return Fixed("month", year * 12 + number - 1)
    found = Cyclic("month", (number,), which=which(match))
    if (steps := match.get("anaphor")) in _FOLLOWING and "of" not in match.rule.given:
        return replace(found, which=_FOLLOWING[steps], story=True)
    return _of_a_year(match, found)


def _of_a_year(match: Match, inner: Cyclic) -> Meaning:
    """August of that year, October next year: the rule says `of: year` or `of: story`."""
    of = match.rule.given.get("of")
    if of == "year":
        return Inside(Cyclic(inner.kind, inner.args, inner.name), Shift("year", _STEPS[which(match) or "this"]))
    if of == "story":
        return Inside(inner, Shift("year", int(match.get("anaphor") or 0), story=True))
    return inner


def year(match: Match, _pack: TimePack) -> Meaning | None:
    found = year_of(match)
    return None if found is None else Fixed("year", found)


def fiscal(match: Match, _pack: TimePack) -> Meaning | None:
    """A fiscal year starts when its company says: it has a name and no days."""
    return Ref(f"FY{match.get('yyyy')}")


def decade(match: Match, _pack: TimePack) -> Meaning | None:
    """The 1980s, the eighties, the eighties of the 19th century."""
    if full := match.get("tens"):
        return Fixed("decade", int(full) // 10)
    tens = int(match.get("decade_name", "yy", "int") or 0)
    if tens % 10:
        return None
    if (side := match.get("which")) is not None:  # the thirties of last century
        return Nth(tens // 10 + 1, "decade", Shift("century", _STEPS[side]))
    if age := match.get("roman", "nth"):
        return Fixed("decade", (int(age) - 1) * 10 + tens // 10)
    return Fixed("decade", (1900 + tens if tens >= 20 else 2000 + tens) // 10)


def century(match: Match, _pack: TimePack) -> Meaning | None:
    if name := match.get("century_name"):
        return Fixed("century", int(name))
    number = int(match.get("roman", "nth", "ordinal", "number") or 0)
    if number < 1:
        return None
    grain = match.rule.given.get("grain", "century")
    return Fixed(grain, -number if match.get("era") == "bc" else number - 1)


def division(match: Match, pack: TimePack) -> Meaning | None:
    return _division(match.rule.construction, match, pack)


def _division(kind: str, match: Match, _pack: TimePack) -> Meaning | None:
    """Quarters, halves and seasons, counted from 1, of a year that is named or not."""
    per_year = 2 if kind == "half" else 4
    if kind == "season":
        number = calendar.SEASONS.index(match.get("season") or "SP") + 1
    else:
        number = int(match.get("roman", "nth", "ordinal", "number", "int") or 0)
        number = per_year if number == -1 else number
    if not 1 <= number <= per_year:
        return None
    found = year_of(match)
    if found is not None:
        return Fixed(kind, found * per_year + number - 1)
    return _of_a_year(match, Cyclic(kind, (number,), which=which(match)))


def holiday(match: Match, _pack: TimePack) -> Meaning | None:
    """A feast; `as: week` is one that lasts for the week of its day."""
    name, found = match.get("holiday") or match.rule.given.get("name", ""), year_of(match)
    day: Meaning = Inside(Cyclic("holiday", name=name), Fixed("year", found or 0))
    if found is None:
        day = _of_a_year(match, Cyclic("holiday", name=name, which=which(match)))
    grain = match.rule.given.get("as")
    return day if grain is None else Containing(grain, day)


def nth(match: Match, pack: TimePack) -> Meaning | None:
    """The first week of October, the last Monday of the month; what it is part of is said by `of`."""
    if match.rule.given.get("week"):
        return _week(int(match.get("dd", "min") or 0), match)
    counted = match.get("nth", "ordinal")
    number = int(counted or (-1 if match.get("which") == "last" else 1))
    outer = outer_of(match if counted else _without_first_which(match), pack)
    if outer is None:
        return None
    if (said := match.get("weekday")) is not None:
        return Nth(number, "day", outer, int(said))
    return Nth(number, match.get("unit", "units") or "day", outer)


def _without_first_which(match: Match) -> Match:
    """The last Sunday of October: "last" counts the Sundays and says nothing about the month."""
    captures = {name: found[1:] if name == "which" else found for name, found in match.captures.items()}
    return replace(match, captures={name: found for name, found in captures.items() if found})


def _week(number: int, match: Match) -> Meaning | None:
    """A week by its ISO number, of a year that is named or pointed at."""
    if not 1 <= number <= 53:
        return None
    found, inner = year_of(match), Cyclic("iso_week", (number,), which=which(match))
    return _of_a_year(match, inner) if found is None else Inside(inner, Fixed("year", found))


def part_of(match: Match, pack: TimePack) -> Meaning | None:
    outer = outer_of(match, pack)
    part = match.rule.given.get("part") or match.get("part")
    return None if outer is None or part is None else Part(outer, part)


def outer_of(match: Match, pack: TimePack) -> Meaning | None:
    """What something is part of: a month, season, quarter, year, decade, century, or a unit seen from the anchor."""
    of = match.rule.given.get("of", "")
    if of in {"month", "season", "quarter", "half", "year", "decade", "century", "holiday"}:
        return _OUTER[of](match, pack)
    unit = match.rule.given.get("unit") or match.captures.get("unit", ("day",))[-1]
    if of == "story":
        return Shift(unit, int(match.get("anaphor") or 0), story=True)
    if of == "anchor":
        return Shift(unit, _STEPS[which(match) or "this"])
    return None


_OUTER: Final[dict[str, Callable[[Match, TimePack], Meaning | None]]] = {
    "month": month,
    "season": partial(_division, "season"),
    "quarter": partial(_division, "quarter"),
    "half": partial(_division, "half"),
    "year": year,
    "decade": decade,
    "century": century,
    "holiday": holiday,
}
