"""The articles in a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SUFFIXES: Final = frozenset({".txt", ".md"})
_KEPT_TEXT: Final = re.compile(r"[0-9a-f]{64}")
"""The name under which a ledger keeps an article it has read: not one to read again."""


def articles(folder: Path) -> Iterator[Path]:
    """Every article below a folder, sorted by path; hidden files and folders are left out."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        if path.suffix.lower() in SUFFIXES and not hidden and not _KEPT_TEXT.fullmatch(path.stem) and path.is_file():
            yield path
