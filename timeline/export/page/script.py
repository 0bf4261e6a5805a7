"""The page's script: small modules beside this file, put together in a fixed order.

Each is an ECMAScript module that imports from earlier ones only. In the one script each becomes a function with its own
scope that returns what it exports: `import` and `export` lines are rewritten, nothing else is.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

ORDER: Final = (
    "dom", "settings", "days", "unpack", "words", "edtf", "date_words", "facts", "evidence", "knowledge", "state",
    "selection", "lanes", "scale", "ticks", "colours", "measure", "surface", "pen_canvas", "pen_svg", "packing", "density",
    "scene", "paint_items", "paint", "axis", "overview", "names", "in_sight", "chart", "swatch", "claim_view", "history_strip",
    "panel", "tooltip", "hit", "pointer", "keys", "as_of", "controls", "undated", "views", "address", "folding",
    "finding", "popover", "find_bar", "table_order", "chosen", "table_view", "story_view",
    "network", "spring", "network_scene", "network_view", "left_out", "print", "picture_file", "csv_file", "ics_time",
    "ics_file", "download", "main",
)  # fmt: skip
"""From what needs nothing to what needs all."""

_IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export ((?:async )?function\*?|const|class) (\w+)", re.MULTILINE)
_COMMENT: Final = re.compile(r"^\s*//.*\n", re.MULTILINE)


def module(name: str) -> str:
    """The text of a module as it stands in its file."""
    return (files("timeline.export.page") / "script" / f"{name}.js").read_text(encoding="utf-8")


def imports(text: str) -> list[str]:
    """The modules that a module imports from."""
    return [found[2] for found in _IMPORT.finditer(text)]


@cache
def boot() -> str:
    """The small script in plain sight that unpacks the other, or says that it cannot."""
    return module("boot")


@cache
def source() -> str:
    return f'"use strict";(async () => {{\n{"".join(map(scoped, ORDER))}}})();\n'


def scoped(name: str) -> str:
    """A module as a function with a scope of its own; what it exports stands in `_name`."""
    text = _COMMENT.sub("", module(name))
    text = _IMPORT.sub(lambda found: f"const {{{found[1].replace(' as ', ': ')}}} = _{found[2]};\n", text)
    exported = ", ".join(found[2] for found in _EXPORT.finditer(text))
    body = _EXPORT.sub(r"\1 \2", text)
    return f"const _{name} = await (async () => {{\n{body}return {{ {exported} }};\n}})();\n"
