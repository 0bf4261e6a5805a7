"""Events that hold every word of a request, the best match first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.fold.moment import NOW, Moment
from timeline.model.filter import Filter
from timeline.model.view import View
from timeline.query.folded import has_words, words
from timeline.query.rows import event_row, name_of
from timeline.query.selection import Selection
from timeline.query.sorting import ordered
from timeline.query.story import Story

if TYPE_CHECKING:
    from timeline.fold.state import EventState
    from timeline.model.ledger import Ledger


def search(
    ledger: Ledger,
    query: str,
    wanted: Filter | None = None,
    moment: Moment = NOW,
    *,
    today: str,
    timezone: str | None = None,
) -> View:
    """Ranked by how many words the title holds, then the names of the actors and the place, then the quotes; equals keep
    the order of the filter.
    """
    wanted = (wanted or Filter()).model_copy(update={"text": query})
    story = Story(ledger, moment)
    selection = Selection(wanted, story)
    found = ordered(filter(selection.keeps, story.states()), story, wanted.sort, reverse=wanted.reverse)
    asked = words(query)
    found.sort(key=lambda state: _rank(state, asked, story), reverse=True)
    return View(
        title=query,
        today=today,
        timezone=timezone or ledger.timezone,
        as_of=moment.as_of,
        rows=tuple(event_row(state, story) for state in found[: wanted.limit]),
    )


def _rank(state: EventState, asked: tuple[str, ...], story: Story) -> tuple[int, int, int]:
    names = [name_of(actor, story.ledger) for _, actors in state.participants for actor in actors]
    fields = ((state.event.title,), (*names, state.place), tuple(claim.quote for claim in state.counting))
    title, people, quotes = (sum(has_words((word,), *texts) for word in asked) for texts in fields)
    return title, people, quotes
