"""What the marks stand on: axes, lane bands and names, the future, the line of today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from timeline.export import date_words
from timeline.export.drawing.canvas import cut
from timeline.export.marks import BAND, FUTURE, GRID, INK, TODAY
from timeline.export.plain_text import one_line
from timeline.export.traces import escaped, moment

if TYPE_CHECKING:
    from timeline.export.drawing.scene import Scene, Strip
    from timeline.export.words import Words

ROW: Final = 26
"""Pixels of a row."""

_SANS: Final = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_NOTE: Final = 90.0
"""Half the width in pixels of the words under the line of today."""

_NAME_LETTERS: Final = 20
_TICKS: Final = (
    ("hour", None, 86_399_999),
    ("day", 86_400_000, 2_419_200_000),
    ("month", "M1", "M11"),
    ("year", "M12", None),
)
"""From which distance of ticks to which one they are named in what way: milliseconds, then months (plotly's)."""

_FAR: Final = 4_000.0
"""How many lengths of the axis bands and tints reach beyond it."""


def layout(scene: Scene, words: Words) -> dict[str, Any]:
    canvas = scene.canvas
    return {
        "template": "none",
        "height": round(scene.height * ROW) + 84,
        "margin": {"l": 176 if canvas.names_beside else 8, "r": 12, "t": 52, "b": 32, "pad": 0},
        "font": {"family": _SANS, "size": 13, "color": INK.light},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "barmode": "overlay",
        "hovermode": "closest",
        "hoverdistance": 12,
        "dragmode": "pan",
        "xaxis": _time_axis(scene, words),
        "yaxis": _lane_axis(scene),
        "shapes": [*_bands(scene), *_today_shapes(scene)],
        "annotations": [*_names_above(scene), *_today_note(scene, words)],
    }


def _time_axis(scene: Scene, words: Words) -> dict[str, Any]:
    canvas = scene.canvas
    return {
        "type": "date",
        "range": [moment(canvas.first), moment(canvas.last)],
        "side": "top",
        "showgrid": True,
        "gridcolor": GRID.light,
        "showline": True,
        "linecolor": INK.light,
        "ticks": "outside",
        "tickcolor": INK.light,
        "ticklabelmode": "period" if canvas.last - canvas.first < 40 else "instant",
        "nticks": max(4, canvas.width // 90),
        "automargin": False,
        "zeroline": False,
        "tickformatstops": [
            {"dtickrange": [low, high], "value": words.say(f"axis.{name}")} for name, low, high in _TICKS
        ],
    }


def _lane_axis(scene: Scene) -> dict[str, Any]:
    named = scene.strips if scene.canvas.names_beside else ()
    return {
        "range": [scene.height, 0],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickmode": "array",
        "tickvals": [(strip.top + strip.bottom) / 2 for strip in named],
        "ticktext": [_name(strip) for strip in named],
        "showticklabels": bool(named),
        "ticklabelstandoff": 10,
        "automargin": False,
    }


def _name(strip: Strip) -> str:
    """On two lines where it is long."""
    text = one_line(strip.name)
    if len(text) <= _NAME_LETTERS:
        return escaped(text)
    middle = text.rfind(" ", 0, _NAME_LETTERS + 1)
    if middle <= 0:
        return escaped(cut(text, _NAME_LETTERS))
    return f"{escaped(text[:middle])}<br>{escaped(cut(text[middle + 1 :], _NAME_LETTERS))}"


def _bands(scene: Scene) -> list[dict[str, Any]]:
    """Every other lane is tinted."""
    return [_rectangle("paper", (0, 1), (strip.top, strip.bottom), BAND.light, 1.0) for strip in scene.strips[::2]]


def _today_shapes(scene: Scene) -> list[dict[str, Any]]:
    noon = scene.today + 0.5
    canvas = scene.canvas
    far = min(noon + (canvas.last - canvas.first) * _FAR, 3_600_000.0)
    line = {
        "type": "line",
        "x0": moment(noon),
        "x1": moment(noon),
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": TODAY.light, "width": 2},
        "layer": "below",
    }
    heights = (0.0, scene.height)
    return [_rectangle("x", (moment(noon), moment(far)), heights, FUTURE.light, 0.4), line]


def _rectangle(ref: str, x: tuple[Any, Any], y: tuple[float, float], colour: str, opacity: float) -> dict[str, Any]:
    return {
        "type": "rect",
        "xref": ref,
        "x0": x[0],
        "x1": x[1],
        "y0": y[0],
        "y1": y[1],
        "fillcolor": colour,
        "opacity": opacity,
        "line": {"width": 0},
        "layer": "below",
    }


def _today_note(scene: Scene, words: Words) -> list[dict[str, Any]]:
    canvas = scene.canvas
    if not canvas.first <= scene.today <= canvas.last:
        return []
    day = escaped(date_words.of_day(scene.today, words, short=True))
    at = canvas.x(scene.today + 0.5)
    return [
        {
            "x": moment(scene.today + 0.5),
            "y": 0,
            "yref": "paper",
            "yanchor": "top",
            "xanchor": "left" if at < _NOTE else "right" if at > canvas.width - _NOTE else "center",
            "text": f"<b>{escaped(words.say('page.today'))}</b> {day}",
            "font": {"color": TODAY.light, "size": 12},
            "showarrow": False,
        }
    ]


def _names_above(scene: Scene) -> list[dict[str, Any]]:
    if scene.canvas.names_beside:
        return []
    return [
        {
            "xref": "paper",
            "x": 0,
            "xanchor": "left",
            "y": strip.top + 0.55,
            "text": f"<b>{escaped(cut(one_line(strip.name), 44))}</b>",
            "showarrow": False,
        }
        for strip in scene.strips
    ]
