"""A View as a plotly figure: `timeline.figure(view)` shows in a notebook and can be restyled there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from timeline.export import traces
from timeline.export.backdrop import layout
from timeline.export.drawing.scene import Scene, arrange
from timeline.export.options import Lanes
from timeline.export.words import load

if TYPE_CHECKING:
    from timeline.model.view import View

WIDTH: Final = 1100
"""Pixels of the time axis that labels are measured for, unless said otherwise."""


def figure(
    view: View, lanes: Lanes | str = Lanes.ACTOR, *, language: str = "en", width: int = WIDTH, names_beside: bool = True
) -> Any:
    """A `plotly.graph_objects.Figure` with lanes by actor, place, kind, status or source. Undated rows are not in it.

    Every text in it is escaped: nothing from an article reaches plotly as markup. `customdata` of a point is the
    position of its row in the view. `names_beside=False` puts lane names above their lane, for narrow screens.
    """
    return drawn(arrange(view, Lanes(lanes), width, load(language), beside=names_beside), language)


def drawn(scene: Scene, language: str) -> Any:
    words = load(language)
    return go.Figure(data=traces.of_scene(scene), layout=layout(scene, words))
