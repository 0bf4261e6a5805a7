"""Dates of a table: whether `03/04/2025` is the third of April or the fourth of March, which the whole column decides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_SLASHED: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=\D|$)")
_MONTH_FIRST: Final = frozenset({"en-us"})


def day_first(cells: Iterable[str], language: str | None) -> bool | None:
    """`None` where nothing tells: then no such date is read, since one in two would be wrong."""
    dotted = False
    first, second = 0, 0
    for cell in cells:
        for one, sign, other, _ in _SLASHED.findall(cell):
            first, second, dotted = max(first, int(one)), max(second, int(other)), dotted or sign == "."
    if first > 12 or second > 12:
        return first > 12
    if dotted:
        return True
    if language is None:
        return None
    return language.casefold().replace("_", "-") not in _MONTH_FIRST


def iso(words: str, days_come_first: bool | None) -> str:
    """Such dates as ISO days, whatever stands around them. Raises `ValueError` where their order is not known."""

    def turned(found: re.Match[str]) -> str:
        one, _, other, year = found.groups()
        if days_come_first is None and one != other:
            raise ValueError(
                f"{found[0]!r} may begin with the day or with the month; say --lang en-GB or en-US, for example"
            )
        day, month = (one, other) if days_come_first or one == other else (other, one)
        return f"{year}-{int(month):02d}-{int(day):02d}"

    return _SLASHED.sub(turned, words)
