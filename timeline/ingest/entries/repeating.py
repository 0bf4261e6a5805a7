"""Rules of repetition (RFC 5545) that no day fulfils: whoever counts them out goes through all the days of eight thousand years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any, Final

_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def never(rule: Mapping[str, Sequence[Any]]) -> bool:
    """Days that none of its months has (30 February), or a second time on days that have one."""
    months = [int(month) for month in rule.get("BYMONTH", range(1, 13))]
    days = [abs(int(day)) for day in rule.get("BYMONTHDAY", ())]
    longest = max((_LENGTHS[month - 1] for month in months if 1 <= month <= len(_LENGTHS)), default=0)
    if days and min(days) > longest:
        return True
    places = [abs(int(place)) for place in rule.get("BYSETPOS", ())]
    daily = str(rule.get("FREQ", [""])[0]).upper() == "DAILY"
    times = prod(len(rule.get(part, ("once",))) for part in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    return daily and bool(places) and min(places) > times
