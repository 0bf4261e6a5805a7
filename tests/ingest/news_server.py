"""A newsroom on loopback: feeds, the pages they point to, and feeds that are broken."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event
from typing import Final

from tests.loopback import Handler, LoopbackServer, running

TOLD: Final = (
    "Le président recevra le chancelier à Budapest le {day} octobre 2025. " + "La réunion durera une journée. " * 25
)
PAGE: Final = """<html lang="fr"><head><title>{title}</title><meta property="article:published_time" content="2025-10-{day:02d}T08:00:00+02:00">
</head><body><article><h1>{title}</h1><p>{text}</p><p>{text}</p></article></body></html>"""


class Newsroom(LoopbackServer):
    """`items`: the numbers of the articles in the feeds. `whole`: the feed carries them. `reached`: article 3 was asked for."""

    def __init__(self) -> None:
        super().__init__(_Handler)
        self.items: list[int] = [1, 2]
        self.whole = False
        self.slow = False
        self.down: set[str] = set()
        self.asked: Final[Counter[str]] = Counter()
        self.answered: Final[Counter[int]] = Counter()
        self.reached: Final = Event()

    def feed(self) -> bytes:
        text = TOLD if self.whole else "Plus sur notre page."
        items = "".join(
            f"<item><title>Sommet {number}</title><link>{self.url}/article/{number}</link><guid>n-{number}</guid>"
            f"<pubDate>{number} Oct 2025 09:00:00 +0200</pubDate>"
            f"<description>{text.format(day=number + 10)} Article {number}.</description></item>"
            for number in reversed(self.items)
        )
        return f'<rss version="2.0"><channel><title>Le Fil</title>{items}</channel></rss>'.encode()


@contextmanager
def newsroom() -> Iterator[Newsroom]:
    with running(Newsroom()) as server:
        yield server


class _Handler(Handler):
    server: Newsroom

    def give(self) -> None:
        kind, _, rest = self.path.strip("/").partition("/")
        self.server.asked[self.path.strip("/")] += 1
        with suppress(BrokenPipeError, ConnectionResetError):
            if self.path.strip("/") in self.server.down:
                self._answer(404, b"")
            else:
                getattr(self, f"_{kind}", self._nothing)(rest)

    def _answer(self, status: int, body: bytes, kind: str = "text/html; charset=utf-8", tag: str = "") -> None:
        self.server.answered[status] += 1
        self.answer(status, body, Content_Type=kind, **({"ETag": tag} if tag else {}))

    def _nothing(self, _: str) -> None:
        self._answer(404, b"")

    def _rss(self, _: str) -> None:
        tag = f'"{self.server.items}"'
        unchanged = self.headers.get("If-None-Match") == tag
        self._answer(304 if unchanged else 200, b"" if unchanged else self.server.feed(), "application/rss+xml", tag)

    def _article(self, number: str) -> None:
        if number == "3" and self.server.slow:
            self.server.reached.set()
            time.sleep(20)
        text = TOLD.format(day=int(number) + 10) + f"Article {number}."
        self._answer(200, PAGE.format(title=f"Sommet {number}", text=text, day=int(number)).encode())

    def _page(self, _: str) -> None:
        self._answer(200, b"<!doctype html><html><body>Not a feed.</body></html>")

    def _entities(self, _: str) -> None:
        self._answer(200, b'<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"/>', "application/rss+xml")

    def _failing(self, _: str) -> None:
        self._answer(404, b"")
