"""Lengths of time that are typed after an option: `1d`, `2w`."""

from __future__ import annotations

import re
from typing import Final

from timeline.errors import DateError

_LENGTH: Final = re.compile(r"(?:P)?(\d{1,5})\s*([dw])", re.IGNORECASE | re.ASCII)
_PAUSE: Final = re.compile(r"(\d{1,4})\s*([mhd])", re.IGNORECASE | re.ASCII)
_SECONDS: Final = {"m": 60, "h": 3600, "d": 86_400}


def days(words: str, option: str) -> int:
    """A number of days. Raises `DateError` that names the option."""
    match = _LENGTH.fullmatch(words.strip())
    if match is None:
        raise DateError(f"{option}: {words!r} is no number of days or weeks; write it as 3d or 2w")
    return int(match[1]) * (7 if match[2].lower() == "w" else 1)


def seconds(words: str, option: str) -> int:
    """A pause between two looks: at least a minute, out of respect for those who are looked at. Raises `DateError`."""
    match = _PAUSE.fullmatch(words.strip())
    if match is None or int(match[1]) == 0:
        raise DateError(f"{option}: {words!r} is no number of minutes, hours or days; write it as 15m, 2h or 1d")
    return int(match[1]) * _SECONDS[match[2].lower()]
