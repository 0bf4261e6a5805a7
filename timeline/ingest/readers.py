"""Which reader reads which file."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol

from timeline import registry
from timeline.model.document import Document

_ALSO: Final[dict[str, str]] = {".htm": "html", ".mht": "mhtml", ".xhtml": "html"}
"""Ends of file names that are not the name of their reader."""
_TEXT: Final = frozenset({".md", ".txt"})


class Reader(Protocol):
    """What the registry's table `readers` holds. Raises `SourceError` with a coded finding."""

    def __call__(self, path: Path) -> Document: ...


def reader_for(path: Path) -> Reader:
    """The one that is named after the end of the file name (`pdf`: `.pdf`); anything else is taken for plain text."""
    end = path.suffix.lower()
    name = _ALSO.get(end, end[1:])
    found: Reader = registry.find("readers", name if name in registry.names("readers") else "text")
    return found


def suffixes() -> frozenset[str]:
    """The ends of file names that are looked for in folders."""
    return _TEXT | frozenset(_ALSO) | frozenset(f".{name}" for name in registry.names("readers"))
