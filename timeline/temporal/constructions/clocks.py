"""Times of day: `18:30`, `6 pm`, "half past six", "ten to five", "halb acht", "las ocho menos cuarto"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.meaning import Meaning, OfDay

if TYPE_CHECKING:
    from timeline.lang.time_pack import TimePack
    from timeline.temporal.matching.match import Match

_DAY: Final = 24 * 60
_SMALL_HOURS: Final = 5
"""The last hour that "at night" leaves in the morning."""
_AMOUNTS: Final = frozenset({"hh", "min", "int", "number", "nth"})


def clock(match: Match, _pack: TimePack) -> Meaning | None:
    """A time of day; am and pm move it, seconds are kept, a day that has no such hour refuses it.

    A rule whose words count from the hour says how: `minutes: past` or `to`, `half: to` where the half belongs to the
    hour that is coming, `hour: first` where the hour stands before its minutes.
    """
    if noon := match.get("noon"):
        return OfDay(noon, zone=match.get("zone", "zone_place"))
    if {"minutes", "half"} & set(match.rule.given):
        return _counted(match)
    if digits := match.get("hhmm"):
        return OfDay(f"{int(digits) // 100:02d}:{int(digits) % 100:02d}", zone=match.get("zone", "zone_place"))
    hours = [int(value) for value in match.captures.get("hh", ())] or [int(match.get("number", "nth") or -1)]
    minutes = match.captures.get("min", ())
    hour = _with_meridiem(hours[0], match.get("meridiem"), match.get("daypart") or match.rule.given.get("daypart"))
    if hour is None:
        return None
    past = int(match.rule.given.get("minute", 0)) or int(60 * float(match.get("fraction") or 0))
    written = f"{hour:02d}:{int(minutes[0]) if minutes else past:02d}"
    if len(minutes) > 1:
        written += f":{int(minutes[1]):02d}"
    return OfDay(written, zone=match.get("zone", "zone_place"))


def _counted(match: Match) -> Meaning | None:
    """Minutes before or after an hour, or its half."""
    given = match.rule.given
    numbers = [float(value) for name, value in match.sequence if name in _AMOUNTS]
    fraction = match.get("fraction")
    if "hour" in given:
        numbers.reverse()
    hour = _with_meridiem(int(numbers[-1]), match.get("meridiem"), match.get("daypart")) if numbers else None
    minutes = 60 * float(fraction) if fraction else numbers[0] if len(numbers) > 1 else 0.0
    if hour is None or not 0 <= minutes < 60:
        return None
    total = hour * 60 - (30 if "half" in given else 0)
    total += round(minutes) if given.get("minutes", "past") == "past" else -round(minutes)
    total %= _DAY
    return OfDay(f"{total // 60:02d}:{total % 60:02d}", zone=match.get("zone", "zone_place"))


def _with_meridiem(hour: int, meridiem: str | None, part: str | None) -> int | None:
    if not 0 <= hour <= 24:
        return None
    late = meridiem == "pm" or (meridiem is None and (part in {"AF", "EV"} or (part == "NI" and hour > _SMALL_HOURS)))
    if meridiem and not 1 <= hour <= 12:
        return None
    if meridiem == "am" and hour == 12:
        return 0
    return hour + 12 if late and hour < 12 else hour
