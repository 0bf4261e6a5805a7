"""One date as it is typed: a day, a month, a year, digits left open, a time, or a week or season to be spelled out."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from timeline.edtf.clock import clock_text, read_clock
from timeline.edtf.days import day_number, iso_day, iso_year, last_day_of_month
from timeline.edtf.diagnosis import explain
from timeline.edtf.divisions import FIRST_QUARTER, MONTHS, division_days, week_days
from timeline.edtf.value import Point, Precision, Qualifier, Range

if TYPE_CHECKING:
    from timeline.edtf.error import Excerpt
    from timeline.edtf.value import Clock

_DATE: Final = re.compile(
    r"""
    (?: (?P<year> -?\d{2}(?:\d\d|\dX|XX) ) | Y(?P<long>-?\d{1,12}) )
    (?: -(?: (?P<month>\d\d|XX) (?: -(?P<day>\d\d|XX) )?
           | W(?P<week>\d\d) (?: -(?P<weekday>\d) )?
           | Q(?P<quarter>\d) ) )?
    (?P<clock> [T ]\d\d:\d\d.*? )?
    (?P<qualifier> [?~%] | \?~ | ~\? )?
    """,
    re.ASCII | re.VERBOSE,
)
_QUALIFIERS: Final = {"?": Qualifier.UNCERTAIN, "~": Qualifier.APPROXIMATE}
_CODES: Final = frozenset(str(code) for code in MONTHS)
_WRITTEN_AS: Final = str.maketrans("twqxyuUz", "TWQXYXXZ")


def read_date(source: Excerpt) -> Range:
    """The first and the last date it names: the same one twice, unless it is a week, a season or the like.

    Raises `EdtfError`.
    """
    plain = _plain_day(source.text)
    if plain is not None:
        return Range(plain, plain)
    match = _DATE.fullmatch(source.text.translate(_WRITTEN_AS))
    if match is None:
        source.refuse(*explain(source.text))
    qualifier = _qualifier(match["qualifier"])
    if match["long"]:
        return _whole(_long_year(match, source), qualifier)
    if match["week"] or match["quarter"] or (match["month"] and match["month"] in _CODES):
        first, last = _division(match, source)
    else:
        first = last = _plain(match, source)
    if match["clock"]:
        if first is not last or first.precision is not Precision.DAY:
            source.refuse(match.start("clock"), "a time of day needs a day", "write it as 2025-10-17T18:30")
        first = last = _timed(first, read_clock(match["clock"], source, match.start("clock")))
    return Range(first._replace(qualifier=qualifier), last._replace(qualifier=qualifier))


def _plain_day(text: str) -> Point | None:
    """Most ends are plain days, which datetime reads in C; what it refuses gets its explanation below."""
    if len(text) != 10 or not text[4] == "-" == text[7]:
        return None
    try:
        number = date.fromisoformat(text).toordinal()
    except ValueError:
        return None
    return Point(text, number, number, Precision.DAY)


def _qualifier(sign: str | None) -> Qualifier | None:
    return _QUALIFIERS.get(sign, Qualifier.BOTH) if sign else None


def _whole(point: Point, qualifier: Qualifier | None) -> Range:
    point = point._replace(qualifier=qualifier)
    return Range(point, point)


def _long_year(match: re.Match[str], source: Excerpt) -> Point:
    year = int(match["long"])
    if -9999 <= year <= 9999:
        source.refuse(0, "Y is for years of five digits or more", f"write {iso_year(year)}")
    if match.end("long") != match.end() - len(match["qualifier"] or ""):
        source.refuse(
            match.end("long"), "a year of five digits or more stands alone", "leave out the month and the time"
        )
    return _year(f"Y{year}", year, year, Precision.YEAR)


def _year(text: str, first: int, last: int, precision: Precision) -> Point:
    return Point(text, day_number(first, 1, 1), day_number(last, 12, 31), precision)


def _plain(match: re.Match[str], source: Excerpt) -> Point:
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        return _open_year(match, source)
    if year == "-0000":
        source.refuse(0, "there is no year -0000", "the year before 0001 is 0000 (1 BC)")
    if month is None:
        return _year(year, int(year), int(year), Precision.YEAR)
    if month == "XX":
        if day not in {None, "XX"}:
            source.refuse(match.start("month"), "a day needs its month", f"write {year}-XX or {year}-10-{day}")
        return _year(match[0][: match.end("day") if day else match.end("month")], int(year), int(year), Precision.YEAR)
    return _month_or_day(match, source)


def _open_year(match: re.Match[str], source: Excerpt) -> Point:
    """`201X` and `20XX`: some year of that decade or century."""
    year = match["year"]
    if match["month"]:
        source.refuse(match.start("month"), "a year with X stands alone", f"write {year}")
    edges = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    return _year(year, edges[0], edges[1], Precision.CENTURY if year.endswith("XX") else Precision.DECADE)


def _month_or_day(match: re.Match[str], source: Excerpt) -> Point:
    year, month, day = int(match["year"]), int(match["month"]), match["day"]
    if not 1 <= month <= 12:
        source.refuse(match.start("month"), f"there is no month {match['month']}", "months run from 01 to 12")
    length = last_day_of_month(year, month)
    text = f"{match['year']}-{match['month']}"
    if day is None or day == "XX":
        written = text if day is None else f"{text}-XX"
        return Point(written, day_number(year, month, 1), day_number(year, month, length), Precision.MONTH)
    if not 1 <= int(day) <= length:
        source.refuse(match.start("day"), f"there is no day {day} in {text}", f"{text} has the days 01 to {length}")
    number = day_number(year, month, int(day))
    return Point(f"{text}-{day}", number, number, Precision.DAY)


def _division(match: re.Match[str], source: Excerpt) -> tuple[Point, Point]:
    year = match["year"]
    if "X" in year or year == "-0000":
        source.refuse(0, f"no week, season or quarter can be placed in {year}", "give the year in full")
    if match["day"]:
        source.refuse(
            match.start("day"),
            "a season or a quarter has no days of its own",
            f"write {match[0][: match.start('day') - 1]}",
        )
    first, last = _week(match, source) if match["week"] else _part_of_year(match, source)
    start = _day(first)
    return start, start if first == last else _day(last)


def _week(match: re.Match[str], source: Excerpt) -> tuple[int, int]:
    days = week_days(int(match["year"]), int(match["week"]))
    if days is None:
        source.refuse(
            match.start("week"), f"{match['year']} has no week {match['week']}", "weeks run from 01 to 52 or 53"
        )
    if match["weekday"] is None:
        return days
    if not 1 <= int(match["weekday"]) <= 7:
        source.refuse(match.start("weekday"), f"there is no weekday {match['weekday']}", "1 is Monday, 7 is Sunday")
    day = days[0] + int(match["weekday"]) - 1
    return day, day


def _part_of_year(match: re.Match[str], source: Excerpt) -> tuple[int, int]:
    year, quarter = int(match["year"]), match["quarter"]
    if quarter is None:
        return division_days(year, int(match["month"]))
    if not 1 <= int(quarter) <= 4:
        source.refuse(match.start("quarter"), f"there is no quarter {quarter}", "quarters run from Q1 to Q4")
    return division_days(year, FIRST_QUARTER + int(quarter) - 1)


def _day(number: int) -> Point:
    return Point(iso_day(number), number, number, Precision.DAY)


def _timed(day: Point, clock: Clock) -> Point:
    precision = Precision.MINUTE if clock.second is None else Precision.SECOND
    return day._replace(text=f"{day.text}T{clock_text(clock)}", precision=precision, clock=clock)
