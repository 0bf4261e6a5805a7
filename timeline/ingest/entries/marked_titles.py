"""Titles as our own calendar writes them, marked by what a calendar cannot say: `[some day] …`, `CANCELLED: …`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from timeline.lang.yaml_data import ROOT, read

_PLACE: Final = "{title}"


def bare(title: str) -> str:
    """The title without such marks, in whatever language of the interface they are."""
    found = _marks().fullmatch(title)
    while found:
        title = next(group for group in found.groups() if group is not None)
        found = _marks().fullmatch(title)
    return title


@cache
def _marks() -> re.Pattern[str]:
    patterns: set[str] = set()
    for file in sorted(ROOT.glob("*/interface.yaml")):
        words: dict[str, Any] = read(f"{file.parent.name}/interface.yaml")
        patterns |= {
            str(words["suggested_title"]),
            *(str(mark) for mark in words["calendar"].values() if _PLACE in str(mark)),
        }
    return re.compile(
        "|".join(f"(?:{re.escape(mark).replace(re.escape(_PLACE), '(.+)')})" for mark in sorted(patterns))
    )
