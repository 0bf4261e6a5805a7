"""The strokes of a scene as plotly traces, one for each mark and each way of drawing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from timeline.edtf.days import iso_day
from timeline.export.drawing import strokes
from timeline.export.marks import CONNECTOR, INK, MARKS, PAPER, QUIET, key_of
from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.export.drawing.scene import Drawn, Scene
    from timeline.export.drawing.strokes import Bar, Line, Spot

_DAY_IN_MS: Final = 86_400_000
_FADED: Final = frozenset({Occurrence.CANCELLED.value, Occurrence.DID_NOT_OCCUR.value})


def escaped(text: str) -> str:
    """Plotly reads a little HTML in every text; entities are what it shows as written."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def moment(day: float) -> str:
    """A day number with a fraction as plotly's date text, to the minute."""
    whole, minutes = divmod(round(day * 1440), 1440)
    return f"{iso_day(whole)} {minutes // 60:02d}:{minutes % 60:02d}"


def of_scene(scene: Scene) -> list[Any]:
    """From back to front."""
    canvas = scene.canvas
    joints = list(strokes.connectors(scene)) if canvas.letters else []
    bars = [bar for drawn in scene.drawn for bar in strokes.bars(drawn, canvas)]
    spots = [spot for drawn in scene.drawn for spot in strokes.spots(drawn, canvas)]
    whiskers = [line for drawn in scene.drawn for line in strokes.whiskers(drawn)]
    found = [
        _lines([line for line, _ in joints]),
        *_per_key([spot for _, spot in joints], _feet),
        *_per_key([bar for bar in bars if not bar.lasts], _bands),
        *_per_key([bar for bar in bars if bar.lasts], _spans),
        _lines(whiskers),
        *_per_key(spots, _ends),
        *(trace for key in MARKS for trace in _marks(key, scene)),
        _labels(scene),
    ]
    return [trace for trace in found if trace is not None]


def _per_key(items: list[Any], draw: Any) -> Iterable[Any]:
    for key in MARKS:
        chosen = [item for item in items if item.key == key]
        if chosen:
            yield draw(key, chosen)


def _lines(lines: list[Line]) -> Any | None:
    """All dotted lines are one trace, with gaps between them."""
    if not lines:
        return None
    return go.Scatter(
        x=[day for line in lines for day in (*map(moment, line.days), None)],
        y=[height for line in lines for height in (*line.heights, None)],
        mode="lines",
        line={"color": CONNECTOR.light, "width": 1, "dash": "dot"},
        hoverinfo="skip",
    )


def _bar(key: str, bars: list[Bar], marker: dict[str, Any]) -> Any:
    return go.Bar(
        base=[moment(bar.first) for bar in bars],
        x=[round((bar.last - bar.first) * _DAY_IN_MS) for bar in bars],
        y=[bar.drawn.y for bar in bars],
        width=[0.5] * len(bars),
        orientation="h",
        marker={**marker, "color": MARKS[key].colour.light, "opacity": [round(bar.opacity, 3) for bar in bars]},
        customdata=[bar.drawn.position for bar in bars],
        hoverinfo="none",
        cliponaxis=True,
    )


def _bands(key: str, bars: list[Bar]) -> Any:
    """Windows and open ends: translucent, without an outline."""
    return _bar(key, bars, {"line": {"width": 0}})


def _spans(key: str, bars: list[Bar]) -> Any:
    """What lasts: outlined, filled or hatched."""
    mark = MARKS[key]
    line = {"width": 1.5, "color": mark.colour.light}
    pattern = {"shape": mark.pattern, "fillmode": "replace", "size": 7, "solidity": 0.35, "bgcolor": PAPER.light}
    return _bar(key, bars, {"line": line, "pattern": pattern} if mark.pattern else {"line": line})


def _spot(spots: list[Spot], marker: dict[str, Any]) -> Any:
    return go.Scatter(
        x=[moment(spot.day) for spot in spots],
        y=[spot.y for spot in spots],
        mode="markers",
        marker={**marker, "opacity": [spot.opacity for spot in spots]},
        hoverinfo="skip",
    )


def _feet(key: str, spots: list[Spot]) -> Any:
    return _spot(spots, {"symbol": "circle", "size": 6, "color": MARKS[key].colour.light, "line": {"width": 0}})


def _ends(key: str, spots: list[Spot]) -> Any:
    colour = MARKS[key].colour.light
    symbols = [spot.symbol for spot in spots]
    sizes = [8 if spot.symbol.startswith("line") else 10 for spot in spots]
    return _spot(spots, {"symbol": symbols, "size": sizes, "color": colour, "line": {"width": 1.5, "color": colour}})


def _marks(key: str, scene: Scene) -> Iterable[Any]:
    chosen = [drawn for drawn in scene.drawn if key_of(drawn.row) == key]
    if not chosen:
        return
    mark = MARKS[key]
    opacity = [strokes.lightness(drawn) for drawn in chosen]
    if not mark.solid:  # a disc of paper under an open shape, so that lines do not run through it
        yield _mark(chosen, scene, {"symbol": "circle", "size": 11, "color": PAPER.light, "opacity": 1})
    line = {"width": 1.2, "color": PAPER.light} if mark.solid else {"width": 2.2, "color": mark.colour.light}
    yield _mark(
        chosen,
        scene,
        {
            "symbol": mark.symbol,
            "size": 14 if mark.solid else 12,
            "color": mark.colour.light,
            "line": line,
            "opacity": opacity,
        },
    )


def _mark(chosen: list[Drawn], scene: Scene, marker: dict[str, Any]) -> Any:
    return go.Scatter(
        x=[moment(strokes.mark_day(drawn, scene.canvas)) for drawn in chosen],
        y=[drawn.y for drawn in chosen],
        mode="markers",
        marker=marker,
        customdata=[drawn.position for drawn in chosen],
        hoverinfo="none",
    )


def _labels(scene: Scene) -> Any | None:
    """Labels are points of their own, so that they can start where a bar ends, and can be clicked."""
    labelled = [drawn for drawn in scene.drawn if drawn.label.sign]
    if not labelled:
        return None
    return go.Scatter(
        x=[moment(strokes.label_day(drawn, scene.canvas)) for drawn in labelled],
        y=[drawn.y for drawn in labelled],
        mode="text",
        text=[_text(drawn) for drawn in labelled],
        textposition=["middle right" if drawn.label.sign > 0 else "middle left" for drawn in labelled],
        textfont={"size": 12.5, "color": [_ink(drawn) for drawn in labelled]},
        customdata=[drawn.position for drawn in labelled],
        hoverinfo="skip",
    )


def _text(drawn: Drawn) -> str:
    text = escaped(drawn.label.text)
    return f"<i>{text}</i>" if strokes.lightness(drawn) < 1 else text


def _ink(drawn: Drawn) -> str:
    return QUIET.light if key_of(drawn.row) in _FADED else INK.light
