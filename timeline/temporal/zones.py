"""Zones of clock times: an offset as it stands, or a place whose clocks say the offset of that day (summer time)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from timeline.edtf.days import civil

_MINUTE: Final = timedelta(minutes=1)


def is_place(zone: str) -> bool:
    """Whether it is an IANA name: "Europe/Paris", not "+02:00" or "Z"."""
    return "/" in zone


def offset(zone: str | None, day: int, clock: str) -> str | None:
    """The offset from UTC, `+02:00`, that a zone has at a time of day; nothing in years that no zone knows."""
    if zone is None or not is_place(zone):
        return zone
    year, month, number = civil(day)
    if not 1 < year < 9999 or len(clock) < 5:
        return None
    try:
        here = datetime(year, month, number, int(clock[:2]) % 24, int(clock[3:5]), tzinfo=ZoneInfo(zone))
    except ZoneInfoNotFoundError:
        return None
    gap = here.utcoffset()
    if gap is None or gap % _MINUTE:  # local mean time, before there were zones
        return None
    minutes = gap // _MINUTE
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
