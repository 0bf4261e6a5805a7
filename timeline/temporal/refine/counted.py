"""So long before or after a date that stands next to it: "two days before Christmas" is a day, not a length and a feast."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.temporal.calendars.meaning import Cyclic, Fixed, Inside, Offset, Shift, ToEvent
from timeline.temporal.refine.date_time import is_day

if TYPE_CHECKING:
    from timeline.temporal.matching.candidate import Candidate
    from timeline.temporal.matching.lattice import Lattice

_LENGTH: Final = re.compile(r"P(\d+(?:\.\d+)?)([DWMY])")
_UNITS: Final = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_SIGNS: Final = {"before": -1, "after": 1, "from": 1, "since": 1}
_DATES: Final = (Fixed, Cyclic, Shift, Inside)


def refine(candidates: list[Candidate], lattice: Lattice) -> list[Candidate]:
    kept: list[Candidate] = []
    for one in candidates:
        joined = _joined(kept[-1], one, lattice) if kept else None
        if joined is None:
            kept.append(one)
        else:
            kept[-1] = joined
    return kept


def _joined(first: Candidate, second: Candidate, lattice: Lattice) -> Candidate | None:
    """Only where nothing but the preposition stands between, and the date is a day: years have no day to count from."""
    if not isinstance(first.meaning, ToEvent) or not isinstance(second.meaning, _DATES):
        return None
    length = _LENGTH.fullmatch(first.meaning.value)
    sign = _sign(lattice, first.end, second.start)
    if length is None or sign is None or not is_day(second.meaning):
        return None
    if any(side == "after" for side, _ in lattice.values(second.end, "%noun_tie")):
        return None  # a day after Tuesday's vote: after the vote
    unit = _UNITS[length[2]]
    meaning = Offset(float(length[1]), unit, sign, second.meaning)
    return replace(first, end=second.end, meaning=meaning, rules=first.rules + second.rules, bound=None)


def _sign(lattice: Lattice, start: int, end: int) -> int | None:
    """The side that the preposition between the two says."""
    values = {value for value, after in lattice.values(start, "%bound") if after == end}
    return next((_SIGNS[value] for value in values if value in _SIGNS), None)
