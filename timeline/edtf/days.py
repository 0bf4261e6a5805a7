"""Days as integers: the proleptic Gregorian ordinals of `datetime.date`, carried on below 1 for years before our era.

Day 1 is 0001-01-01; day 0 is 0000-12-31. Year 0 is 1 BC, year -43 is 44 BC (ISO 8601, astronomical counting).
`datetime` only knows the years 1 to 9999; others are moved by whole Gregorian cycles of 400 years and back.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

DAYS_IN_CYCLE: Final = 146_097
YEARS_IN_CYCLE: Final = 400
_LAST_ORDINAL: Final = date.max.toordinal()
_MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONG_DAY: Final = re.compile(r"(-\d{4}|\d{4}|Y-?\d{5,})-(\d\d)-(\d\d)", re.ASCII)


def day_number(year: int, month: int, day: int) -> int:
    """Raises `ValueError` for a day that no calendar has."""
    if 1 <= year <= 9999:
        return date(year, month, day).toordinal()
    cycles = year // YEARS_IN_CYCLE - 1
    return date(year - cycles * YEARS_IN_CYCLE, month, day).toordinal() + cycles * DAYS_IN_CYCLE


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    if 1 <= number <= _LAST_ORDINAL:
        plain = date.fromordinal(number)
        return plain.year, plain.month, plain.day
    cycles = (number - 1) // DAYS_IN_CYCLE
    moved = date.fromordinal(number - cycles * DAYS_IN_CYCLE)
    return moved.year + cycles * YEARS_IN_CYCLE, moved.month, moved.day


def iso_year(year: int) -> str:
    """Four digits, a minus sign before our era, and `Y` in front of years that need more digits."""
    if -9999 <= year <= 9999:
        return f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return f"Y{year}"


def iso_day(number: int) -> str:
    """`2025-10-17`, `-0043-03-15`; beyond four digits `Y12025-03-01`, which `parse_day` reads and EDTF does not."""
    if 1 <= number <= _LAST_ORDINAL:
        return date.fromordinal(number).isoformat()
    year, month, day = civil(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def parse_day(iso: str) -> int:
    """The inverse of `iso_day`. Raises `ValueError` for anything but a whole day."""
    if len(iso) == 10 and iso[4] == "-" == iso[7] and iso[:4] != "0000":
        return date.fromisoformat(iso).toordinal()
    match = _LONG_DAY.fullmatch(iso)
    if match is None:
        raise ValueError(f"not a day: {iso!r}; write it as YYYY-MM-DD")
    year, month, day = match.groups()
    return day_number(int(year.removeprefix("Y")), int(month), int(day))


def last_day_of_month(year: int, month: int) -> int:
    """28 to 31."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if leap and month == 2 else _MONTH_LENGTHS[month - 1]


def weekday(number: int) -> int:
    """1 for Monday to 7 for Sunday (ISO 8601)."""
    return (number - 1) % 7 + 1


def first_of_month(year: int, month: int) -> int:
    """The first day of a month; `month` may run out of 1 to 12 and carries into the year."""
    carry, index = divmod(month - 1, 12)
    return day_number(year + carry, index + 1, 1)


def add_months(number: int, months: int) -> int:
    """The same day of the month, `months` later or earlier; the month's last day where it has no such day."""
    year, month, day = civil(number)
    carry, index = divmod(month - 1 + months, 12)
    return day_number(year + carry, index + 1, min(day, last_day_of_month(year + carry, index + 1)))


def weeks_in_year(year: int) -> int:
    """52 or 53 (ISO 8601: the week of 28 December is a year's last)."""
    last = day_number(year, 12, 28)
    return (last - monday_of_week(year, 1)) // 7 + 1


def monday_of_week(year: int, week: int) -> int:
    """The Monday of an ISO week; week 1 is the one with 4 January."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth) + 1 + (week - 1) * 7
