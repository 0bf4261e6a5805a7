"""Puts the events of a lane on as few rows as their marks and labels need, first come first served."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.export.drawing.canvas import GAP, Canvas, cut, measured
from timeline.export.placing import Extent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.export.placing import Placement

MARK: Final = 8.0
"""Half the width of a mark, in pixels."""

FADE: Final = 54.0
"""Length in pixels of an end that stays open."""

_SHORTEST: Final = 6


class Side(NamedTuple):
    """A label right (`+1`) or left (`-1`) of what is drawn, or none (`0`); `inside`: on the bar, from its left end."""

    sign: int
    text: str
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """What is drawn for one placement of the row at `position` of the view. `remark` ends the label and is never cut."""

    position: int
    placement: Placement
    title: str
    remark: str = ""

    def label(self, letters: int) -> str:
        return cut(self.title, max(letters - len(self.remark), 1)) + self.remark


@dataclass(frozen=True, slots=True)
class Packed:
    """`row` counts from the top of the lane."""

    item: Item
    row: int
    label: Side


def pack(items: Iterable[Item], canvas: Canvas) -> tuple[Packed, ...]:
    """By start; an item takes the first row on which neither mark nor label meets what is there."""
    ends: list[float] = []
    packed = []
    for item in sorted(items, key=lambda item: (_left(item, canvas), item.position)):
        label = _label(item, canvas)
        left, right = _box(item, label, canvas)
        row = next((index for index, end in enumerate(ends) if end + GAP <= left), len(ends))
        ends[row:] = [right, *ends[row + 1 :]]
        packed.append(Packed(item, row, label))
    return tuple(packed)


def centre(placement: Placement) -> float:
    """The day, with a fraction, on which the mark sits: noon, the stated hour, or the middle of its days."""
    if placement.first is None or placement.last is None:
        known = placement.last if placement.first is None else placement.first
        assert known is not None  # noqa: S101  # a placement has at least one end
        return known + 0.5
    if placement.extent is Extent.POINT and placement.starts is not None:
        return placement.first + (placement.starts.hour + placement.starts.minute / 60) / 24
    return (placement.first + placement.last + 1) / 2


def _left(item: Item, canvas: Canvas) -> float:
    first = item.placement.first
    edge = canvas.x(centre(item.placement)) - MARK
    return edge - FADE if first is None else min(edge, canvas.x(first))


def _right(item: Item, canvas: Canvas) -> float:
    last = item.placement.last
    edge = canvas.x(centre(item.placement)) + MARK
    return edge + FADE if last is None else max(edge, canvas.x(last + 1))


def _label(item: Item, canvas: Canvas) -> Side:
    """Right of the mark if it fits there, else left, else on a long bar, else cut to the larger side."""
    text = item.label(canvas.letters) if canvas.letters else ""
    if not text:
        return Side(0, "")
    after, before = canvas.width - _right(item, canvas), _left(item, canvas)
    need = measured(text) + GAP
    if need <= after or need <= before:
        return Side(1 if need <= after else -1, text)
    closed = None not in {item.placement.first, item.placement.last}
    if closed and need + MARK <= (_right(item, canvas) - _left(item, canvas)) / 2:
        return Side(1, text, inside=True)
    room = int((max(after, before) - GAP) / (measured(text) / len(text)))
    if room < _SHORTEST + len(item.remark):
        return Side(0, "")
    return Side(1 if after >= before else -1, item.label(room))


def _box(item: Item, label: Side, canvas: Canvas) -> tuple[float, float]:
    left, right = _left(item, canvas), _right(item, canvas)
    if label.inside:
        return left, right
    if label.sign > 0:
        return left, right + measured(label.text)
    return (left - measured(label.text), right) if label.sign else (left, right)
