"""Times of day, with or without seconds and zone: `18:30`, `18:30:15`, `18:30Z`, `18:30+02:00`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline.edtf.value import Clock

if TYPE_CHECKING:
    from timeline.edtf.error import Excerpt

_CLOCK: Final = re.compile(
    r"[T ](\d\d):(\d\d)(?::(\d\d))?(?P<fraction>[.,]\d+)?(Z|(?P<zone>[+-]\d\d(?::?\d\d)?))?", re.ASCII
)
_WESTMOST, _EASTMOST = -12 * 60, 14 * 60


def read_clock(text: str, source: Excerpt, offset: int) -> Clock:
    """`text` starts with `T` or a space and stands at `offset` of the date. Raises `EdtfError`."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        source.refuse(
            offset + 1, f"{text[1:]!r} is no time of day", "write it as 18:30, 18:30:15, 18:30Z or 18:30+02:00"
        )
    if match["fraction"]:
        source.refuse(offset + match.start("fraction"), "fractions of a second are not kept", "leave them out")
    hour, minute, second = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    if hour > 23:
        ending = "the end of a day is 00:00 of the next" if hour == 24 else "hours run from 00 to 23"
        source.refuse(offset + match.start(1), f"there is no hour {hour}", ending)
    if minute > 59:
        source.refuse(offset + match.start(2), f"there is no minute {minute}", "minutes run from 00 to 59")
    if second is not None and second > 59:
        source.refuse(offset + match.start(3), f"there is no second {second}", "seconds run from 00 to 59")
    return Clock(hour, minute, second, _zone(match, source, offset))


def _zone(match: re.Match[str], source: Excerpt, offset: int) -> int | None:
    zone = match["zone"]
    if zone is None:
        return None if match[5] is None else 0
    hours, minutes = int(zone[1:3]), int(zone[-2:]) if len(zone) > 3 else 0
    east = (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)
    if minutes > 59 or not _WESTMOST <= east <= _EASTMOST:
        source.refuse(offset + match.start("zone"), f"there is no time zone {zone}", "zones run from -12:00 to +14:00")
    return east


def clock_text(clock: Clock) -> str:
    """The canonical form: UTC is `Z`, other zones `+hh:mm`."""
    seconds = "" if clock.second is None else f":{clock.second:02d}"
    return f"{clock.hour:02d}:{clock.minute:02d}{seconds}{_zone_text(clock.offset)}"


def _zone_text(offset: int | None) -> str:
    if not offset:
        return "" if offset is None else "Z"
    sign = "-" if offset < 0 else "+"
    return f"{sign}{abs(offset) // 60:02d}:{abs(offset) % 60:02d}"
