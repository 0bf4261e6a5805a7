"""Reads a page that a browser saved with its parts in one file (MHTML, RFC 2557)."""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.parser import BytesParser
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.ingest.files.opening import content_of
from timeline.ingest.page import html
from timeline.ingest.refusal import refusal

if TYPE_CHECKING:
    from email.message import EmailMessage

    from timeline.model.document import Document

_LARGEST: Final = 100_000_000
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})


def read(path: Path) -> Document:
    """Raises `SourceError`: E101 not readable, E115 no page in it, E120 damaged, E122 too large."""
    return read_bytes(content_of(path, _LARGEST), str(path))


def read_bytes(content: bytes, name: str) -> Document:
    try:
        return _read(content, name)
    except (MessageError, LookupError, ValueError, AttributeError) as error:  # the parser of heads stumbles over some
        raise refusal("E120", f"it is no whole saved page: {error}", name) from error


def _read(content: bytes, name: str) -> Document:
    message = BytesParser(policy=policy.default).parsebytes(content)
    page = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    raw = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(raw, bytes) or not raw.strip():
        raise refusal("E115", "there is no page in it", name)
    document = html.read_bytes(raw, name, _address(message, page), page.get_content_charset())
    return document.model_copy(update={"page": sha256(content).hexdigest()})


def _address(message: EmailMessage, page: EmailMessage) -> str | None:
    """Where the page was saved from, as the browser wrote it."""
    for said in (message.get("Snapshot-Content-Location"), page.get("Content-Location")):
        if said and str(said).strip().startswith(("http://", "https://")):
            return str(said).strip()
    return None
