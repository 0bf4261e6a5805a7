"""Which reader reads which file."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol

from timeline import registry
from timeline.model.document import Document

_BY_SUFFIX: Final[dict[str, str]] = {
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
}
"""End of the file name -> reader in the registry; anything else is taken for plain text."""


class Reader(Protocol):
    """What the registry's table `readers` holds. Raises `SourceError` with a coded finding."""

    def __call__(self, path: Path) -> Document: ...


def reader_for(path: Path) -> Reader:
    found: Reader = registry.find("readers", _BY_SUFFIX.get(path.suffix.lower(), "text"))
    return found
