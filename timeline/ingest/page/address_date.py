"""The day in the address of a page: many newsrooms file by day."""

from __future__ import annotations

import re
from datetime import date
from typing import Final
from urllib.parse import urlsplit

_YEAR: Final = r"((?:19[89]|20[0-4])\d)"
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""As addresses in English have them."""
_SEPARATED: Final = re.compile(rf"(?<!\d){_YEAR}([/_.-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_TWO_PARTS: Final = re.compile(rf"(?<!\d){_YEAR}/(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/")
_NAMED: Final = re.compile(rf"/{_YEAR}/({'|'.join(_MONTHS)})[a-z]*/(0?[1-9]|[12]\d|3[01])(?=[/-])", re.IGNORECASE)
_TOGETHER: Final = re.compile(rf"(?<![\d.]){_YEAR}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")


def address_date(url: str | None) -> str | None:
    """An ISO day; `None` where the address has none, or several."""
    path = urlsplit(url).path if url else ""
    found = {day for match in _SEPARATED.finditer(path) if (day := _day(match[1], match[3], match[4]))}
    if not found and (match := _NAMED.search(path)):
        found = {day for day in (_day(match[1], str(_MONTHS.index(match[2].lower()) + 1), match[3]),) if day}
    for pattern in (_TWO_PARTS, _TOGETHER):
        found = found or {day for match in pattern.finditer(path) if (day := _day(match[1], match[2], match[3]))}
    return found.pop() if len(found) == 1 else None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
