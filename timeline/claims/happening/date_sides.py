"""Which of the days that a date may mean its clause settles on: the one behind or the one ahead, the day or all before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import iso_day, parse_day
from timeline.edtf.parse import parse
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.model.timex import Timex

_AHEAD: Final = (Occurrence.EXPECTED, Occurrence.CONFIRMED, Occurrence.PROPOSED, Occurrence.POSSIBLE)
_BEHIND: Final = (Occurrence.OCCURRED,)


def turned(timex: Timex, says: Occurrence, cue: str | None, day: str) -> Timex:
    """The other reading of an ambiguous date when the clause settles the side that its tense left open ("called a strike for 20 November")."""
    if says in _BEHIND and timex.edtf and timex.edtf.startswith("[..") and "T" in (timex.value or ""):
        return timex.model_copy(update={"edtf": timex.latest, "earliest": timex.latest})  # "died before dawn on Monday"
    if says is Occurrence.POSTPONED and timex.edtf and timex.edtf.startswith("../"):
        return timex.model_copy(update={"edtf": timex.edtf[3:], "earliest": timex.latest})
    if (
        timex.edtf is None
        or not timex.alternatives
        or timex.earliest is None
        or timex.latest is None
        or cue == timex.text
    ):
        return timex
    behind, ahead = timex.latest < day, timex.earliest > day
    if not ((says in _AHEAD and behind) or (says in _BEHIND and ahead)):
        return timex
    for other in timex.alternatives:
        bounds = parse(other).bounds
        if bounds.earliest is None or bounds.latest is None:
            continue
        earliest, latest = iso_day(bounds.earliest), iso_day(bounds.latest)
        if (behind and latest >= day) or (ahead and earliest <= day):
            swapped = (timex.edtf, *(a for a in timex.alternatives if a != other))
            return timex.model_copy(
                update={"edtf": other, "earliest": earliest, "latest": latest, "alternatives": swapped}
            )
    return timex


def behind(timex: Timex, day: str) -> bool:
    """Another reading of it lies behind the day."""
    ends = (parse(other).bounds.latest for other in timex.alternatives)
    return any(iso_day(end) <= day for end in ends if end is not None)


def sooner_ahead(timex: Timex, day: str) -> bool:
    """Its other reading lies ahead and nearer than this one lies behind: "le 18 janvier", read in November."""
    if timex.latest is None:
        return False
    here = parse_day(day)
    behind = here - parse_day(timex.latest.partition("T")[0])
    starts = (parse(other).bounds.earliest for other in timex.alternatives)
    return any(0 <= start - here < behind for start in starts if start is not None)
