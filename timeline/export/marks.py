"""How an event looks, said once: shape, colour and pattern by occurrence. The words are in `lang/xx/interface.yaml`.

Shapes alone tell the marks apart, patterns alone the bars: colour only helps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.model.view import EventRow

DISPUTED: Final = "disputed"


@dataclass(frozen=True, slots=True)
class Colour:
    """The same ink on a light and on a dark page."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Mark:
    """`symbol` and `pattern` are plotly's names; `outline` is the same shape as SVG paths in a box of 16 by 16.

    `solid` shapes are filled, others drawn with a line.
    """

    symbol: str
    pattern: str
    colour: Colour
    outline: str
    solid: bool = False


INK: Final = Colour("#1b1b19", "#ece9e2")
QUIET: Final = Colour("#5f5d57", "#a9a69e")
PAPER: Final = Colour("#fffefa", "#17191d")
BAND: Final = Colour("#f6f3ec", "#1d2025")
FUTURE: Final = Colour("#e9e2cd", "#2c2c2e")
GRID: Final = Colour("#dcd8cd", "#34373d")
TODAY: Final = Colour("#c00d1e", "#ff7468")
CONNECTOR: Final = Colour("#8c8982", "#74777d")

_HAPPENED: Final = Colour("#14508c", "#7fb8f5")
_PLANNED: Final = Colour("#b45309", "#f3ac45")
_OFF: Final = Colour("#5f6368", "#a4a9b0")
_OPEN: Final = Colour("#0f766e", "#4fd0c0")
_CONTESTED: Final = Colour("#a3185f", "#f48fc4")

_RING: Final = "M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z"
_DOT: Final = "M8 7a1 1 0 1 0 0 2a1 1 0 1 0 0-2z"
_SQUARE: Final = "M3 3h10v10h-10z"
_CROSS: Final = "M5 2.5l3 3l3-3l2.5 2.5l-3 3l3 3l-2.5 2.5l-3-3l-3 3l-2.5-2.5l3-3l-3-3z"

MARKS: Final[dict[str, Mark]] = {
    Occurrence.OCCURRED.value: Mark("circle", "", _HAPPENED, _RING, solid=True),
    Occurrence.UNDERWAY.value: Mark("triangle-right", "", _HAPPENED, "M4 2.5l9 5.5l-9 5.5z", solid=True),
    Occurrence.CONFIRMED.value: Mark("circle-open-dot", "/", _PLANNED, _RING + _DOT),
    Occurrence.EXPECTED.value: Mark("circle-open", "/", _PLANNED, _RING),
    Occurrence.POSTPONED.value: Mark("hourglass-open", "\\", _PLANNED, "M3.5 2.5h9l-9 11h9z"),
    Occurrence.POSSIBLE.value: Mark("square-open-dot", ".", _OPEN, _SQUARE + _DOT),
    Occurrence.PROPOSED.value: Mark("square-open", ".", _OPEN, _SQUARE),
    Occurrence.DOUBTFUL.value: Mark("square-x-open", ".", _OPEN, _SQUARE + "M3 3l10 10M13 3l-10 10"),
    Occurrence.CANCELLED.value: Mark("x", "-", _OFF, _CROSS, solid=True),
    Occurrence.DID_NOT_OCCUR.value: Mark("x-open", "-", _OFF, _CROSS),
    Occurrence.UNKNOWN.value: Mark("hexagon-open", "+", _OFF, "M8 2l5.2 3v6l-5.2 3l-5.2-3v-6z"),
    DISPUTED: Mark("diamond-open-dot", "x", _CONTESTED, "M8 1.5l6.5 6.5l-6.5 6.5l-6.5-6.5z" + _DOT),
}
"""In the order of the legend."""

NAMED: Final = {
    "ink": INK, "quiet": QUIET, "paper": PAPER, "band": BAND, "future": FUTURE, "grid": GRID, "today": TODAY,
    "connector": CONNECTOR,
}  # fmt: skip
"""What is not a mark's own colour."""


def key_of(row: EventRow) -> str:
    """The name of a row's mark: what is disputed looks disputed, whatever its occurrence."""
    return DISPUTED if row.disputed else row.occurrence.value
