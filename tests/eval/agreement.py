"""Whether what we read in a peer's case is what the peer expects, its notation and ours apart.

Differences of notation are bridged here, once and for every case:

- spans need only overlap, since the peers keep prepositions; any of the readings that a peer lists will do;
- ends of intervals may be exclusive, and a window that starts today may start tomorrow;
- "now" at the minute of the reference is our PRESENT_REF; a time of day need not name the day;
- the clock of the reference, carried along by the peer, is no time of day; a month may be its first day;
- a day that the peer counts out ("in two weeks") may be the unit that the words name, as TIMEX3 has it, if it lies in it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from timeline.edtf.days import iso_day
from timeline.edtf.parse import EdtfError, parse
from timeline.model.timex import Timex

Case = dict[str, Any]
Window = tuple[str, str]

_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_PARTS = {"MO": range(4, 12), "AF": range(12, 18), "EV": range(16, 24), "NI": range(18, 24), "DT": range(6, 12)}


def right(case: Case, said: tuple[Timex, ...]) -> bool:
    """Every expected expression is read as expected; where none is expected, nothing is found."""
    expected = case["expected"]
    if not expected:
        return not said
    reference = (case["reference"] or "")[:16]
    return all(any(overlaps(one, timex) and agrees(one, timex, reference) for timex in said) for one in expected)


def overlaps(expected: Case, timex: Timex) -> bool:
    if expected.get("start") is None or expected.get("end") is None:
        return True
    return bool(timex.start < expected["end"] and expected["start"] < timex.end)


def agrees(expected: Case, timex: Timex, reference: str) -> bool:
    if timex.value == "PRESENT_REF" and str(expected.get("value"))[:16] == reference:
        return True
    readings = (expected, *expected.get("alternatives", ()))
    return any(same(reading, timex) or same(_uncarried(reading, reference), timex) for reading in readings)


def _uncarried(reading: Case, reference: str) -> Case:
    """The reading without the clock of the reference: "in three weeks" asked at noon is a day, not a noon."""
    value = str(reading.get("value"))
    carried = "T" in value and value[10:16] == reference[10:16]
    return {**reading, "value": value[:10]} if carried else reading


def same(reading: Case, timex: Timex) -> bool:
    """One reading of the peer: its TIMEX3 value, its calendar value, or its first and last day."""
    named = {str(reading[key]) for key in ("timex", "value") if reading.get(key)}
    if named & {timex.value, timex.underspecified} or any(_same_value(one, timex) for one in named):
        return True
    first, last = reading.get("start_value"), reading.get("end_value")
    if first and last:
        return _same_span(reading, str(first), str(last), timex)
    return first is not None and (timex.earliest == str(first)[:10] or clock(timex.value) == clock(str(first)))


def _same_value(value: str, timex: Timex) -> bool:
    if "T" in value:
        mine = clock(timex.value)
        return "T" in timex.value and clock(value) in {mine, "T" + mine.partition("T")[2]}
    wanted = window(value)
    if wanted is None or timex.earliest is None or timex.latest is None:
        return False
    counted = not timex.certain and wanted[0] == wanted[1]  # the words give no field of the calendar, only an amount
    if timex.granularity == "month" and wanted == (timex.earliest, timex.earliest):
        return True
    return wanted in {(timex.earliest, timex.latest), window(timex.value)} or (
        counted and timex.type == "DATE" and timex.earliest <= wanted[0] <= timex.latest
    )


def clock(value: str) -> str:
    """A time of day to the minute; seconds that are nought and zones are the peers' habit."""
    found = re.fullmatch(
        r"(.*?)[T ]?(\d\d)(?::?(\d\d))?(?::?\d\d)?(?:Z|[+-]\d\d:?(?:\d\d)?)?", value.partition("T")[2] or value
    )
    day = value.partition("T")[0] if "T" in value else ""
    return f"{day}T{found[2]}:{found[3] or '00'}" if found else value


def window(value: str) -> Window | None:
    """First and last day of a calendar value."""
    plain = re.sub(r"-(SP|SU|FA|WI)$", lambda found: f"-{_SEASONS[found[1]]}", value)
    try:
        earliest, latest = parse(plain).bounds
    except EdtfError:
        return None
    return None if earliest is None or latest is None else (iso_day(earliest), iso_day(latest))


def _same_span(reading: Case, first: str, last: str, timex: Timex) -> bool:
    if ":" in first or "T" in timex.value:
        return _same_hours(reading, first, last, timex)
    begin, end = window(first[:10]), window(last[:10])
    if begin is None or end is None or timex.earliest is None or timex.latest is None:
        return False
    ends = {end[1], _moved(end[0], -1)}
    if timex.earliest == begin[0] and timex.latest in ends:
        return True
    if "/" in timex.value:  # an end that is a year or a month is left out as a whole by an exclusive end
        mine = window(timex.value.partition("/")[2])
        return timex.earliest == begin[0] and mine is not None and mine[0] == end[0]
    length = str(reading.get("timex", "")).rstrip(")").rpartition(",")[2]
    return timex.value == length and _near(timex.earliest, begin[0]) and _near(timex.latest, end[0])


def _same_hours(reading: Case, first: str, last: str, timex: Timex) -> bool:
    begin, end = (
        clock(str(reading.get(f"{side}_date") or value).replace(" ", "T"))
        for side, value in (("start", first), ("end", last))
    )
    start, _, stop = timex.value.partition("/")
    if stop:
        mine, theirs = (clock(start), clock(stop)), (begin, end)
        return mine == theirs or tuple("T" + one.rpartition("T")[2] for one in mine) == theirs
    part = timex.value.rpartition("T")[2]
    day, hour = begin.partition("T")[0], begin.partition("T")[2][:2]
    return (
        part in _PARTS and day in {"", timex.value.partition("T")[0]} and hour.isdigit() and int(hour) in _PARTS[part]
    )


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _near(one: str, other: str) -> bool:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= 1
