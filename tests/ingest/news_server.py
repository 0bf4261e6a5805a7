"""A newsroom on loopback: feeds, the pages they point to, and feeds that are broken."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Final

TOLD: Final = (
    "Le président recevra le chancelier à Budapest le {day} octobre 2025. " + "La réunion durera une journée. " * 25
)
PAGE: Final = """<html lang="fr"><head><title>{title}</title><meta property="article:published_time" content="2025-10-{day:02d}T08:00:00+02:00">
</head><body><article><h1>{title}</h1><p>{text}</p><p>{text}</p></article></body></html>"""


class Newsroom(ThreadingHTTPServer):
    """`items`: the numbers of the articles in the feeds. `whole`: the feed carries them. `reached`: article 3 was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.items: list[int] = [1, 2]
        self.whole = False
        self.slow = False
        self.down: set[str] = set()
        self.asked: Final[Counter[str]] = Counter()
        self.answered: Final[Counter[int]] = Counter()
        self.reached: Final = Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

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
    server = Newsroom()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Newsroom

    def log_message(self, *_: object) -> None:
        """Nothing: the tests print enough."""

    def do_GET(self) -> None:  # the name that http.server calls
        kind, _, rest = self.path.strip("/").partition("/")
        self.server.asked[self.path.strip("/")] += 1
        with suppress(BrokenPipeError, ConnectionResetError):
            if self.path.strip("/") in self.server.down:
                self._answer(404, b"")
            else:
                getattr(self, f"_{kind}", self._nothing)(rest)

    def _answer(self, status: int, body: bytes, kind: str = "text/html; charset=utf-8", tag: str = "") -> None:
        self.server.answered[status] += 1
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(body)

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
