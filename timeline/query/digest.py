"""What is new since a day, or since the last look: events, dates moved, statuses, what is overdue, what is contradicted,
sources.

Since a day goes by publication, whenever the desk read it; since the last look goes by recording, so that an old article
read late is not missed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.edtf.days import iso_day, parse_day
from timeline.fold.moment import NOW, Moment
from timeline.fold.publication import source_visible, visible
from timeline.fold.seen import as_seen, source_seen
from timeline.model.filter import Filter
from timeline.model.marks import Seen
from timeline.model.news import Digest, Topic
from timeline.query.difference import Known, arranged, circles, news
from timeline.query.evidence import latest_word
from timeline.query.new_sources import new_sources
from timeline.query.overdue import due_day
from timeline.query.rows import news_row
from timeline.query.selection import Selection
from timeline.query.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.fold.state import EventState
    from timeline.model.ledger import Ledger, Source
    from timeline.model.news import NewsRow

NEVER: Final = Seen(at="0001-01-01T00:00:00+00:00", day="0001-01-01")
"""The mark of somebody who has seen nothing yet."""


def digest_since(
    ledger: Ledger,
    day: str,
    wanted: Filter | None = None,
    moment: Moment = NOW,
    *,
    today: str,
    grace: int = 0,
) -> Digest:
    """What was published on that day or later."""
    eve = iso_day(parse_day(day) - 1)
    earlier = moment._replace(as_of=eve if moment.as_of is None else min(eve, moment.as_of))

    @cache
    def differs(event: str) -> bool:
        return any(
            visible(claim, ledger, moment) != visible(claim, ledger, earlier) for claim in ledger.events[event].claims
        )

    def is_new(source: Source) -> bool:
        return source_visible(source, ledger, moment) and not source_visible(source, ledger, earlier)

    now = Story(ledger, moment)
    then = Story(ledger, earlier, like=(now, differs))
    comparison = Comparison(then, now, eve, today, grace)
    return _digest(comparison, differs, is_new, wanted).model_copy(update={"since": day, "by": "publication"})


def digest_unseen(
    ledger: Ledger,
    seen: Seen | None,
    wanted: Filter | None = None,
    moment: Moment = NOW,
    *,
    today: str,
    grace: int = 0,
) -> Digest:
    """What was recorded, or judged, since a mark; everything when there is none."""
    mark = seen or NEVER
    before = as_seen(ledger, mark)
    now = Story(ledger, moment)
    then = Story(before.ledger, moment, like=(now, before.differ.__contains__))

    def is_new(source: Source) -> bool:
        return source_visible(source, ledger, moment) and not source_seen(source.id, ledger, mark)

    comparison = Comparison(then, now, mark.day, today, grace)
    found = _digest(comparison, before.differ.__contains__, is_new, wanted)
    return found.model_copy(update={"since": seen.at if seen is not None else None, "by": "recording"})


class Comparison(NamedTuple):
    """Two stories of the same events, and the ISO day on which each is looked at."""

    then: Story
    now: Story
    day_then: str
    today: str
    grace: int

    def was(self, state: EventState) -> EventState | None:
        """The event as it was; `None` when it was not there."""
        name = state.event.id
        return self.then.state(name) if name in self.then.ledger.events else None


def _digest(
    asked: Comparison, differs: Callable[[str], bool], is_new: Callable[[Source], bool], wanted: Filter | None
) -> Digest:
    wanted = wanted or Filter()
    selection_now, selection_then = Selection(wanted, asked.now), Selection(wanted, asked.then)
    told: list[tuple[EventState, NewsRow]] = []
    kept: list[EventState] = []
    for name in asked.now.ledger.events:
        state = asked.now.state(name)
        was = asked.was(state) if differs(name) else state
        if not (selection_now.keeps(state) or (was is not None and was is not state and selection_then.keeps(was))):
            continue  # an event that leaves the filter is told of once more
        if state.listed:
            kept.append(state)
        told += [(state, row) for row in _of_event(was, state, asked)]
    names = {state.event.id for state in kept}
    told += [(state, row) for state, row in circles(asked.then, asked.now) if state.event.id in names]
    sources = new_sources(kept, asked.now, is_new, silent=wanted == Filter())
    return Digest(
        since=None,
        by="",
        today=asked.today,
        timezone=asked.now.ledger.timezone,
        as_of=asked.now.moment.as_of,
        rows=(*arranged(told, asked.now), *sources),
    )


def _of_event(was: EventState | None, state: EventState, asked: Comparison) -> Iterator[NewsRow]:
    if was is not state:
        yield from news(Known(was, asked.then), state, asked.now)
    due = due_day(state, asked.now, parse_day(asked.today) - asked.grace) if state.listed else None
    if due is None:
        return
    if was is not None and was.listed and due_day(was, asked.then, parse_day(asked.day_then) - asked.grace) is not None:
        return
    yield news_row(Topic.OVERDUE, state, after=iso_day(due), said=latest_word(state, asked.now))
