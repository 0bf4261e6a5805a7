"""What stands behind a name: one file is one article, or many (a feed, an archive, lines of articles)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from timeline import registry
from timeline.errors import TimelineError
from timeline.ingest.contents import Content
from timeline.model.document import Document

_BY_SUFFIX: Final = {
    ".atom": "feed",
    ".json": "ninjs",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".rss": "feed",
    ".warc": "warc",
    ".warc.gz": "warc",
}
"""End of the file name -> collection in the registry."""


class Item(NamedTuple):
    """One article of many, read or still to be read, or why it was not. `name`: the file and its place in it."""

    name: str
    document: Document | None = None
    content: Content | None = None
    error: TimelineError | None = None


class Collection(Protocol):
    """What the registry's table `collections` holds: the articles of a file, as they are met."""

    def __call__(self, path: Path) -> Iterator[Item]: ...


def collection_for(path: Path) -> Collection | None:
    """`None` for a file that is one article."""
    name = path.name.lower()
    kind = next((kind for end, kind in _BY_SUFFIX.items() if name.endswith(end)), None)
    if kind is None and path.suffix:
        kind = path.suffix[1:].lower() if path.suffix[1:].lower() in _plugged() else None
    found: Collection | None = registry.find("collections", kind) if kind else None
    return found


def _plugged() -> frozenset[str]:
    """Collections of other packages: they are named after the end of the file names that they read."""
    return frozenset(registry.names("collections")) - frozenset(registry.TABLES["collections"])


def suffixes() -> frozenset[str]:
    """The ends of the names of files that hold many articles."""
    return frozenset({*_BY_SUFFIX, *(f".{name}" for name in _plugged())})
