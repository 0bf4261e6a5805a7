"""Names of models: what a maker calls the things it makes ("Boeing", "787", "Dreamliner")."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.lang.world_names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER: Final = re.compile(
    r"([A-Za-z]{1,4}\d{1,4}[A-Z]{0,3}|\d{3,4}[A-Z]{0,3})(?:[-‑]\d\w{0,4})?s?|(\d{1,2}[A-Z]{0,3})s?"
)
"""A variant stands behind the hyphen: "A380-800"; what has fewer digits has none, since scores look so."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=8192)
def number(word: str) -> str:
    """What tells one model from the next, its variant left out: "A380-800" is an "a380"; empty for other words."""
    found = _NUMBER.fullmatch(word)
    return "" if found is None or _YEAR.fullmatch(word) else (found[1] or found[2]).lower()


class ModelName(NamedTuple):
    """A name cut at its number. `called`: what the model goes by."""

    maker: frozenset[str]
    number: str
    called: frozenset[str]

    @property
    def whole(self) -> bool:
        """More than a number."""
        return bool(self.number) and bool(self.maker or self.called)

    def may_be(self, longer: ModelName) -> bool:
        """The same number of no other maker; without a number, what the model is called."""
        if not self.number:
            return self.maker == longer.called
        return self.number == longer.number and (self.maker <= longer.maker or longer.maker <= self.maker)


@lru_cache(maxsize=8192)
def model_name(name: str) -> ModelName:
    words = name.replace(" - ", "-").split()
    at = next((at for at, word in enumerate(words) if number(word)), None)
    if at is None:
        return ModelName(_plain(words), "", frozenset())
    return ModelName(_plain(words[:at]), number(words[at]), _plain(words[at + 1 :]))


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word).removesuffix("s") for word in words)
