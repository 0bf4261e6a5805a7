"""Lengths of time that are typed after an option: `1d`, `2w`."""

from __future__ import annotations

import re
from typing import Final

from timeline.errors import DateError

_LENGTH: Final = re.compile(r"(?:P)?(\d{1,5})\s*([dw])", re.IGNORECASE | re.ASCII)


def days(words: str, option: str) -> int:
    """A number of days. Raises `DateError` that names the option."""
    match = _LENGTH.fullmatch(words.strip())
    if match is None:
        raise DateError(f"{option}: {words!r} is no number of days or weeks; write it as 3d or 2w")
    return int(match[1]) * (7 if match[2].lower() == "w" else 1)
