"""The day at which a story stands, for what is told without one: asked only where everything is read.

The news keeps to what is written beside an event. Of somebody's words and acts most stand in sentences behind the one
that tells the day, and a list of them without days would be of little use; so they are put about that day ("2031-05-07~").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.claims.tree.tense import Tense, tense_of
from timeline.edtf.days import parse_day
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.claims.events.draft import Draft
    from timeline.claims.tree.reading import Reading
    from timeline.model.timex import Timex

RULE: Final = "narrative"
_RECENT: Final = 14
"""Days back that an article of news tells as its story; what is older is background."""


def lend(reading: Reading, drafts: Iterable[Draft], day: str) -> None:
    """`drafts` in the order of the text. What an older date opens stands at no day of the story."""
    told: Timex | None = None
    for draft in drafts:
        if draft.says is not Occurrence.OCCURRED:
            continue
        if draft.timex is not None:
            told = draft.timex if _recent(draft.timex, day) else None
        elif told is not None and draft.trigger.verb and tense_of(reading, draft.trigger.place) is Tense.PAST:
            draft.timex = told.model_copy(update={"edtf": f"{told.earliest}~", "rule": RULE, "alternatives": ()})


def _recent(timex: Timex, day: str) -> bool:
    """One day, gone by or the article's own, not long ago."""
    if timex.earliest is None or timex.earliest != timex.latest:
        return False
    return 0 <= parse_day(day) - parse_day(timex.earliest.partition("T")[0]) <= _RECENT
