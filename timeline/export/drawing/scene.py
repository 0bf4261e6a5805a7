"""Lanes and rows with their heights: the whole picture, before anybody draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import parse_day
from timeline.export.drawing.canvas import Canvas
from timeline.export.drawing.extent import drawable, reach
from timeline.export.drawing.lanes import lanes_of
from timeline.export.drawing.packing import Item, pack
from timeline.export.placing import placements
from timeline.export.plain_text import one_line
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from timeline.export.drawing.packing import Side
    from timeline.export.options import Lanes
    from timeline.export.placing import Placement
    from timeline.export.words import Words
    from timeline.model.view import EventRow, View

LABELLED: Final = 400
"""With more events than this, labels would only hide each other."""

_PADDING: Final = 0.3
_NAME: Final = 0.9
_EMPTY: Final = 0.6
"""Height of a lane that only has guests."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One placement of a row of the view, at height `y` (in rows, from the top)."""

    position: int
    row: EventRow
    placement: Placement
    label: Side
    y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane from `top` to `bottom`, in rows. `joined`: positions of events of other lanes that touch it."""

    name: str
    top: float
    bottom: float
    joined: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    canvas: Canvas
    today: int
    strips: tuple[Strip, ...]
    drawn: tuple[Drawn, ...]

    @property
    def height(self) -> float:
        """In rows."""
        return self.strips[-1].bottom if self.strips else 1.0


def arrange(view: View, lanes: Lanes, width: int, words: Words, *, beside: bool) -> Scene:
    """`width`: pixels of the time axis that labels are measured for. `beside`: lane names stand left of the plot."""
    positions = [position for position, row in enumerate(view.rows) if drawable(row)]
    today = parse_day(view.today)
    first, last = reach((view.rows[position] for position in positions), today, width)
    letters = 0 if len(positions) > LABELLED else 46 if beside else 30
    canvas = Canvas(first, last, width, letters, beside)
    strips: list[Strip] = []
    drawn: list[Drawn] = []
    top = 0.0
    for lane in lanes_of(view.rows, positions, lanes, words):
        start = top + _PADDING + (0.0 if beside else _NAME)
        found = _drawn(view, lane.rows, canvas, start, words)
        rows = max(mark.y for mark in found) - start + 0.5 if found else _EMPTY
        bottom = start + rows + _PADDING
        drawn.extend(found)
        strips.append(Strip(lane.name, top, bottom, lane.joined))
        top = bottom
    return Scene(canvas, today, tuple(strips), tuple(drawn))


def _drawn(view: View, positions: tuple[int, ...], canvas: Canvas, start: float, words: Words) -> list[Drawn]:
    items = [
        Item(position, placement, one_line(view.rows[position].title), _remark(view.rows[position], words))
        for position in positions
        for placement in placements(view.rows[position])
    ]
    return [
        Drawn(
            packed.item.position,
            view.rows[packed.item.position],
            packed.item.placement,
            packed.label,
            start + packed.row + 0.5,
        )
        for packed in pack(items, canvas)
    ]


def _remark(row: EventRow, words: Words) -> str:
    return words.say("suggested_title", title="") if row.judgement is Stance.SUGGESTED else ""
