"""Archives of the web of any length, each record compressed alone as crawlers do it."""

from __future__ import annotations

import gzip
from functools import partial
from pathlib import Path
from typing import Final

TOLD: Final = "Le ministre numéro {number} recevra l'ambassadeur à Budapest le {day} novembre 2025, selon son cabinet."
REST: Final = "La pluie est tombée sur la ville pendant la nuit. Les rues étaient vides, et les magasins fermés. " * 8
PAGE: Final = """<html lang="fr"><head><title>Visite {number}</title><meta property="article:published_time" content="2025-10-17T08:00:00+02:00">
</head><body><nav>Accueil Sport Culture</nav><article><h1>Visite {number}</h1><p>{text}</p><p>{rest}</p></article></body></html>"""
UNDATED: Final = f"<html lang='fr'><body><article><h1>Sans date</h1><p>{REST}</p></article></body></html>"
GERMAN: Final = (
    "Der Minister trifft sich am Freitag mit dem Kanzler in Berlin, um über die Lage im Land zu sprechen. " * 8
)


def page(number: int, every: int = 0) -> bytes:
    """Every third says nothing of any event; or all but each of `every` say nothing."""
    told = number % every == 1 if every else number % 3
    text = TOLD.format(number=number, day=number % 28 + 1) if told else "Rien de neuf dans la région."
    return PAGE.format(number=number, text=text, rest=f"Page {number}. {REST}").encode()


def german_page(number: int) -> bytes:
    """In a language in which no claims are read."""
    return (
        PAGE.format(number=number, text=f"{number}. {GERMAN}", rest=GERMAN).replace('lang="fr"', 'lang="de"').encode()
    )


def odd_pages() -> list[tuple[str, str, bytes]]:
    """Status, media type and body of what an archive holds beside articles."""
    return [
        ("404 Not Found", "text/html", b"<html>gone</html>"),
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", "text/html", b"<html><body><nav>menu</nav></body></html>"),
        ("200 OK", "text/html", UNDATED.encode()),
        ("200 OK", "text/html; charset=utf-8", german_page(0)),
    ]


def write(path: Path, pages: int, *, odd: bool = False, every: int = 0, german: bool = False) -> Path:
    made = german_page if german else partial(page, every=every)
    with path.open("wb") as sink:
        for number in range(pages):
            sink.write(_record(path, f"https://news.example/{number}", "200 OK", "text/html", made(number)))
        for number, (status, kind, body) in enumerate(odd_pages() if odd else []):
            sink.write(_record(path, f"https://odd.example/{number}", status, kind, body))
    return path


def _record(path: Path, url: str, status: str, kind: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    record = head.encode() + answer + b"\r\n\r\n"
    return gzip.compress(record, 1) if path.suffix == ".gz" else record
