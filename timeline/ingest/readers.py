"""Which reader reads which file."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol

from timeline import registry
from timeline.model.document import Document

_BY_SUFFIX: Final[dict[str, str]] = {
    ".docx": "docx",
    ".eml": "eml",
    ".htm": "html",
    ".html": "html",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
    ".pdf": "pdf",
    ".xhtml": "html",
}
"""End of the file name -> reader in the registry; anything else is taken for plain text."""


class Reader(Protocol):
    """What the registry's table `readers` holds. Raises `SourceError` with a coded finding."""

    def __call__(self, path: Path) -> Document: ...


def reader_for(path: Path) -> Reader:
    """By the end of the file name. A reader of another package reads the end that it is named after (`rtf`: `.rtf`)."""
    end = path.suffix.lower()
    name = _BY_SUFFIX.get(end)
    if name is None and end:
        name = end[1:] if end[1:] in registry.names("readers") else None
    found: Reader = registry.find("readers", name or "text")
    return found


def suffixes() -> frozenset[str]:
    """The ends of file names that are looked for in folders."""
    ours = frozenset(registry.TABLES["readers"])
    return frozenset(
        {".txt", ".md", *_BY_SUFFIX} | {f".{name}" for name in registry.names("readers") if name not in ours}
    )
