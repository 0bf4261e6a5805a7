"""The orders in which a list can be asked for. Undated events come last in time, in either direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.edtf.order import sort_key
from timeline.fold.publication import publication
from timeline.model.filter import SortBy
from timeline.model.vocabulary import Occurrence
from timeline.query.folded import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.fold.state import EventState
    from timeline.query.story import Story

_FAR: Final = 10**9
"""Later than any day number."""

_STATUS_ORDER: Final = {status: place for place, status in enumerate(Occurrence)}


def by_day(state: EventState, story: Story) -> tuple[Any, ...]:
    """Dated events by the sort key of their date (start, then end; `[..D]` just before D, `[D..]` just after it), then
    undated ones by the earliest and latest day that their relations allow; then by title and id.
    """
    name = (folded(state.event.title), state.event.id)
    if state.date is not None:
        return (0, *sort_key(state.date), *name)
    first, last = story.days(state)
    return (1, _FAR if first is None else first, _FAR if last is None else last, *name)


def _by_title(state: EventState, story: Story) -> tuple[Any, ...]:
    return (folded(state.event.title), *by_day(state, story))


def _by_kind(state: EventState, story: Story) -> tuple[Any, ...]:
    return (state.event.kind, *by_day(state, story))


def _by_status(state: EventState, story: Story) -> tuple[Any, ...]:
    return (_STATUS_ORDER[state.occurrence], *by_day(state, story))


def _by_published(state: EventState, story: Story) -> tuple[Any, ...]:
    """By the latest claim that counts; events without a claim last."""
    if not state.counting:
        return (1, 0, *by_day(state, story))
    return (0, publication(state.counting[-1], story.ledger).instant, *by_day(state, story))


_ORDERS: Final[dict[SortBy, Callable[[EventState, Story], tuple[Any, ...]]]] = {
    SortBy.WHEN: by_day,
    SortBy.TITLE: _by_title,
    SortBy.KIND: _by_kind,
    SortBy.STATUS: _by_status,
    SortBy.PUBLISHED: _by_published,
}


def ordered(states: Iterable[EventState], story: Story, sort: SortBy, *, reverse: bool = False) -> list[EventState]:
    """Reversed, a list in time still ends with what has no date."""
    key = _ORDERS[sort]
    found = sorted(states, key=lambda state: key(state, story), reverse=reverse)
    if reverse and sort is SortBy.WHEN:
        found.sort(key=lambda state: state.date is None)
    return found
