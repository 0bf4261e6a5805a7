"""Weeks, quarters, seasons and halves of a year as whole days.

Seasons are the meteorological ones, three whole months each, since news rarely means the equinox. 21 to 24 name no
hemisphere in EDTF and are read as northern, like 25 to 28; 29 to 32 are southern. A season, quarter or half that
crosses New Year belongs to the year it starts in: winter 2025 ends in February 2026.
"""

from __future__ import annotations

from typing import Final

from timeline.edtf.days import first_of_month, monday_of_week, weeks_in_year

MONTHS: Final[dict[int, tuple[int, int]]] = {
    **dict(zip(range(21, 25), ((3, 3), (6, 3), (9, 3), (12, 3)), strict=True)),  # spring, summer, autumn, winter
    **dict(zip(range(25, 29), ((3, 3), (6, 3), (9, 3), (12, 3)), strict=True)),  # the same, northern
    **dict(zip(range(29, 33), ((9, 3), (12, 3), (3, 3), (6, 3)), strict=True)),  # the same, southern
    **dict(zip(range(33, 37), ((1, 3), (4, 3), (7, 3), (10, 3)), strict=True)),  # quarters
    **dict(zip(range(37, 40), ((1, 4), (5, 4), (9, 4)), strict=True)),  # thirds
    **dict(zip(range(40, 42), ((1, 6), (7, 6)), strict=True)),  # halves
}
"""EDTF's codes in the place of a month: first month and number of months."""

FIRST_QUARTER: Final = 33


def division_days(year: int, code: int) -> tuple[int, int]:
    """First and last day of the division that a code of `MONTHS` names."""
    month, count = MONTHS[code]
    return first_of_month(year, month), first_of_month(year, month + count) - 1


def week_days(year: int, week: int) -> tuple[int, int] | None:
    """Monday and Sunday of an ISO week; `None` when the year has no such week."""
    if not 1 <= week <= weeks_in_year(year):
        return None
    monday = monday_of_week(year, week)
    return monday, monday + 6
