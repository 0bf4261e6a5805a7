"""The first day of the week that a text is read with: what was said of it, else the country in the tag of its language."""

from __future__ import annotations

from timeline.errors import UsageError
from timeline.lang import weeks
from timeline.model.document import Dct
from timeline.model.vocabulary import WeekStart


def first_day(name: str) -> WeekStart:
    """Raises `UsageError` that lists the days a week may start on."""
    try:
        return WeekStart(name.strip().lower())
    except ValueError:
        raise UsageError(f"no week starts on {name!r}; known: {', '.join(WeekStart)}") from None


def in_weeks(dct: Dct, said: WeekStart | None, language: str | None = None) -> Dct:
    """The publication day with its week; without anything said, the day as it is, and its language decides.

    `language`: a tag that somebody gave with the text. The tag that a page carries is not asked: systems of newsrooms write
    `en-US` into pages of Kyiv and Doha.
    """
    start = said or dct.week_start or (weeks.of_tag(language) if language else None)
    return dct if start is None else dct.model_copy(update={"week_start": start})
