"""Exporters that hand out their bytes part by part, and say which events their format has no room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from timeline.export.placing import placements

if TYPE_CHECKING:
    from timeline.export.options import ExportOptions
    from timeline.model.view import EventRow, View


class LeftOut(NamedTuple):
    """Events that a format cannot hold, and why: `reason` follows "3 events", as in "without a date: not drawn"."""

    reason: str
    rows: tuple[EventRow, ...]


Parts = Callable[["View", "ExportOptions"], Iterator[bytes]]
LeavesOut = Callable[["View"], Iterable[LeftOut]]


class Streaming:
    """An `Exporter` made of a generator: called, it returns everything; `parts` gives one piece after another, so that
    a hundred thousand events need not stand in memory twice.
    """

    def __init__(self, parts: Parts, leaves_out: LeavesOut = lambda _: ()) -> None:
        self.parts = parts
        self.leaves_out = leaves_out
        self.__module__ = parts.__module__

    def __call__(self, view: View, options: ExportOptions) -> bytes:
        return b"".join(self.parts(view, options))


def undated(view: View, reason: str) -> list[LeftOut]:
    """The events that stand nowhere in time."""
    rows = tuple(row for row in view.rows if not placements(row))
    return [LeftOut(reason, rows)] if rows else []
