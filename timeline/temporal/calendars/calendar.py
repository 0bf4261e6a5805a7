"""Calendar arithmetic: each grain (day, week, month ...) is a line of whole numbers, and a date a point on one of them.

Moving by n units is then adding n, whatever the unit. Years count astronomically: 0 is 1 BC.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.edtf.days import add_months, civil, day_number, first_of_month, iso_day, iso_year, monday_of_week
from timeline.model.vocabulary import WeekStart

SEASONS: Final = ("SP", "SU", "FA", "WI")
"""March to May, June to August, September to November, December to February: the seasons of weather services and of TIMEX3."""

_MONTHS_IN: Final = {
    "month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12_000,
}  # fmt: skip
_MONTHS_IN_UNIT: Final = {**_MONTHS_IN, "season": 3}
DAYS_IN: Final = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
GRAINS: Final = ("day", "weekend", "week", "fortnight", "season", *_MONTHS_IN)


MONDAY: Final = 1
_SATURDAY: Final = 6
_SUNDAY: Final = 7
"""ISO weekdays."""
STARTS: Final = {
    WeekStart.MONDAY: MONDAY, WeekStart.FRIDAY: 5, WeekStart.SATURDAY: _SATURDAY, WeekStart.SUNDAY: _SUNDAY,
}  # fmt: skip
_MIDDLE: Final = 3
"""Days from the first day of a week to its middle one, whose ISO week holds most of it."""


class Days(NamedTuple):
    """Inclusive on both sides."""

    first: int
    last: int


def index_of(grain: str, day: int, week: int = MONDAY) -> int:
    """The unit of a grain that a day lies in; the weekend of a weekday is the one that ends its week.

    `week`: the ISO weekday on which weeks start.
    """
    if grain == "day":
        return day
    if grain == "week":
        return (day - week) // 7
    if grain == "weekend":
        return (day - _weekend_end(week) - 1) // 7 + 1
    if grain == "fortnight":
        return (day - week) // 14
    year, month, _ = civil(day)
    months = year * 12 + month - 1
    if grain == "season":
        return (months - 2) // 3
    return (months - (_NO_YEAR_ZERO if grain == "century" and year < 1 else 0)) // _MONTHS_IN[grain]


def _weekend_end(week: int) -> int:
    """Where weeks start on Saturday, Friday and Saturday are the weekend (CLDR: in 11 of 15 countries); else Saturday and Sunday."""
    return _SATURDAY if week == _SATURDAY else _SUNDAY


_NO_YEAR_ZERO: Final = 12
"""Months by which centuries before our era lie later than hundreds of astronomical years: the first ended with 1 BC, year 0."""


def days_of(grain: str, index: int, week: int = MONDAY) -> Days:
    if grain == "day":
        return Days(index, index)
    if grain == "week":
        return Days(index * 7 + week, index * 7 + week + 6)
    if grain == "weekend":
        last = index * 7 + _weekend_end(week)
        return Days(last - 1, last)
    if grain == "fortnight":
        return Days(index * 14 + week, index * 14 + week + 13)
    months, offset = (3, 2) if grain == "season" else (_MONTHS_IN[grain], 0)
    start = index * months + offset + (_NO_YEAR_ZERO if grain == "century" and index < 0 else 0)
    return Days(first_of_month(0, start + 1), first_of_month(0, start + months + 1) - 1)


def timex_value(grain: str, index: int, week: int = MONDAY) -> str:
    """TIMEX3: `2025-10-17`, `2025-W43`, `2025-W43-WE`, `2025-Q4`, `2025-SU`, `198`, `19`.

    TIMEX3 knows the weeks of ISO 8601 alone: one that starts on another day has the value of the ISO week that holds most of it.
    """
    first = days_of(grain, index, week).first
    year, month, _ = civil(first)
    if grain in {"week", "fortnight"}:
        return week_value(first + _MIDDLE)
    if grain == "weekend":
        return week_value(first) + "-WE"
    if year < 1:
        return _before_our_era(grain, index, first)
    return iso_day(first) if grain == "day" else _in_our_era(grain, index, year, month)


def _in_our_era(grain: str, index: int, year: int, month: int) -> str:
    if grain == "month":
        return f"{iso_year(year)}-{month:02d}"
    if grain in {"quarter", "half"}:
        return f"{iso_year(year)}-{grain[0].upper()}{(month - 1) // _MONTHS_IN[grain] + 1}"
    if grain == "season":
        return f"{iso_year(year)}-{SEASONS[index % 4]}"
    return iso_year(year)[: {"decade": -1, "century": -2, "millennium": -3}.get(grain)]


def _before_our_era(grain: str, index: int, first: int) -> str:
    """TIMEX3 counts down: `BC0044-03` is March of 44 BC."""
    year, month, day = civil(first)
    written = f"BC{1 - year:04d}"
    if grain == "day":
        return f"{written}-{month:02d}-{day:02d}"
    if grain == "month":
        return f"{written}-{month:02d}"
    if grain == "season":
        return f"{written}-{SEASONS[index % 4]}"
    if grain == "century":
        return f"BC{-index - 1:02d}"
    return written[: {"decade": -1}.get(grain)]


def week_value(day: int) -> str:
    """The ISO week a day lies in."""
    thursday = (day - 1) // 7 * 7 + 4
    year = civil(thursday)[0]
    return f"{iso_year(year)}-W{(thursday - monday_of_week(year, 1)) // 7 + 1:02d}"


def third(days: Days, part: str) -> Days:
    """The first, middle or last third of a stretch: what "early", "mid" and "late" are taken to mean."""
    size = days.last - days.first + 1
    cut = [days.first + size * step // 3 for step in range(4)]
    place = {"START": 0, "MID": 1, "END": 2}[part]
    return Days(cut[place], max(cut[place], cut[place + 1] - 1))


def month_part(year: int, month: int, part: str) -> Days:
    """Days 1 to 10, 11 to 20, 21 to the last."""
    start, end = day_number(year, month, 1), first_of_month(year, month + 1) - 1
    return {"START": Days(start, start + 9), "MID": Days(start + 10, start + 19), "END": Days(start + 20, end)}[part]


def valid_day(year: int, month: int, day: int) -> int | None:
    """The day number, or nothing for 31 February."""
    try:
        return day_number(year, month, day)
    except ValueError:
        return None


def moved(day: int, n: float, unit: str) -> int:
    """A day moved by an amount of a unit; halves of months and years are counted in days and months."""
    if unit in DAYS_IN:
        return day + round(n * DAYS_IN[unit])
    months = n * _MONTHS_IN_UNIT.get(unit, 12)
    whole = int(months)
    return add_months(day, whole) + round((months - whole) * 30)
