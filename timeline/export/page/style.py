"""The page's style sheet: colours from the table of marks, then one file for each part of the page."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from timeline.export.marks import MARKS, NAMED

PARTS: Final = ("base", "controls", "chart", "panel", "table", "find", "story", "network", "print")

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: str) -> bool:
    """`#rrggbb`: nothing else may reach the style sheet."""
    return _COLOUR.fullmatch(text) is not None


def style(accent: str | None = None) -> str:
    """`accent` replaces the colour of the kicker, of rules and of quotation marks. Raises `ValueError` for no `#rrggbb`."""
    if accent is None:
        return _colours() + _parts()
    if not is_colour(accent):
        raise ValueError(f"not a colour: {accent!r}; write it as #rrggbb")
    return f"{_colours()}:root{{--accent:{accent}}}{_parts()}"


@cache
def _parts() -> str:
    folder = files("timeline.export.page") / "style"
    return "".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in PARTS)


@cache
def _colours() -> str:
    """Custom properties for light, and again for dark pages: by the system, or as the reader chose (`data-theme`)."""
    inks = {**NAMED, **{f"m-{key}": mark.colour for key, mark in MARKS.items()}}
    light = "".join(f"--{name}:{colour.light};" for name, colour in inks.items()) + "--accent:var(--today);"
    dark = "".join(f"--{name}:{colour.dark};" for name, colour in inks.items())
    marks = "".join(f".m-{key}{{color:var(--m-{key})}}" for key in MARKS)
    return (
        f":root{{{light}}}"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}{marks}"
    )
