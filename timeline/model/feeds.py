"""Feeds that a desk follows, and how far each has been read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from annotated_types import Interval
from pydantic import Field

from timeline.model.marks import Seen
from timeline.model.shape import Shape


class Follow(StrEnum):
    """Whether an entry is followed to its page: `auto` where the feed carries only the beginning of the article."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class FeedSource(Shape):
    """A feed of the list. `words`: an entry must have one of them in its title or text; `without`: and none of these.

    `most`: entries that are read of it at a time. `line`: where it stands in the list.
    """

    name: str
    url: str
    outlet: str | None = None
    language: str | None = None
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    follow: Follow = Follow.AUTO
    most: Annotated[int, Interval(ge=1, le=100_000)] = 500
    line: int | None = None

    @property
    def asked(self) -> str:
        """What is wanted of it: when that changes, entries that were passed over are looked at again."""
        return self.model_dump_json(include={"words", "without", "follow", "most"})


class SeenEntry(Shape):
    """`at`: ISO time. `tries`: how often it could not be had, 0 when nothing is left to do."""

    at: str
    tries: int = 0


class FeedState(Shape):
    """How far a feed was read. `etag` and `modified` are those of an answer of which every entry was dealt with.

    `failures`: how often it failed since it last did not; `rests_until`: ISO time. `entries` by their keys.
    """

    url: str
    asked: str = ""
    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    rests_until: str | None = None
    entries: Mapping[str, SeenEntry] = Field(default_factory=dict)

    @property
    def unfinished(self) -> bool:
        return any(entry.tries for entry in self.entries.values())


class Owed(Shape):
    """What stood in the ledger when a round began whose digest nobody has seen yet."""

    seen: Seen
