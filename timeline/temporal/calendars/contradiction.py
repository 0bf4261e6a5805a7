"""A date and a weekday that do not fit: "vendredi 18 octobre" in a year whose 18 October is a Saturday.

The weekday may come from another year, or be a slip. A near date is believed against its weekday, and the date that fits
stays as the other reading; a date far off gives way to the one that fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import civil, weekday
from timeline.temporal.calendars.calendar import valid_day
from timeline.temporal.calendars.meaning import Containing, Cyclic, Fixed, OfDay, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.temporal.calendars.cycles import Occurrence
    from timeline.temporal.calendars.meaning import Meaning
    from timeline.temporal.context.situation import Direction

_NEAR: Final = {"year": 92, "month": 7}
"""Days within which a date is meant although its weekday says otherwise, by what it comes back after."""
_CLOSE: Final = {"year": 31, "month": 7}
"""Days within which it is meant even on the side that the sentence does not look to; a bare "Sunday 28" fits first."""
_REACH: Final = {"year": 366, "month": 62}
"""Days within which a date without its year, or month, is one that fits its weekday."""


def settle(
    every: Sequence[Occurrence], said: int, anchor: int, direction: Direction | None, turn: str
) -> tuple[Occurrence | None, Occurrence | None]:
    """The date meant among its occurrences, and the other one; no date at all when none is near and none fits."""
    near = min(every, key=lambda one: abs(one.first - anchor), default=None)
    fit = min(
        (one for one in every if weekday(one.first) == said), key=lambda one: abs(one.first - anchor), default=None
    )
    if near is None or fit is None or fit == near:
        return near, None
    is_near = _within(near, anchor, _NEAR[turn]) and _on_side(near, anchor, direction)
    fits = _within(fit, anchor, _REACH[turn]) and _on_side(fit, anchor, direction)
    is_near = is_near or (_within(near, anchor, _CLOSE[turn]) and not (fits and turn == "month"))
    if is_near or not fits:
        beside = [one for one in every if _on_side(one, anchor, direction)]
        chosen = near if is_near or not beside else min(beside, key=lambda one: abs(one.first - anchor))
        return chosen, None if chosen == fit else fit
    return fit, near


def _within(one: Occurrence, anchor: int, days: int) -> bool:
    return abs(one.first - anchor) <= days


def _on_side(one: Occurrence, anchor: int, direction: Direction | None) -> bool:
    if direction is None or one.first == anchor:
        return True
    return (one.first > anchor) == (direction == "future")


def years_that_fit(meaning: Fixed) -> tuple[int, ...]:
    """The same day of the years next to the one written, where that falls on the weekday said and this does not."""
    if meaning.weekday is None or meaning.grain != "day" or weekday(meaning.index) == meaning.weekday:
        return ()
    year, month, day = civil(meaning.index)
    beside = (valid_day(year + step, month, day) for step in (-1, 1))
    return tuple(one for one in beside if one is not None and weekday(one) == meaning.weekday)


def said_weekday(meaning: Meaning) -> int | None:
    """The weekday that the words give along with a date."""
    if isinstance(meaning, Fixed | Cyclic):
        return meaning.weekday
    if isinstance(meaning, OfDay | Part | Containing) and meaning.base is not None:
        return said_weekday(meaning.base)
    return None
