"""Moments of knowledge: what had been published, and what the desk had recorded, by the end of a day; and by whom.

Times are compared as microseconds since 1970 in UTC. A day without a time stands for its last microsecond in the
ledger's zone, so that a moment includes its whole day and a dated article sorts after the timed ones of its day.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache, lru_cache
from typing import Final, NamedTuple

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_LAST_OF_DAY: Final = timedelta(hours=23, minutes=59, seconds=59, microseconds=999_999)
_LENGTH_OF_DAY_TEXT: Final = len("2025-10-17")


class Moment(NamedTuple):
    """ISO days, both inclusive; `None` is no limit.

    `as_of`: only claims published by then. `known_at`: only claims recorded by then, and only judgements given by then.
    `on_record`: only claims of speakers with a name.
    """

    as_of: str | None = None
    known_at: str | None = None
    on_record: bool = False

    @property
    def open(self) -> bool:
        """Whether everything known counts."""
        return self.as_of is None and self.known_at is None and not self.on_record


NOW: Final = Moment()


@lru_cache(maxsize=1 << 16)
def instant(text: str, timezone: str) -> int | None:
    """The place of an ISO day or time on the line of time, `None` when it cannot be read.

    A time without an offset is the wall clock of `timezone`.
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    if read.tzinfo is None:
        read = read.replace(tzinfo=zone(timezone))
    if len(text) == _LENGTH_OF_DAY_TEXT:
        read += _LAST_OF_DAY
    return (read - _EPOCH) // _MICROSECOND


@lru_cache(maxsize=1 << 16)
def local_day(text: str, timezone: str) -> str | None:
    """The ISO day on which an ISO day or time falls in a zone, `None` when it cannot be read."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    if read.tzinfo is not None:
        read = read.astimezone(zone(timezone))
    return read.date().isoformat()


@cache
def zone(name: str) -> tzinfo:
    """An IANA zone. A name that no table knows is taken as UTC: the store has already reported it."""
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415  # a ledger in UTC needs no zone tables

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
