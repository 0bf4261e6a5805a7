"""Holidays fall on the days that calendars print."""

from __future__ import annotations

import pytest

from timeline.edtf.days import iso_day
from timeline.temporal.calendars.feasts import holiday_day


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("12-25", 2025, "2025-12-25"),
        ("02-29", 2025, None),
        ("easter", 2025, "2025-04-20"),
        ("easter", 1818, "1818-03-22"),
        ("easter+49", 2024, "2024-05-19"),
        ("orthodox", 2024, "2024-05-05"),
        ("orthodox", 2025, "2025-04-20"),
        ("orthodox-2", 2026, "2026-04-10"),
        ("easter", 1066, None),
        ("nth:11:4:4", 2025, "2025-11-27"),
        ("nth:5:-1:1", 2025, "2025-05-26"),
        ("TR:Eid al-Fitr", 2025, "2025-03-30"),
        ("IL:Yom Kippur", 2025, "2025-10-02"),
        ("TR:Eid al-Fitr", 1500, None),
    ],
)
def test_day_of_a_holiday(name: str, year: int, day: str | None) -> None:
    found = holiday_day(name, year)
    assert (None if found is None else iso_day(found)) == day
