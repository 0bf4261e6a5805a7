"""Somebody of a town or a land, who is counted and not named: "une Alsacienne", "deux Nantais"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.claims.tree.reading import Reading


def counted(reading: Reading, place: int) -> bool:
    """Behind an indefinite article or a number, a word that may say where somebody is from."""
    if place == 0 or not reading.pack.is_demonym(reading.lower[place]):
        return False
    return reading.lower[place - 1] in reading.pack.words("indefinite") or reading.tokens[place - 1].pos == "NUM"
