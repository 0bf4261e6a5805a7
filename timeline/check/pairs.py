"""Pairs of things that are probably one, as the checks of twins tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

One = TypeVar("One")


def each_once(
    likely: Iterable[tuple[str, str, str]], entries: Mapping[str, One], may_be_one: Callable[[One, One], bool]
) -> Iterator[tuple[One, One, str]]:
    """Of the pairs of ids with a reason those that may be one: the earlier in the ledger, the later, and the first reason."""
    order = {name: at for at, name in enumerate(entries)}
    told: set[tuple[str, str]] = set()
    for one, other, why in likely:
        pair = (one, other) if order[one] < order[other] else (other, one)
        first, second = (entries[name] for name in pair)
        if pair not in told and may_be_one(first, second):
            told.add(pair)
            yield first, second, why
