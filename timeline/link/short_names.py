"""Short forms of names that are no persons': the initials of a body, the number or the byname of a model, a plural."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timeline.lang.initials import abbreviated, initials, is_acronym
from timeline.lang.model_names import ModelName, model_name
from timeline.lang.world_names import fold

NUMBER: Final = 0.86
OTHER: Final = 0.85
"""A model's number tells more than its byname."""


@lru_cache(maxsize=8192)
def keys(name: str) -> tuple[str, ...]:
    """What a name and its short forms have in common: names that share nothing cannot be one."""
    model = model_name(name)
    byname = model.called if model.number else model.maker
    found = [f"#{model.number}"] if model.number else []
    found += [f"#{' '.join(sorted(byname))}"] if byname else []
    found += [f"@{letters}"] if (letters := initials(name)) else []
    return tuple(found)


def alike(name: str, other: str) -> float:
    """How well one of them can be short for the other, 0 when it cannot."""
    if is_acronym(name) or is_acronym(other):
        return OTHER if name != other and initials(name) == initials(other) != "" else 0.0
    if abbreviated(name, other) or fold(name) in (fold(other) + "s", fold(other).removesuffix("s")):
        return OTHER
    first, second = model_name(name), model_name(other)
    if not (_within(first, second) or _within(second, first)):
        return 0.0
    return NUMBER if first.number == second.number else OTHER


def _within(short: ModelName, long: ModelName) -> bool:
    return long.whole and short.may_be(long)
