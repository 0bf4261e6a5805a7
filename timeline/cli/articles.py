"""The articles that were named on the command line: files, the files of folders, and what is piped in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.errors import UsageError
from timeline.ingest.folder import SUFFIXES, articles

if TYPE_CHECKING:
    from timeline.pipeline.request import Request

PIPED: Final = "-"


def requested(names: list[str], given: Request) -> Iterator[Request]:
    """One request an article, in the order of the command line. Raises `UsageError` for a folder without articles.

    A file that is not there is a request like any other: its reading says so, and the rest of a batch goes on.
    """
    for name in names:
        if name == PIPED:
            yield replace(given, name="standard input", content=sys.stdin.buffer.read())
        elif Path(name).is_dir():
            yield from _folder(Path(name), given)
        else:
            yield replace(given, name=name)


def _folder(folder: Path, given: Request) -> Iterator[Request]:
    found = [replace(given, name=str(path)) for path in articles(folder)]
    if not found:
        raise UsageError(f"no article ({', '.join(sorted(SUFFIXES))}) is in {str(folder)!r}")
    yield from found
