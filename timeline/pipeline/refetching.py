"""The pages of sources as they are now, one after the other; one that cannot be had stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from timeline.diagnostics import Diagnostic, Severity
from timeline.errors import SourceError
from timeline.pipeline.web import opened_fetcher
from timeline.query.verify import PageWords

if TYPE_CHECKING:
    from timeline.ingest.fetching.fetch import Fetcher, Page
    from timeline.model.document import Document
    from timeline.model.ledger import Source

_GONE = frozenset({404, 410})


class Refetched(NamedTuple):
    """`page` is `None` where it could not be had; the findings say why."""

    source: Source
    page: PageWords | None = None
    findings: tuple[Diagnostic, ...] = ()


def refetched(sources: Iterable[Source], *, private: bool) -> Iterator[Refetched]:
    """Of sources with an address. Raises `MissingPartError` when what fetches is not installed."""
    with opened_fetcher(private=private) as fetcher:
        for source in sources:
            yield _one(source, fetcher)


def _one(source: Source, fetcher: Fetcher) -> Refetched:
    try:
        return _read(source, fetcher.fetch(source.url or ""))
    except SourceError as error:
        status = getattr(error, "status", None)
        if status in _GONE:
            return Refetched(source, PageWords(gone=f"the site answers {status}"))
        return Refetched(source, None, tuple(one for one in error.findings if isinstance(one, Diagnostic)))


def _read(source: Source, page: Page) -> Refetched:
    document, visible = _words(page)
    wrong = tuple(one for one in document.findings if one.severity is Severity.ERROR)
    partial = wrong[0].message if wrong else None
    return Refetched(source, PageWords(document.text, visible, partial), wrong)


def _words(page: Page) -> tuple[Document, str]:
    """The article and all that the page shows. Raises `SourceError` for what is no text."""
    from timeline.ingest import plain  # noqa: PLC0415

    if page.type not in {"text/html", "application/xhtml+xml", ""}:
        document = plain.read_bytes(page.content, page.url)
        return document, document.text
    from timeline.ingest.page import html  # noqa: PLC0415  half a second that only those who read pages pay
    from timeline.ingest.page.encoding import page_text  # noqa: PLC0415
    from timeline.ingest.visible_text import visible_text  # noqa: PLC0415

    document = html.read_bytes(page.content, page.url, page.url, page.charset)
    return document, visible_text(html.parsed(page_text(page.content, page.charset), page.url))
