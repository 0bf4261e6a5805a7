"""Who takes part in what, as a plotly figure: `timeline.graph_figure(view)` shows in a notebook."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from timeline.export import date_words
from timeline.export.drawing.canvas import cut
from timeline.export.drawing.network import Network, Spot, network, spots
from timeline.export.marks import CONNECTOR, INK, MARKS, PAPER, key_of
from timeline.export.traces import escaped
from timeline.export.words import load

if TYPE_CHECKING:
    from timeline.model.view import View

_LETTERS: Final = 28
_HEIGHT: Final = 680


def graph_figure(view: View, *, language: str = "en") -> Any:
    """A `plotly.graph_objects.Figure` of actors (discs with names) and events (their marks; point at one for its title).

    Beyond 150 of both, only actors, joined by the events that they share. Every text is escaped; `customdata` of an
    event is the position of its row in the view.
    """
    found = network(view)
    placed = spots(found)
    traces = [*_joints(found, placed), *_events(view, found, placed, language), *_actors(found, placed)]
    axis = {"visible": False, "zeroline": False, "showgrid": False}
    layout = {
        "template": "none",
        "height": _HEIGHT,
        "margin": {"l": 20, "r": 20, "t": 20, "b": 20},
        "showlegend": False,
        "hovermode": "closest",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": axis,
        "yaxis": {**axis, "scaleanchor": "x"},
    }
    return go.Figure(data=traces, layout=layout)


def _joints(found: Network, placed: list[Spot]) -> list[Any]:
    """One trace for each thickness."""
    traces = []
    for times in sorted(set(found.joints.values())):
        ends = [pair for pair, count in found.joints.items() if count == times]
        line = {"color": CONNECTOR.light, "width": round(1 + math.log2(times), 2)}
        x = [at for one, other in ends for at in (placed[one][0], placed[other][0], None)]
        y = [at for one, other in ends for at in (placed[one][1], placed[other][1], None)]
        traces.append(go.Scatter(x=x, y=y, mode="lines", line=line, opacity=0.6, hoverinfo="skip"))
    return traces


def _events(view: View, found: Network, placed: list[Spot], language: str) -> list[Any]:
    """By mark, so that they look as they do in every other picture."""
    words = load(language)
    traces = []
    for key, mark in MARKS.items():
        chosen = [
            (node, spot)
            for node, spot in zip(found.nodes, placed, strict=True)
            if node.row is not None and key_of(view.rows[node.row]) == key
        ]
        if not chosen:
            continue
        texts = [f"{node.name} · {date_words.of_row(view.rows[node.row or 0], words)}" for node, _ in chosen]
        marker = {
            "symbol": mark.symbol,
            "size": 12,
            "color": mark.colour.light,
            "line": {"width": 2, "color": mark.colour.light},
            "opacity": 1,
        }
        traces.append(
            go.Scatter(
                x=[spot[0] for _, spot in chosen],
                y=[spot[1] for _, spot in chosen],
                mode="markers",
                marker=marker,
                text=[escaped(text) for text in texts],
                customdata=[node.row for node, _ in chosen],
                hoverinfo="text",
            )
        )
    return traces


def _actors(found: Network, placed: list[Spot]) -> list[Any]:
    chosen = [(node, spot) for node, spot in zip(found.nodes, placed, strict=True) if node.row is None]
    if not chosen:
        return []
    sizes = [min(12 + 3 * math.sqrt(node.weight), 34) for node, _ in chosen]
    return [
        go.Scatter(
            x=[spot[0] for _, spot in chosen],
            y=[spot[1] for _, spot in chosen],
            mode="markers+text",
            marker={"size": sizes, "color": INK.light, "line": {"width": 2, "color": PAPER.light}, "opacity": 1},
            text=[escaped(cut(node.name, _LETTERS)) for node, _ in chosen],
            textposition="top center",
            textfont={"size": 13, "color": INK.light},
            hoverinfo="skip",
        )
    ]
