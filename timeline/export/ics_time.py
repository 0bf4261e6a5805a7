"""When a calendar entry stands and when it was last touched, as `datetime` values. Never the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

from timeline.export.placing import Extent, Placement

if TYPE_CHECKING:
    from timeline.edtf.value import Clock
    from timeline.model.view import EventRow

_LAST: Final = date.max.toordinal()


class Hours(NamedTuple):
    """DTSTART and DTEND: days (`end` exclusive) or UTC times (`end` may be absent: an instant)."""

    start: date
    end: date | None


def hours(placement: Placement, zone: str) -> Hours | None:
    """`None` when a day lies outside the years 1 to 9999, which calendars cannot say.

    A placement with one open end stands on the end that is known. `zone` is for clock times without one of their own.
    """
    first = placement.first if placement.first is not None else placement.last
    last = placement.last if placement.last is not None else placement.first
    if first is None or last is None or first < 1 or last >= _LAST:
        return None
    timed = _timed(placement, first, last, zone)
    return timed or Hours(date.fromordinal(first), date.fromordinal(last + 1))


def _timed(placement: Placement, first: int, last: int, zone: str) -> Hours | None:
    """Clock times need one at each end that is known; half a clock time is no hour to stand on."""
    if placement.starts is None or placement.extent is Extent.WINDOW:
        return None
    if placement.extent is Extent.POINT:
        return Hours(_moment(first, placement.starts, zone), None)
    if placement.ends is None or placement.first is None or placement.last is None:
        return None
    start, end = _moment(first, placement.starts, zone), _moment(last, placement.ends, zone)
    return Hours(start, end) if end > start else None


def _moment(day: int, clock: Clock, zone: str) -> datetime:
    own: tzinfo = ZoneInfo(zone) if clock.offset is None else timezone(timedelta(minutes=clock.offset))
    local = datetime.combine(date.fromordinal(day), time(clock.hour % 24, clock.minute, clock.second or 0), own)
    return _in_utc(local + timedelta(days=clock.hour // 24))


def touched(row: EventRow, zone: str) -> datetime | None:
    """When the row was last touched: the latest of its claims, by the time they were recorded, else published."""
    known = [text for claim in row.claims if (text := claim.recorded or claim.published)]
    return max((read_moment(text, zone) for text in known), default=None)


def read_moment(iso: str, zone: str) -> datetime:
    """An ISO day or time in UTC; without an offset it is the wall clock of `zone`, a day its first moment."""
    moment = datetime.fromisoformat(iso)
    return _in_utc(moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone)))


def _in_utc(moment: datetime) -> datetime:
    """At the far ends of the calendar a zone can lead out of it: the time then stays as it is."""
    try:
        return moment.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        return moment.replace(tzinfo=UTC, microsecond=0)
