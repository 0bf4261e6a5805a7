"""Gives back the words of scalars that YAML read as numbers, truth values or nothing: `1.10`, `2025`, `Null`, `true`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from timeline.store.text.positions import Positions
from timeline.store.text.problem import Steps, Want

_NOTHING: Final = ("", "~")


def recover(data: dict[Any, Any], wants: Iterable[Want], positions: Positions) -> None:
    """Puts the words into the data, in place. A key without a value (`title:`) is removed: it says nothing."""
    values = [(want.steps, _words(want, positions)) for want in wants if not want.at_key]
    keys = [(want.steps, _words(want, positions)) for want in wants if want.at_key]
    for steps, words in reversed(values):  # from the back, so that removing an item moves no other
        _put(_inner(data, steps[:-1]), steps[-1], words)
    for steps, words in keys:
        _rename(_inner(data, steps[:-1]), steps[-1], words)


def _words(want: Want, positions: Positions) -> str | None:
    found = positions.find(want.steps)
    if found is None:
        return None
    span = found.key if want.at_key else found.value
    return positions.text[slice(*span)] if span else None


def _inner(data: Any, steps: Steps) -> Any:
    for step in steps:
        data = data[step]
    return data


def _put(holder: Any, step: str | int, words: str | None) -> None:
    value = holder[step]
    if value is None and (words is None or words in _NOTHING):
        del holder[step]
    else:
        holder[step] = str(value) if words is None else words


def _rename(holder: dict[Any, Any], key: str | int, words: str | None) -> None:
    """Another key in the same place."""
    pairs = [
        (str(words or old) if old == key and old.__class__ is key.__class__ else old, new)
        for old, new in holder.items()
    ]
    holder.clear()
    holder.update(pairs)
