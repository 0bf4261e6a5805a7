"""A real server on loopback that misbehaves in every way that servers on the internet do."""

from __future__ import annotations

import gzip
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Final

PAGE: Final = "<p>Le sommet est annulé.</p>".encode()
ETAG: Final = '"seventh"'
BOMB: Final = gzip.compress(b"\0" * 80_000_000)


class Server(ThreadingHTTPServer):
    """`asked`: how often each path was; `agents`: who asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Final[Counter[str]] = Counter()
        self.agents: Final[set[str]] = set()
        self.robots: str | int = 404

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_: object) -> None:
        """Nothing: the tests print enough."""

    def do_GET(self) -> None:  # the name that http.server calls
        path = self.path.partition("?")[0].strip("/").replace("-", "_") or "page"
        self.server.asked[path] += 1
        self.server.agents.add(self.headers.get("User-Agent", ""))
        with suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, f"_{path.partition('/')[0].removesuffix('.txt')}", self._missing)()

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> None:
        self._answer(200, PAGE, Content_Type="Text/HTML; charset=UTF-8", ETag=ETAG)

    def _conditional(self) -> None:
        known = self.headers.get("If-None-Match") == ETAG
        self._answer(304 if known else 200, b"" if known else PAGE, ETag=ETAG)

    def _robots(self) -> None:
        said = self.server.robots
        self._answer(said) if isinstance(said, int) else self._answer(200, said.encode())

    def _missing(self) -> None:
        self._answer(404)

    def _gone_elsewhere(self) -> None:
        self._answer(301, Location="/page")

    def _loop(self) -> None:
        self._answer(302, Location="/pool")

    def _pool(self) -> None:
        self._answer(302, Location="/loop")

    def _stairs(self) -> None:
        self._answer(302, Location=f"/stairs/{self.server.asked.total()}")

    def _to_a_file(self) -> None:
        self._answer(302, Location="file:///etc/passwd")

    def _inward(self) -> None:
        self._answer(302, Location="http://169.254.169.254/latest/meta-data/")

    def _failing(self) -> None:
        self._answer(500)

    def _busy_once(self) -> None:
        first = self.server.asked["busy_once"] == 1
        self._answer(503, Retry_After="2") if first else self._page()

    def _busy_for_long(self) -> None:
        self._answer(429, Retry_After="86400")

    def _busy_until(self) -> None:
        now, then = "Fri, 17 Oct 2025 12:00:00 GMT", "Fri, 17 Oct 2025 12:00:03 GMT"
        if self.server.asked["busy_until"] > 1:
            return self._page()
        self.send_response_only(503)
        for name, value in {"Date": now, "Retry-After": then, "Content-Length": "0"}.items():
            self.send_header(name, value)
        return self.end_headers()

    def _bomb(self) -> None:
        self._answer(200, BOMB, Content_Encoding="gzip")

    def _no_gzip(self) -> None:
        self._answer(200, PAGE, Content_Encoding="gzip")

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
