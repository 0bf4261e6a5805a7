"""What a site asks of programs that read it: robots.txt (RFC 9309), read once a host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from protego import Protego

if TYPE_CHECKING:
    from collections.abc import Callable

_LARGEST: Final = 512_000
"""Bytes of a robots.txt that are looked at: the standard asks for 500 kibibytes at least."""


class Robots:
    """`get` gives the text of a robots.txt, empty where the site has none, `None` where it cannot be had at present."""

    def __init__(self, agent: str, get: Callable[[str], str | None]) -> None:
        self._agent: Final = agent
        self._get: Final = get
        self._known: Final[dict[str, Protego | None]] = {}

    def allow(self, url: str) -> bool:
        """A site whose robots.txt fails just now (5xx) is not read, as the standard has it."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            text = self._get(f"{site}/robots.txt")
            self._known[site] = None if text is None else Protego.parse(text[:_LARGEST])
        rules = self._known[site]
        return rules is not None and bool(rules.can_fetch(url, self._agent))
