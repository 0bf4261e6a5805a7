"""The day the story stands at, as the text goes on: what "the next day", "that month" and bare times of day follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from timeline.temporal.meaning import Between, Length, Offset, Ref, Repeat, Shift, ToEvent, Window

if TYPE_CHECKING:
    from timeline.temporal.meaning import Meaning, Place
    from timeline.temporal.situation import Situation

_UNPLACED: Final = (Length, Repeat, Ref, ToEvent, Window)
_DAY_GRAINS: Final = frozenset({"day", "minute", "daypart"})
_STORY_GRAINS: Final = frozenset({"month", "year", "season", "week", "weekend", "quarter"})


def follow(situation: Situation, meaning: Meaning, place: Place, *, leading: bool) -> Situation:
    """The situation after a date has been read. In narratives months and years move the story too, to their middle.

    The middle, because the nearest October to the middle of 1940 is that of 1940, and the nearest to New Year is not.
    `leading`: the date opens its sentence; a year that does not is mostly an aside ("the pact of 1939"). A look back
    ("the previous year") is one as well.
    """
    if isinstance(meaning, _UNPLACED) or (isinstance(meaning, Shift) and meaning.story and meaning.n < 0):
        return situation
    if isinstance(meaning, Between):
        return replace(situation, story=place.days.last)
    if place.grain in _DAY_GRAINS:
        return replace(situation, story=place.days.first, overnight=place.overnight)
    if place.grain == "year" and not leading:
        return situation
    if situation.narrative and place.grain in _STORY_GRAINS and not isinstance(meaning, Offset):
        return replace(situation, story=(place.days.first + place.days.last) // 2)
    return situation
