"""A problem found while reading: what and where in the data, before anyone knows the line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Steps = tuple[str | int, ...]
"""The way from the top of the data to a value: keys of mappings and indexes of lists."""

Trail = tuple[Any, ...]
"""The same way while it is walked: `()`, then `(trail so far, next step)`, which costs less than a copy at each step."""


def steps_of(trail: Trail) -> Steps:
    found: list[str | int] = []
    while trail:
        trail, step = trail
        found.append(step)
    return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class Problem:
    """`steps` lead to the value; with `at_key` the key itself is meant."""

    code: str
    message: str
    steps: Steps = ()
    hint: str | None = None
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Want:
    """A scalar that YAML read as a number, a truth value or nothing where the ledger holds words."""

    steps: Steps
    at_key: bool = False
