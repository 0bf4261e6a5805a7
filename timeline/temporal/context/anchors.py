"""What a date was counted from: nothing, the publication day, the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.vocabulary import Anchor
from timeline.temporal.calendars.meaning import Between, Containing, Cyclic, Fixed, Inside, Nth, OfDay, Part

if TYPE_CHECKING:
    from timeline.temporal.calendars.meaning import Meaning
    from timeline.temporal.context.situation import Situation


def anchor_of(meaning: Meaning, situation: Situation) -> Anchor:
    """What the place was read against."""
    if isinstance(meaning, Fixed):
        return Anchor.ABSOLUTE
    if isinstance(meaning, Part | OfDay | Containing) and meaning.base is not None:
        return anchor_of(meaning.base, situation)
    if isinstance(meaning, Nth | Inside):
        return anchor_of(meaning.outer, situation)
    if isinstance(meaning, Between):
        return anchor_of(meaning.last if dated_by_end(meaning) else meaning.first, situation)
    follows = situation.narrative or isinstance(meaning, OfDay) or getattr(meaning, "story", False)
    if follows and situation.story is not None and situation.story != situation.published:
        return Anchor.NARRATIVE
    return situation.anchor


def dated_by_end(meaning: Between) -> bool:
    """Whether the year stands at the end alone: "from March to May 2020"; a weekday is not dated by a decade."""
    first, last = meaning.first, meaning.last
    if not isinstance(last, Fixed) or not isinstance(first, Cyclic) or first.which is not None:
        return False
    return first.kind not in {"weekday", "weekend"} and last.grain not in {"decade", "century"}
