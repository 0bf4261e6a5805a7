"""JSON: the view as one object; its events are the objects that `-O json` prints, with what a file must say itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from timeline.export.streaming import Streaming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import View

VERSION: Final = 1
"""Of the envelope; grows when a key changes its meaning or goes, not when one is added."""

_LINE_ENDS: Final = {ord(char): f"\\u{ord(char):04x}" for char in "\x7f\x85\u2028\u2029"}
"""Legal in JSON, but some readers take them for the end of a line."""


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    """UTF-8, indented by two blanks, with a line feed at the end."""
    envelope = {
        "timeline": VERSION,
        "title": options.title or view.title,
        "today": view.today,
        "timezone": view.timezone,
        "as_of": view.as_of,
        "notes": list(view.notes),
    }
    yield dumps(envelope, indent=2).removesuffix("\n}").encode()
    yield b',\n  "events": ['
    separator = "\n    "
    for row in view.rows:
        yield (separator + dumps(row.exported(), indent=2).replace("\n", "\n    ")).encode()
        separator = ",\n    "
    yield b"\n  ]\n}\n" if view.rows else b"]\n}\n"


export = Streaming(_parts)


def dumps(content: Any, indent: int | None = None) -> str:
    """JSON text in which a line feed is the only line end."""
    separators = (",", ":") if indent is None else None
    return json.dumps(content, ensure_ascii=False, indent=indent, separators=separators).translate(_LINE_ENDS)
