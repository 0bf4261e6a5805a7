"""Sentences that say what an answer leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import iso_day

if TYPE_CHECKING:
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


def _dated(state: EventState) -> str:
    """The days in brackets: one, or both ends of a window or span."""
    if state.date is None:
        return ""
    days = ["" if day is None else iso_day(day) for day in state.date.bounds]
    return f" ({' to '.join(dict.fromkeys(days)).strip()})"


class Tally:
    """Counts events, and remembers the first few by title and date: thousands may have passed."""

    def __init__(self) -> None:
        self.count = 0
        self._titles: list[str] = []

    def add(self, state: EventState) -> None:
        self.count += 1
        if len(self._titles) < _NAMED:
            self._titles.append(state.event.title + _dated(state))

    @property
    def names(self) -> str:
        more = self.count - len(self._titles)
        return "; ".join(self._titles) + (f"; and {more} more" if more else "")
