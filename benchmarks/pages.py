"""From a page to a document against trafilatura with htmldate alone, and the memory that an archive takes.

The pages are the project's own, each made as heavy as pages of news sites are (menus, related articles, scripts).
"""

from __future__ import annotations

import gzip
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pairs import Ratio, call_cost, compare

from timeline.ingest.collections import warc
from timeline.ingest.contents import read_content
from timeline.ingest.page.html import read_bytes

PAGES = Path(__file__).parents[1] / "tests" / "ingest" / "pages"
ROUNDS = 5
ARCHIVED = 10_000
_MENU = "<nav>" + "".join(f"<a href='/s/{n}'>Section {n}</a> " for n in range(120)) + "</nav>"
_STORY = "".join(
    f"<p>The harbour master said that the works at quay {n} would go on for as long as the weather allows it, and that boat "
    f"number {n * 7} would be the last of its row to leave, whatever its owner had been told before.</p>"
    for n in range(25)
)
"""No paragraph twice: what is repeated is taken for the frame of a page, and left out."""
_OTHERS = (
    "<aside>" + "".join(f"<article><h3>Story {n}</h3><p>Teaser {n}.</p></article>" for n in range(40)) + "</aside>"
)
_SCRIPT = "<script>" + "var a=function(){return 1};" * 1500 + "</script>"


def pages() -> list[str]:
    found = []
    for path in sorted(PAGES.glob("*.html")):
        text = path.read_bytes().decode("utf-8", "replace")
        if "<main>" in text:
            found.append(
                text.replace("<main>", _MENU + "<main>").replace(
                    "</article></main>", _STORY + "</article></main>" + _OTHERS + _SCRIPT
                )
            )
    return found


def _ours(page: str) -> None:
    read_bytes(page.encode(), "a.html")


def _theirs(page: str) -> None:
    """Text, metadata and date with both libraries, as their own documentation calls them."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    bare_extraction(page, with_metadata=True, include_comments=False)


def run() -> list[Ratio]:
    texts = pages()
    _archive(texts)
    ours, theirs = (call_cost(partial(_each, work, texts)) for work in (_ours, _theirs))
    return [compare("page to document / trafilatura, htmldate", 1.5, ours, theirs, rounds=ROUNDS)]


def _each(work: Callable[[str], None], texts: list[str]) -> None:
    for page in texts:
        work(page)


def _archive(texts: list[str]) -> None:
    """Streams an archive, and reads every hundredth page of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.warc.gz"
        with path.open("wb") as out:
            for number in range(ARCHIVED):
                body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + texts[number % len(texts)].encode()
                head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://b.example/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
                out.write(gzip.compress(head.encode() + body + b"\r\n\r\n", 1))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.process_time()
        count = 0
        for item in warc.read(path):
            count += 1
            if count % 100 == 0 and item.content is not None:
                read_content(item.content, item.name)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{count} pages streamed in {time.process_time() - begun:.1f} s, {(after - before) // 1024} MB above what was there"
    )
