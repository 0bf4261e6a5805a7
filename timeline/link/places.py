"""Whether two names can be of one place."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timeline.lang import packs, world
from timeline.lang.world_names import fold
from timeline.lang.world_shapes import Place

SAME: Final = 1.0
WITHIN: Final = 0.8
UNSTATED: Final = 0.6
UNKNOWN: Final = 0.3


def agree(one: str | None, other: str | None) -> float:
    """0 for two places that exclude each other, `UNSTATED` when one claim names none, `WITHIN` for a city and its country.

    A name that no table holds may be anywhere (`UNKNOWN`), but two different ones are not the same place.
    """
    if one is None or other is None:
        return UNSTATED
    if fold(one) == fold(other):
        return SAME
    a, b = _known(one), _known(other)
    if a is None or b is None:
        return UNSTATED if _part(one, other) else UNKNOWN if a or b else 0.0
    if (a.id, a.country) == (b.id, b.country):
        return SAME
    return WITHIN if a.country == b.country and {a.kind, b.kind} != {"city"} else 0.0


@lru_cache(maxsize=4096)
def _known(name: str) -> Place | None:
    """A place of the gazetteer; a palace counts as being somewhere in its country."""
    for code in packs.having(packs.WORLD):
        tables = world.load(code)
        found = tables.place(name)
        seat = None if found else tables.government(name)
        if found or seat:
            return found or (Place(name, name, seat.country, "seat") if seat else None)
    return None


def _part(one: str, other: str) -> bool:
    """`Élysée Palace, Paris` and `Paris`: one's words stand in the other."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return a <= b or b <= a
