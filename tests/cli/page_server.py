"""Pages on loopback whose words change: `with serving(pages) as url`, where `pages` is path -> paragraphs, or a status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Pages = Mapping[str, Sequence[str] | int]


@contextmanager
def serving(pages: Pages) -> Iterator[str]:
    """The address without a path; what is put into `pages` meanwhile is served."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nothing: the tests print enough."""

        def do_GET(self) -> None:  # the name that http.server calls
            page = pages.get(self.path.strip("/"), 404)
            status, body = (page, b"") if isinstance(page, int) else (200, html(page))
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def html(paragraphs: Sequence[str]) -> bytes:
    told = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        "<!doctype html><html><head><title>Nantes</title><style>p {color: red}</style></head><body>"
        f"<nav><a href='/'>Accueil</a></nav><article><h1>Rencontre à Nantes</h1>{told}</article>"
        "<script>var never = 'shown'</script></body></html>"
    ).encode()
