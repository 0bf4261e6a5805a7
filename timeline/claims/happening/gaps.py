"""How long before or after another event, where the text counts it: "trois jours après le sommet", "the day after the vote"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.model.vocabulary import Anchor, TimexType

if TYPE_CHECKING:
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex

_VALUE: Final = re.compile(r"P(\d+)([DWMY])|PT(\d+)H", re.ASCII)
_BOUNDS: Final = {"D": (1, 1, 0), "W": (7, 7, 3), "M": (28, 31, 10), "Y": (365, 366, 60)}
"""Days of a unit at least and at most, and how far a round number of them may be off."""
_HOURS: Final = 24
_LESS: Final = ("LESS_THAN", "EQUAL_OR_LESS")
_MORE: Final = ("MORE_THAN", "EQUAL_OR_MORE")


class Gap(NamedTuple):
    """At least and at most so many days, as ISO 8601 durations."""

    least: str | None = None
    most: str | None = None


NONE: Final = Gap()


def counted(reading: Reading, first: int, last: int) -> Timex | None:
    """The length of time that stands just before the words `first` to `last` of order, or among them."""
    for place in range(last - 1, max(0, first - 1) - 1, -1):
        number = reading.timex_of[place]
        if number >= 0:
            timex = reading.timexes[number]
            return timex if timex.type is TimexType.DURATION and timex.anchor is Anchor.EVENT else None
    return None


def of(timex: Timex | None) -> Gap:
    """Days as they are counted; weeks, months and years as the round numbers that they are."""
    match = _VALUE.fullmatch(timex.value) if timex is not None else None
    if timex is None or match is None:
        return NONE
    number, unit, hours = match.groups()
    if hours is not None:
        return Gap(most=f"P{-(-int(hours) // _HOURS)}D") if timex.mod in _LESS else NONE
    shortest, longest, off = _BOUNDS[unit]
    least, most = int(number) * shortest - off, int(number) * longest + off
    if timex.mod in _LESS:
        return Gap(most=f"P{int(number) * longest}D")
    if timex.mod in _MORE:
        return Gap(least=f"P{int(number) * shortest}D")
    return Gap(f"P{least}D", f"P{most}D")
