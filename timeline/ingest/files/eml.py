"""Reads a mail: its text, who wrote it, and the day in its head."""

from __future__ import annotations

from email import policy
from email.errors import MessageError
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.ingest.encoding import decode
from timeline.ingest.files.opening import content_of
from timeline.ingest.refusal import refusal
from timeline.model.document import DctCandidate, Document
from timeline.model.vocabulary import Signal

if TYPE_CHECKING:
    from email.message import EmailMessage

_LARGEST: Final = 100_000_000


def read(path: Path) -> Document:
    """Raises `SourceError`: E101, E102 no text in it, E104 no mail, E122 too large."""
    return read_bytes(content_of(path, _LARGEST), str(path))


def read_bytes(content: bytes, name: str) -> Document:
    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        if not any(message.get(field) for field in ("From", "Date", "Subject", "Message-ID")):
            raise refusal("E104", "it has no head of a mail", name)
        document = _body(message, name)
        day, writer, subject = _day(message), message.get("From", ""), message.get("Subject")
    except (MessageError, LookupError, ValueError, AttributeError, IndexError) as error:
        raise refusal("E120", f"it is no whole mail: {error}", name) from error
    if not document.text.strip():
        raise refusal("E102", "there is no text in it", name)
    said, address = parseaddr(str(writer))
    return document.model_copy(
        update={
            "title": " ".join(str(subject).split()) if subject else document.title,
            "author": said or address or None,
            "path": name,
            "candidates": (DctCandidate(date=day, signal=Signal.META),) if day else (),
            "modified": None,
            "page": sha256(content).hexdigest(),
            "findings": (),
        }
    )


def _body(message: EmailMessage, name: str) -> Document:
    """The plain part, since it is what the writer typed; else the one in HTML."""
    part = message.get_body(preferencelist=("plain", "html"))
    raw = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(raw, bytes) or not raw.strip():
        raise refusal("E102", "there is no text in it", name)
    if part.get_content_type() == "text/html":
        from timeline.ingest.page import html  # noqa: PLC0415  # a mail in plain text needs none of it

        return html.read_bytes(raw, name, None, part.get_content_charset())
    return Document(text=_decoded(raw, part.get_content_charset(), name))


def _decoded(raw: bytes, charset: str | None, name: str) -> str:
    try:
        text = raw.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(raw, name)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _day(message: EmailMessage) -> str | None:
    said = message.get("Date")
    try:
        return parsedate_to_datetime(str(said)).isoformat() if said else None
    except ValueError:
        return None
