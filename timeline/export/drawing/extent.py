"""How far the time axis reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.edtf.days import civil
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


def reach(rows: Iterable[EventRow], today: int) -> tuple[float, float]:
    """First and last day of the axis, with a margin. Today is on it unless it is further off than the story is long."""
    days = [day for row in rows for day in _ends(placements(row))]
    first, last = (min(days), max(days) + 1) if days else (today, today + 1)
    near = max(_NEAR, last - first)
    if first - near <= today <= last + near:
        first, last = min(first, today), max(last, today + 1)
    spare = max((last - first) * _MARGIN, 1.0)
    return first - spare, last + spare


def _ends(placed: Iterable[Placement]) -> list[int]:
    return [day for placement in placed for day in (placement.first, placement.last) if day is not None]
