"""The agenda: upcoming events under today, this week, next week, each later month, and no date yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.cli.shown.answer import Answer, Section
from timeline.cli.shown.dates import NO_DATE
from timeline.cli.shown.events import cells, in_sections

if TYPE_CHECKING:
    from timeline.model.view import EventRow, View
    from timeline.model.vocabulary import WeekStart

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


_NO_DATE: Final = "No date yet"
_NEVER: Final = "9999"


class _Place(NamedTuple):
    """Where a row stands: sorts in the order of the agenda."""

    order: tuple[int, int, int]
    heading: str


def agenda(view: View, today: date, week_start: WeekStart | None = None) -> Answer:
    """`week_start`: the first day of the weeks that "this week" and "next week" mean; Monday where nothing else is said."""
    end = _end_of_week(today, week_start)
    placed = sorted(((_place(row, today, end), row) for row in view.rows), key=lambda pair: pair[0].order)
    sections = [
        Section(tuple(_cells(row, heading) for _, row in rows), heading)
        for heading, rows in groupby(placed, key=lambda pair: pair[0].heading)
    ]
    return in_sections(view, sections, empty=f"nothing is coming up after {today.isoformat()}")


def _cells(row: EventRow, heading: str) -> Mapping[str, str]:
    """Under "no date yet", the column says only what bounds the event, or the slot that was given up."""
    shown = cells(row)
    if row.when is None:
        shown["when"] = shown["when"].removeprefix(f"{NO_DATE}, ")
    elif heading == _NO_DATE:
        shown["when"] = f"was {shown['when']}"
    return shown


def _end_of_week(today: date, week_start: WeekStart | None) -> date:
    from timeline.temporal.calendars.calendar import MONDAY, STARTS, days_of, index_of

    week = STARTS[week_start] if week_start else MONDAY
    return date.fromordinal(days_of("week", index_of("week", today.toordinal(), week), week).last)


def _place(row: EventRow, today: date, end_of_week: date) -> _Place:
    """By the first day that is still to come (by the last, where there is no first); only what is surely on today
    stands under today.
    """
    if row.when is None or (row.latest or _NEVER) < today.isoformat():
        return _Place((9, 0, 0), _NO_DATE)
    first = _day(row.earliest or row.latest, today)
    if _surely_today(row, first, today):
        return _Place((0, 0, 0), f"Today, {_MONTHS[today.month - 1]} {today.day}")
    if first <= end_of_week:
        return _Place((1, 0, 0), "This week")
    if first <= end_of_week + timedelta(days=7):
        return _Place((2, 0, 0), "Next week")
    month = _MONTHS[first.month - 1]
    heading = f"Later in {month}" if (first.year, first.month) == (today.year, today.month) else f"{month} {first.year}"
    return _Place((3, first.year, first.month), heading)


def _surely_today(row: EventRow, first: date, today: date) -> bool:
    """One day that is today, or a span that has begun; a window that has begun may still be another day."""
    if row.earliest == row.latest:
        return first == today
    return row.earliest is not None and row.earliest <= today.isoformat() and not (row.when or "").startswith("[")


def _day(iso: str | None, today: date) -> date:
    """Days before today, before our era, or unknown, count as today."""
    return today if iso is None or iso < today.isoformat() or not iso[0].isdigit() else date.fromisoformat(iso)
