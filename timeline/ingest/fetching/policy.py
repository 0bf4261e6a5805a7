"""What a fetch may do, take and cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

USER_AGENT: Final = "timeline-reader/1 (reads articles for a journalist's timeline; +https://pypi.org/project/timeline)"


@dataclass(frozen=True, slots=True)
class Policy:
    """Sizes in bytes after decompression, times in seconds.

    `whole` bounds a fetch with its redirects, `idle` the wait for the next bytes. `waits` are the pauses before each new
    try after a refusal that may pass (429, 5xx, a broken connection); a site's own `Retry-After` goes before them
    as long as it is not longer than `patience`. `private`: addresses that are not public may be asked.
    """

    agent: str = USER_AGENT
    largest: int = 20_000_000
    whole: float = 60.0
    idle: float = 15.0
    redirects: int = 8
    waits: tuple[float, ...] = (1.0, 4.0)
    patience: float = 30.0
    private: bool = False
    robots: bool = True
