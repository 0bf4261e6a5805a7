"""A real server on loopback that misbehaves in every way that servers on the internet do."""

from __future__ import annotations

import gzip
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from tests.loopback import Handler, LoopbackServer, running

PAGE: Final = "<p>Le sommet est annulé.</p>".encode()
ETAG: Final = '"seventh"'
BOMB: Final = gzip.compress(b"\0" * 80_000_000)


class Server(LoopbackServer):
    """`asked`: how often each path was; `agents`: who asked."""

    def __init__(self) -> None:
        super().__init__(_Handler)
        self.asked: Final[Counter[str]] = Counter()
        self.agents: Final[set[str]] = set()
        self.robots: str | int = 404


@contextmanager
def serving() -> Iterator[Server]:
    with running(Server()) as server:
        yield server


class _Handler(Handler):
    server: Server

    def give(self) -> None:
        path = self.path.partition("?")[0].strip("/").replace("-", "_") or "page"
        self.server.asked[path] += 1
        self.server.agents.add(self.headers.get("User-Agent", ""))
        with suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, f"_{path.partition('/')[0].removesuffix('.txt')}", self._missing)()

    def _page(self) -> None:
        self.answer(200, PAGE, Content_Type="Text/HTML; charset=UTF-8", ETag=ETAG)

    def _conditional(self) -> None:
        known = self.headers.get("If-None-Match") == ETAG
        self.answer(304 if known else 200, b"" if known else PAGE, ETag=ETAG)

    def _robots(self) -> None:
        said = self.server.robots
        self.answer(said) if isinstance(said, int) else self.answer(200, said.encode())

    def _missing(self) -> None:
        self.answer(404)

    def _gone_elsewhere(self) -> None:
        self.answer(301, Location="/page")

    def _loop(self) -> None:
        self.answer(302, Location="/pool")

    def _pool(self) -> None:
        self.answer(302, Location="/loop")

    def _stairs(self) -> None:
        self.answer(302, Location=f"/stairs/{self.server.asked.total()}")

    def _to_a_file(self) -> None:
        self.answer(302, Location="file:///etc/passwd")

    def _inward(self) -> None:
        self.answer(302, Location="http://169.254.169.254/latest/meta-data/")

    def _failing(self) -> None:
        self.answer(500)

    def _busy_once(self) -> None:
        first = self.server.asked["busy_once"] == 1
        self.answer(503, Retry_After="2") if first else self._page()

    def _busy_for_long(self) -> None:
        self.answer(429, Retry_After="86400")

    def _busy_until(self) -> None:
        now, then = "Fri, 17 Oct 2025 12:00:00 GMT", "Fri, 17 Oct 2025 12:00:03 GMT"
        if self.server.asked["busy_until"] > 1:
            return self._page()
        self.send_response_only(503)
        for name, value in {"Date": now, "Retry-After": then, "Content-Length": "0"}.items():
            self.send_header(name, value)
        return self.end_headers()

    def _bomb(self) -> None:
        self.answer(200, BOMB, Content_Encoding="gzip")

    def _no_gzip(self) -> None:
        self.answer(200, PAGE, Content_Encoding="gzip")

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65_536)

    def _silent(self) -> None:
        time.sleep(3)

    def _dripping(self) -> None:
        """A header that never ends, some bytes at a time: no wait is long enough to be a timeout of its own."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Header: ")
        for _ in range(60):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.1)

    def _hanging_up(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly")
        self.close_connection = True

    def _nonsense(self) -> None:
        self.wfile.write(b"\x00\x01 this is no HTTP\r\n\r\n")
        self.close_connection = True
