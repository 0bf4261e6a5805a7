"""Dates for people: `Fri 17 Oct 2025`, `some day 20–26 Oct 2025`, `not before Mon 20 Oct 2025`."""

from __future__ import annotations

from typing import Final

from timeline.edtf.days import civil, last_day_of_month, parse_day, weekday
from timeline.edtf.parse import EdtfError, parse
from timeline.edtf.value import Clock, Edtf, Form, Point, Precision, Qualifier, Range

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HEDGES: Final = {
    None: "",
    Qualifier.UNCERTAIN: "perhaps ",
    Qualifier.APPROXIMATE: "about ",
    Qualifier.BOTH: "perhaps about ",
}
NO_DATE: Final = "no date"


def human(edtf: str | None) -> str:
    """A canonical EDTF in words; text that is no EDTF comes back as it is."""
    if edtf is None:
        return NO_DATE
    try:
        date = parse(edtf)
    except EdtfError:
        return edtf
    return _HEDGES[date.qualifier] + _said(date)


def human_day(iso: str) -> str:
    """`Fri 17 Oct 2025`, from an ISO day or time; other text comes back as it is."""
    try:
        return _long_day(parse_day(iso.partition("T")[0]))
    except ValueError:
        return iso


def not_placed(earliest: str | None, latest: str | None) -> str:
    """What is known of an undated event from its place among the others (ISO days, inclusive)."""
    if earliest and earliest == latest:
        return f"{NO_DATE}, but on {human_day(earliest)}"
    if earliest and latest:
        return f"{NO_DATE}, within {_days(parse_day(earliest), parse_day(latest))}"
    if earliest:
        return f"{NO_DATE}, not before {human_day(earliest)}"
    if latest:
        return f"{NO_DATE}, not after {human_day(latest)}"
    return NO_DATE


def _said(date: Edtf) -> str:
    if len(date.ranges) > 1:
        joint = " and " if date.form is Form.SET else " or "
        return joint.join(_range(part, window=False) for part in date.ranges)
    return _range(date.ranges[0], window=date.form is Form.WINDOW)


def _range(part: Range, *, window: bool) -> str:
    first, last = part
    if isinstance(first, Point) and isinstance(last, Point):
        return _between(first, last, window=window)
    if isinstance(first, Point):
        return f"{'not before' if window else 'from'} {_point(first)}"
    if isinstance(last, Point):
        return f"{'by' if window else 'until'} {_point(last)}"
    return "some day" if window else "at any time"


def _between(first: Point, last: Point, *, window: bool) -> str:
    if first == last and not first.unspecified:
        return _point(first)
    said = f"{_point(first)} to {_point(last)}" if first.clock or last.clock else _days(first.first, last.last)
    return f"some day {said}" if window else said


def _point(point: Point) -> str:
    if point.unspecified or point.precision in {Precision.CENTURY, Precision.DECADE, Precision.YEAR, Precision.MONTH}:
        return _days(point.first, point.last)
    day = _long_day(point.first)
    return f"{day}, {_clock(point.clock)}" if point.clock else day


def _clock(clock: Clock) -> str:
    said = f"{clock.hour:02d}:{clock.minute:02d}" + (f":{clock.second:02d}" if clock.second else "")
    if clock.offset is None:
        return said
    if clock.offset == 0:
        return f"{said} UTC"
    hours, minutes = divmod(abs(clock.offset), 60)
    return f"{said} {'+' if clock.offset > 0 else '-'}{hours:02d}:{minutes:02d}"


def _long_day(number: int) -> str:
    year, month, day = civil(number)
    return f"{_WEEKDAYS[weekday(number) - 1]} {day} {_MONTHS[month - 1]} {_year(year)}"


def _days(first: int, last: int) -> str:
    """A run of days, with what both ends share said once; whole months and years by their names."""
    if first == last:
        return _long_day(first)
    (year, month, day), (to_year, to_month, to_day) = civil(first), civil(last)
    if day == 1 and to_day == last_day_of_month(to_year, to_month):
        return _months(year, month, to_year, to_month)
    end = f"{to_day} {_MONTHS[to_month - 1]} {_year(to_year)}"
    if year != to_year:
        return f"{day} {_MONTHS[month - 1]} {_year(year)} – {end}"
    return f"{day}–{end}" if month == to_month else f"{day} {_MONTHS[month - 1]} – {end}"


def _months(year: int, month: int, to_year: int, to_month: int) -> str:
    if (month, to_month) == (1, 12):
        return f"{_year(year)}" if year == to_year else f"{_year(year)}–{_year(to_year)}"
    end = f"{_MONTHS[to_month - 1]} {_year(to_year)}"
    if (year, month) == (to_year, to_month):
        return end
    return f"{_MONTHS[month - 1]}–{end}" if year == to_year else f"{_MONTHS[month - 1]} {_year(year)} – {end}"


def _year(year: int) -> str:
    """Year 0 is 1 BC (ISO 8601)."""
    return str(year) if year > 0 else f"{1 - year} BC"
