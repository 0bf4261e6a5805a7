"""The sheet to draw on: how wide it is, how much a day and a letter take."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

LETTER: Final = 6.6
"""Pixels of an average letter at the label's size: labels are measured before there is a browser to ask."""

GAP: Final = 10.0
"""Pixels kept free between two things on a row."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """`first`, `last`: day numbers with a fraction, the ends of the time axis. `width`: pixels between them.

    `letters`: the longest label. `names_beside`: lane names stand left of the plot, else above their lane.
    """

    first: float
    last: float
    width: int
    letters: int = 46
    names_beside: bool = True

    def x(self, day: float) -> float:
        """Pixels from the left end."""
        return (day - self.first) * self.width / (self.last - self.first)

    def days(self, pixels: float) -> float:
        return pixels * (self.last - self.first) / self.width


def measured(text: str) -> float:
    """The width of a label in pixels, a little too wide rather than too narrow."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return (len(text) + wide * 0.9) * LETTER


def cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
