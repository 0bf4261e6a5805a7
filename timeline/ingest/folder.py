"""The articles in a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest import sources
from timeline.ingest.readers import suffixes

_KEPT_TEXT: Final = re.compile(r"[0-9a-f]{64}")
"""The name under which a ledger keeps an article it has read: not one to read again."""
_OURS: Final = frozenset({".json"})
"""Ends of file names that hold anything: such a file is read when it is named."""


class Outside(NamedTuple):
    """A link in a folder that leads out of it."""

    finding: Diagnostic


def articles(folder: Path) -> Iterator[Path | Outside]:
    """Every article below a folder, sorted by path; hidden files and folders are left out, links that lead out are told."""
    ends = (suffixes() | sources.suffixes()) - _OURS
    root = folder.resolve()
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        wanted = path.name.lower().endswith(tuple(ends)) and not hidden and not _KEPT_TEXT.fullmatch(path.stem)
        if not wanted or not path.is_file():
            continue
        if path.resolve().is_relative_to(root):
            yield path
        else:
            yield Outside(Diagnostic("W125", f"it is a link to {path.resolve()}", Where(str(path))))
