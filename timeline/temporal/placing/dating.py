"""From a place in time to the EDTF and the days of a timex, with the preposition in front taken into account."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.edtf.days import iso_day

if TYPE_CHECKING:
    from timeline.temporal.calendars.meaning import Place


class Dating(NamedTuple):
    """`earliest`, `latest`: ISO days, inclusive, `None` is open. `window`: some day inside, rather than all of it."""

    edtf: str
    earliest: str | None
    latest: str | None
    window: bool


def date(place: Place, bound: str | None, *, lasting: bool = False) -> Dating:
    """`lasting`: it goes on from the first day to the last (`a/b`), it does not lie somewhere inside (`[a..b]`)."""
    first, last = iso_day(place.days.first), iso_day(place.days.last)
    if place.open_side:
        bound = "not_before" if place.open_side > 0 else "by"
    if bound == "before" and place.part == "END":
        bound = "by"  # before the end of June is in June as well
    if bound in _BOUNDS:
        return _bounded(bound or "", first, last)
    if place.clock and ":" in place.clock and place.point and place.clock < "24":
        return Dating(f"{first}T{place.clock}{place.zone or ''}", first, last, window=False)
    if first == last:
        return Dating(first, first, last, window=False)
    if place.point:
        return Dating(_point(place), first, last, window=False)
    if lasting:
        return Dating(f"{first}/{last}", first, last, window=False)
    return Dating(f"[{first}..{last}]", first, last, window=True)


_OPEN_DIGITS = {"decade": "X", "century": "XX"}
_BOUNDS = frozenset({"until", "by", "before", "since", "since_or_from", "from", "after", "not_before"})


def _bounded(bound: str, first: str, last: str) -> Dating:
    if bound == "until":
        return Dating(f"../{last}", None, last, window=False)
    if bound in {"by", "before"}:
        end = last if bound == "by" or first == last else first
        return Dating(f"[..{end}]", None, end, window=True)
    if bound in {"since", "since_or_from", "from"}:
        return Dating(f"{first}/..", first, None, window=False)
    return Dating(f"[{first}..]", first, None, window=True)


def _point(place: Place) -> str:
    """Months and years in full; decades and centuries with the digits EDTF leaves open."""
    first = iso_day(place.days.first)
    if place.grain in {"decade", "century"}:
        return f"[{first}..{iso_day(place.days.last)}]" if first[0] == "-" else place.value + _OPEN_DIGITS[place.grain]
    return first[: len(first) - (3 if place.grain == "month" else 6)]
