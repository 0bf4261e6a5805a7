"""What is drawn for one event, as plain shapes: bars, ticks, fades, arrows and the mark with its label."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from timeline.export.drawing.packing import FADE, MARK, centre
from timeline.export.marks import key_of
from timeline.export.placing import Extent
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.drawing.canvas import Canvas
    from timeline.export.drawing.scene import Drawn, Scene, Strip

_FADE_STEPS: Final = (0.7, 0.45, 0.2)
_SUGGESTED: Final = 0.55
"""How much lighter a suggestion is."""


@dataclass(frozen=True, slots=True)
class Bar:
    """From day to day (fractions allowed). `lasts`: it takes all these days, rather than one of them."""

    drawn: Drawn
    key: str
    first: float
    last: float
    lasts: bool
    opacity: float


@dataclass(frozen=True, slots=True)
class Line:
    """A dotted line; upright for connectors, level for windows."""

    days: tuple[float, float]
    heights: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A single symbol: the end of a window, the arrow of an open end, the foot of a connector."""

    day: float
    y: float
    symbol: str
    key: str
    opacity: float = 1.0


def lightness(drawn: Drawn) -> float:
    return _SUGGESTED if drawn.row.judgement is Stance.SUGGESTED else 1.0


def bars(drawn: Drawn, canvas: Canvas) -> Iterator[Bar]:
    """The body, then the fading pieces of an end that stays open."""
    place = drawn.placement
    key, light = key_of(drawn.row), lightness(drawn)
    lasts = place.extent is Extent.SPAN
    if place.first is not None and place.last is not None:
        if place.extent is not Extent.POINT:
            yield Bar(drawn, key, place.first, place.last + 1, lasts, light if lasts else 0.3 * light)
        return
    edge, direction = _open_end(drawn)
    step = canvas.days(FADE / len(_FADE_STEPS)) * direction
    for number, opacity in enumerate(_FADE_STEPS):
        near, far = edge + number * step, edge + (number + 1) * step
        yield Bar(drawn, key, min(near, far), max(near, far), False, opacity * light * (1.0 if lasts else 0.55))


def _open_end(drawn: Drawn) -> tuple[float, int]:
    """Where the known end is, and the direction of the other (`+1`: towards the future)."""
    place = drawn.placement
    if place.first is not None:
        return place.first, 1
    assert place.last is not None  # noqa: S101  # a placement has at least one end
    return place.last + 1, -1


def whiskers(drawn: Drawn) -> Iterator[Line]:
    """The dotted line through a window."""
    place = drawn.placement
    if place.extent is Extent.WINDOW and place.first is not None and place.last is not None:
        yield Line((place.first, place.last + 1), (drawn.y, drawn.y))


def spots(drawn: Drawn, canvas: Canvas) -> Iterator[Spot]:
    """Ticks at the stated ends of a window, arrows at open ends."""
    place, light, key = drawn.placement, lightness(drawn), key_of(drawn.row)
    if place.extent is Extent.WINDOW:
        ends = [place.first, None if place.last is None else place.last + 1]
        yield from (Spot(end, drawn.y, "line-ns-open", key, light) for end in ends if end is not None)
    if place.first is None or place.last is None:
        edge, direction = _open_end(drawn)
        symbol = "triangle-right" if direction > 0 else "triangle-left"
        yield Spot(edge + direction * canvas.days(FADE), drawn.y, symbol, key, light * 0.6)


def mark_day(drawn: Drawn, canvas: Canvas) -> float:
    """Where the mark sits: at the known end where the other is open."""
    if drawn.placement.first is not None and drawn.placement.last is not None:
        return centre(drawn.placement)
    edge, direction = _open_end(drawn)
    return edge + direction * canvas.days(MARK / 2)


def label_day(drawn: Drawn, canvas: Canvas) -> float:
    """Where the label starts (or, left of the mark, ends): clear of what is drawn, unless it stands on a long bar."""
    place, at = drawn.placement, mark_day(drawn, canvas)
    reach = canvas.days(MARK + 3)
    if drawn.label.inside and place.first is not None:
        return place.first + canvas.days(5)
    if drawn.label.sign > 0:
        far = at + canvas.days(FADE) if place.last is None else place.last + 1
        return max(at + reach, far + canvas.days(5)) if place.extent is not Extent.POINT else at + reach
    far = at - canvas.days(FADE) if place.first is None else place.first
    return min(at - reach, far - canvas.days(5)) if place.extent is not Extent.POINT else at - reach


def connectors(scene: Scene) -> Iterator[tuple[Line, Spot]]:
    """From an event to each other lane it touches: a dotted line, and a dot on that lane's nearer edge."""
    by_position = {drawn.position: drawn for drawn in reversed(scene.drawn)}
    for strip in scene.strips:
        for position in strip.joined:
            yield _connector(by_position[position], strip, scene.canvas)


def _connector(drawn: Drawn, strip: Strip, canvas: Canvas) -> tuple[Line, Spot]:
    day = mark_day(drawn, canvas)
    below = strip.top > drawn.y
    foot = strip.top + 0.15 if below else strip.bottom - 0.15
    start = drawn.y + (0.3 if below else -0.3)
    return Line((day, day), (start, foot)), Spot(day, foot, "circle", key_of(drawn.row), lightness(drawn))
