"""On which day of a year a holiday falls, by its id in the packs.

`12-25` is a day of the calendar; `easter+49` counts from Western Easter, `orthodox-2` from the Eastern one,
`advent-21` from the fourth Sunday of Advent, the last one before Christmas Day;
`nth:11:4:4` is the fourth Thursday of November; `TR:Eid al-Fitr` is the first day that the `holidays` library
gives a public holiday of that country (ISO 3166 code and the library's English name).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final
from warnings import catch_warnings, simplefilter

from timeline.edtf.days import civil, day_number, weekday
from timeline.temporal.calendars.calendar import days_of, valid_day

if TYPE_CHECKING:
    from collections.abc import Callable

_EASTERS: Final = {"easter": 3, "orthodox": 2}
"""How `dateutil` numbers its methods: 3 is the Gregorian computus, 2 the Julian one as a Gregorian day."""
_FIRST_EASTER, _LAST_EASTER = 1583, 4099
"""Years for which `dateutil` vouches for its methods."""


def holiday_day(name: str, year: int) -> int | None:
    """Its day number in an astronomical year; `None` where the year has none or no table reaches."""
    if name[:2].isdigit():
        month, _, day = name.partition("-")
        return valid_day(year, int(month), int(day))
    if name.startswith("nth:"):
        month_, number, day_ = (int(part) for part in name[4:].split(":"))
        return nth_weekday(year, month_, number, day_)
    if name.startswith("advent"):
        return _advent(year) + int(name[len("advent") :] or 0)
    for method in _EASTERS:
        if name.startswith(method):
            sunday = _easter(year, method)
            return None if sunday is None else sunday + int(name[len(method) :] or 0)
    country, _, public = name.partition(":")
    return _public(country, public, year)


def nth_weekday(year: int, month: int, number: int, day: int) -> int | None:
    """The nth weekday of a month; -1 is the last."""
    first, last = days_of("month", year * 12 + month - 1)
    if number < 0:
        return last - (weekday(last) - day) % 7 + 7 * (number + 1)
    found = first + (day - weekday(first)) % 7 + 7 * (number - 1)
    return found if civil(found)[1] == month else None


def _advent(year: int) -> int:
    christmas = day_number(year, 12, 25)
    return christmas - weekday(christmas)


@cache
def _easter(year: int, method: str) -> int | None:
    if not _FIRST_EASTER <= year <= _LAST_EASTER:
        return None
    from dateutil.easter import easter  # noqa: PLC0415  # few texts speak of it

    sunday: Callable[[int, int], object] = easter
    return sunday(year, _EASTERS[method]).toordinal()  # type: ignore[attr-defined, no-any-return]  # a date; the library is untyped


@cache
def _public(country: str, name: str, year: int) -> int | None:
    import holidays  # noqa: PLC0415  # few texts speak of them

    with catch_warnings():  # of years that its tables of the moon do not reach: then there is no day
        simplefilter("ignore")
        table = holidays.country_holidays(country, years=year, language="en_US")
    days = [day for day in table.get_named(name, lookup="exact") if day.year == year]
    return min(days).toordinal() if days else None
