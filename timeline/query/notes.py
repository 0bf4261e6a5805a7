"""Sentences that say what an answer leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.fold.state import EventState

_NAMED: Final = 3


def left_out(count: int, one: str, many: str) -> str | None:
    """`1 event ...` or `4 events ...`, `None` for none."""
    if count <= 0:
        return None
    return f"1 event {one}" if count == 1 else f"{count} events {many}"


def beyond_limit(count: int) -> str | None:
    """How many matched and are not shown because of the limit."""
    if count <= 0:
        return None
    return "1 more event is beyond the limit" if count == 1 else f"{count} more events are beyond the limit"


def named(states: Sequence[EventState]) -> str:
    """The first few, by title and date."""
    titles = [
        f"{state.event.title} ({state.when})" if state.when is not None else state.event.title
        for state in states[:_NAMED]
    ]
    more = len(states) - len(titles)
    return "; ".join(titles) + (f"; and {more} more" if more else "")
