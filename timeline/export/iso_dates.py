"""Dates for formats that know only ISO 8601: days, times with an offset, and prefixes of them (`2025-10`, `2025`)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from timeline.edtf.days import civil, iso_day, last_day_of_month
from timeline.export.placing import Extent, Placement, placements, placements_of
from timeline.fold.moment import zone as zone_named

if TYPE_CHECKING:
    from timeline.edtf.value import Clock
    from timeline.model.view import EventRow


class IsoDates(NamedTuple):
    """`first`, `last`: an ISO day, or a time with its offset where `timed`; `None` is open or unknown."""

    extent: Extent
    first: str | None
    last: str | None
    timed: bool = False


def of_row(row: EventRow, zone: str) -> IsoDates | None:
    """Of the first of its days, for a date with several. `None` for an undated row. `zone` is for bare clock times."""
    placed = placements(row)
    return of_placement(placed[0], zone) if placed else None


def of_edtf(edtf: str, zone: str) -> IsoDates | None:
    placed = placements_of(edtf)
    return of_placement(placed[0], zone) if placed else None


def of_placement(placed: Placement, zone: str) -> IsoDates:
    first = _said(placed.first, placed.starts, zone)
    if placed.extent is Extent.POINT:
        return IsoDates(placed.extent, first, first, timed=_timed(first))
    last = _said(placed.last, placed.ends, zone)
    return IsoDates(placed.extent, first, last, timed=_timed(first) and _timed(last))


def prefix(placed: Placement) -> str | None:
    """The longest ISO prefix (day, month, year) that holds all of a placement; `None` across years and for open ends."""
    if placed.first is None or placed.last is None:
        return None
    one, other = civil(placed.first), civil(placed.last)
    day = iso_day(placed.first)
    for fields, size in ((3, 0), (2, 3), (1, 6)):
        if one[:fields] == other[:fields]:
            return day[: len(day) - size]
    return None


def whole_period(first: str, last: str) -> str | None:
    """`2025-10` for the first and last day of that month, `2025` for those of the year; else `None`."""
    (year, month, day), (to_year, to_month, to_day) = first.rsplit("-", 2), last.rsplit("-", 2)
    if year != to_year or day != "01":
        return None
    if (month, to_month, to_day) == ("01", "12", "31"):
        return year
    whole = month == to_month and int(to_day) == last_day_of_month(int(year.removeprefix("Y")), int(month))
    return f"{year}-{month}" if whole else None


def _timed(iso: str | None) -> bool:
    return iso is not None and "T" in iso


def _said(day: int | None, clock: Clock | None, zone: str) -> str | None:
    if day is None:
        return None
    if clock is None or not 1 < day < date.max.toordinal():
        return iso_day(day)
    own = zone_named(zone) if clock.offset is None else timezone(timedelta(minutes=clock.offset))
    start = date.fromordinal(day) + timedelta(days=clock.hour // 24)
    local = datetime.combine(start, time(clock.hour % 24, clock.minute, clock.second or 0), own)
    return local.isoformat()
