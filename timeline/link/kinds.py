"""Which kinds of event two articles may use for one event. A visit is a meeting to some, a summit is talks to others."""

from __future__ import annotations

from typing import Final

_PAIRS: Final = (
    ("visit", "meeting"),
    ("visit", "talks"),
    ("summit", "meeting"),
    ("summit", "talks"),
    ("summit", "visit"),
    ("talks", "meeting"),
    ("phone_call", "talks"),
    ("agreement", "deal"),
    ("agreement", "law"),
    ("vote", "law"),
    ("vote", "election"),
    ("trial", "verdict"),
    ("arrest", "investigation"),
    ("attack", "military_move"),
    ("attack", "death"),
    ("disaster", "accident"),
    ("disaster", "death"),
    ("accident", "death"),
    ("strike", "protest"),
)
_TABLE: Final = frozenset(frozenset(pair) for pair in _PAIRS)

SAME: Final = 1.0
COMPATIBLE: Final = 0.7
UNKNOWN: Final = 0.5

MANY: Final = frozenset({"statement", "attack", "other", "military_move", "law", "investigation", "death", "aid"})
"""Kinds of which one actor may have several on one day: the same actors and the same day do not make them one event."""


def agree(one: str, other: str) -> float:
    """1 for the same kind, less for two kinds that one event can have, 0 for two that it cannot."""
    if one == other:
        return SAME
    if "other" in {one, other}:
        return UNKNOWN
    return COMPATIBLE if frozenset({one, other}) in _TABLE else 0.0
