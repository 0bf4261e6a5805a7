"""Pages on loopback whose words change: `with serving(pages) as url`, where `pages` is path -> paragraphs, or a status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from tests.loopback import Handler, LoopbackServer, running

Pages = Mapping[str, Sequence[str] | int]


@contextmanager
def serving(pages: Pages) -> Iterator[str]:
    """The address without a path; what is put into `pages` meanwhile is served."""

    class Serving(Handler):
        def give(self) -> None:
            page = pages.get(self.path.strip("/"), 404)
            status, body = (page, b"") if isinstance(page, int) else (200, html(page))
            self.answer(status, body, Content_Type="text/html; charset=utf-8")

    with running(LoopbackServer(Serving)) as server:
        yield server.url


def html(paragraphs: Sequence[str]) -> bytes:
    told = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        "<!doctype html><html><head><title>Nantes</title><style>p {color: red}</style></head><body>"
        f"<nav><a href='/'>Accueil</a></nav><article><h1>Rencontre à Nantes</h1>{told}</article>"
        "<script>var never = 'shown'</script></body></html>"
    ).encode()
