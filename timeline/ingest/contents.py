"""Reads what came as bytes and not as a file: a page that was fetched, a record of an archive, what is piped in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.ingest import plain

if TYPE_CHECKING:
    from timeline.model.document import Document

_BEGINS_AS_PAGE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,400}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_NO_TYPE: Final = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml"})
_HEAD: Final = 4096


class Content(NamedTuple):
    """`type`: the media type that was said with it, `charset` the encoding; `url`: where it was found."""

    data: bytes
    type: str = ""
    charset: str | None = None
    url: str | None = None


def read_content(content: Content, name: str) -> Document:
    """By what its bytes are, then by what is said of it. Raises `SourceError` as the reader of its kind does."""
    if content.data.startswith(b"%PDF-"):
        from timeline.ingest.files import pdf  # noqa: PLC0415  # only those who have one

        return pdf.read_bytes(content.data, name).model_copy(update={"url": content.url})
    if is_page(content):
        from timeline.ingest.page import html  # noqa: PLC0415  # plain text needs none of it

        return html.read_bytes(content.data, name, content.url, content.charset)
    document = plain.read_bytes(content.data, name)
    return document if document.url else document.model_copy(update={"url": content.url})


def is_page(content: Content) -> bool:
    return content.type in _PAGES or bool(
        (content.type in _NO_TYPE or content.type == "text/plain") and _BEGINS_AS_PAGE.match(content.data[:_HEAD])
    )


def suffix(content: Content) -> str:
    """The end of the name under which a page is kept as it came."""
    if content.data.startswith(b"%PDF-"):
        return ".pdf"
    return ".html" if is_page(content) else ".txt"
