"""How far the time axis reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import civil
from timeline.export.drawing.packing import FADE, MARK
from timeline.export.placing import placements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.export.placing import Placement
    from timeline.model.view import EventRow

_MARGIN: Final = 0.05
_NEAR: Final = 60.0
"""Days within which today always belongs to the picture."""


def drawable(row: EventRow) -> bool:
    """Whether it has a date that an axis of four-digit years can show."""
    placed = placements(row)
    return bool(placed) and all(abs(civil(day)[0]) <= 9999 for day in _ends(placed))


def reach(rows: Iterable[EventRow], today: int, width: int) -> tuple[float, float]:
    """First and last day of the axis, with a margin: wide enough, on `width` pixels, for an end that fades out.

    Today is on it unless it is further off than the story is long.
    """
    placed = [placement for row in rows for placement in placements(row)]
    days = _ends(placed)
    first, last = (min(days), max(days) + 1) if days else (today, today + 1)
    near = max(_NEAR, last - first)
    if first - near <= today <= last + near:
        first, last = min(first, today), max(last, today + 1)
    share = (FADE + MARK) / width
    before, after = (
        max((last - first) * (share if opened else _MARGIN), 1.0)
        for opened in (any(one.first is None for one in placed), any(one.last is None for one in placed))
    )
    return first - before, last + after


def _ends(placed: Iterable[Placement]) -> list[int]:
    return [day for placement in placed for day in (placement.first, placement.last) if day is not None]
