"""Real servers on loopback: what all of them need, whatever they serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TypeVar


class LoopbackServer(ThreadingHTTPServer):
    """On a free port. Its threads do not keep the tests from ending."""

    daemon_threads = True

    def __init__(self, handler: Callable[..., BaseHTTPRequestHandler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # the name that http.server calls
        self.give()

    def give(self) -> None:
        """What a server makes of a request: each test's own server says so, and one that forgot fails its test here."""
        raise NotImplementedError

    def log_message(self, *_: object) -> None:
        """Nothing: the tests print enough."""

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """`Content_Type="text/html"` is sent as `Content-Type: text/html`."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


_Server = TypeVar("_Server", bound=LoopbackServer)


@contextmanager
def running(server: _Server) -> Iterator[_Server]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
