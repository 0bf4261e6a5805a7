"""Day numbers: the ordinals of `datetime` where it has days, and the same calendar where it has none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.edtf.days import (
    add_months,
    civil,
    day_number,
    iso_day,
    last_day_of_month,
    monday_of_week,
    parse_day,
    weekday,
    weeks_in_year,
)

FAR_DAYS = st.integers(-(10**9), 10**9)


@given(st.dates())
def test_agrees_with_datetime(day: date) -> None:
    number = day.toordinal()
    assert day_number(day.year, day.month, day.day) == number
    assert civil(number) == (day.year, day.month, day.day)
    assert iso_day(number) == day.isoformat()
    assert parse_day(day.isoformat()) == number
    assert weekday(number) == day.isoweekday()


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_weeks_agree_with_datetime(day: date) -> None:
    year, week, weekday_number = day.isocalendar()
    assert monday_of_week(year, week) + weekday_number - 1 == day.toordinal()
    assert week <= weeks_in_year(year)


@given(FAR_DAYS)
def test_days_and_numbers_are_one_to_one(number: int) -> None:
    assert day_number(*civil(number)) == number
    assert parse_day(iso_day(number)) == number
    assert civil(number) < civil(number + 1)


@given(FAR_DAYS, st.integers(-5000, 5000))
def test_months_are_added_as_calendars_do(number: int, months: int) -> None:
    year, month, day = civil(number)
    later_year, later_month, later_day = civil(add_months(number, months))
    assert later_year * 12 + later_month == year * 12 + month + months
    assert later_day == min(day, last_day_of_month(later_year, later_month))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "0001-01-01"),
        (0, "0000-12-31"),
        (-365, "0000-01-01"),
        (-366, "-0001-12-31"),
        (date.max.toordinal() + 1, "Y10000-01-01"),
    ],
)
def test_the_edges_of_the_calendar(number: int, text: str) -> None:
    assert iso_day(number) == text
    assert parse_day(text) == number


def test_caesar_died_on_a_day_with_a_number() -> None:
    """15 March 44 BC of the proleptic Gregorian calendar (17 March here would be his Ides in the Julian one)."""
    assert iso_day(day_number(-43, 3, 15)) == "-0043-03-15"


@pytest.mark.parametrize(
    "text", ["2025-10", "20251017", "2025-W43-5", "2025-02-31", "17-10-2025", "", "2025-10-17T18:30"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_day(text)
