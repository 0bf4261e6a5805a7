"""What every format of feed comes to."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from timeline.diagnostics import Diagnostic


class Entry(NamedTuple):
    """One article as a feed announces it. `id` stays the same when its title or address is corrected.

    `published`, `updated`: ISO with the offset it was written with, or the words as they are. `content` is the article as
    HTML where the feed carries it, `summary` what stands for it.
    """

    id: str
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    content: str = ""
    summary: str = ""
    language: str | None = None

    @property
    def key(self) -> str:
        """Short, and of the same length for whatever a site takes for an id."""
        return sha256(self.id.encode("utf-8", "replace")).hexdigest()[:16]


class Feed(NamedTuple):
    """`entries` in the order of the feed, each id once; `findings`: what of it could not be read."""

    title: str | None
    language: str | None
    entries: tuple[Entry, ...]
    findings: tuple[Diagnostic, ...] = ()
