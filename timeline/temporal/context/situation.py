"""What a timex is read against: the publication day, the day the story stands at, the side the sentence looks to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.model.vocabulary import Anchor
from timeline.temporal.calendars.calendar import MONDAY

Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Situation:
    """Days are day numbers. `published` is the publication day, `time` its clock time (`18:30`) when that is known.

    `story` is the day that "the next day" or a bare time of day is read against; it is the publication day until the
    text names another; `overnight`: it is a night that ends on the day after. `narrative`: dates follow the story, not the publication day.
    `period`: the month, quarter, half or year that the paragraph speaks of, as grain and first day: what "a year
    earlier" and "the quarter" in a report are read against. `chapter`: the year that heads this part of a narrative;
    what comes once a year is of that year there. `behind`: the last day named that is not after the publication day.
    `told_at`: the word after the expression that the story's day comes from. `week`: the ISO weekday that weeks start on.
    """

    published: int | None
    story: int | None = None
    direction: Direction | None = None
    narrative: bool = False
    overnight: bool = False
    time: str | None = None
    anchor: Anchor = Anchor.PUBLISHED
    period: tuple[str, int] | None = None
    chapter: int | None = None
    behind: int | None = None
    told_at: int = 0
    week: int = MONDAY

    def base(self, *, story: bool) -> int | None:
        """The day to count from: an expression such as "that day" follows the story in every genre."""
        if (story or self.narrative) and self.story is not None:
            return self.story
        return self.published
