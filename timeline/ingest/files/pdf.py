"""Reads the text of a PDF. What it says of its making is a sign of its date, and no more."""

from __future__ import annotations

import logging
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from timeline.ingest.files.opening import content_of, library, made
from timeline.ingest.refusal import refusal
from timeline.model.document import DctCandidate, Document
from timeline.model.vocabulary import Signal

if TYPE_CHECKING:
    from datetime import datetime

_MOST: Final = 5_000_000
"""Characters of one document: more is a book, or a trap."""


def read(path: Path) -> Document:
    """Raises `SourceError`: E101, E102 no text in it (scanned), E120 damaged, E121 encrypted, E122 too large."""
    return read_bytes(content_of(path), str(path))


def read_bytes(content: bytes, name: str) -> Document:
    pypdf = library("pypdf", "files", "PDF")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends on the way is not for the journalist
    try:
        reader = pypdf.PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise refusal("E121", "it opens with a password only", name)
        text = _text(reader, name)
        about = reader.metadata
        fields = _about(about) if about else {}
    except (pypdf.errors.DependencyError, pypdf.errors.FileNotDecryptedError) as error:
        raise refusal("E121", "it is encrypted", name) from error
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise refusal("E120", f"it is no whole PDF: {error}", name) from error
    if not text.strip():
        if b"%%EOF" not in content[-2048:]:
            raise refusal("E120", "its end is missing, and no text could be saved from the rest", name)
        raise refusal("E102", "there is no text in it: it may be a scan", name, hint="run it through text recognition")
    dated = made(name) if fields.get("candidates") else ()
    return Document(text=text, path=name, page=sha256(content).hexdigest(), findings=dated, **fields)


def _text(reader: Any, name: str) -> str:
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        words = "\n".join(line.rstrip() for line in page.extract_text().split("\n")).strip()
        length += len(words)
        if length > _MOST:
            raise refusal("E122", f"more than {_MOST:,} characters of text", name)
        pages.append(words)
    return "\n\n".join(page for page in pages if page).replace("\0", "")


def _about(metadata: Any) -> dict[str, Any]:
    made, changed = (_iso(metadata, name) for name in ("creation_date", "modification_date"))
    candidates = (DctCandidate(date=made, signal=Signal.META),) if made else ()
    title, author = ((getattr(metadata, name) or "").strip() or None for name in ("title", "author"))
    return {"title": title, "author": author, "candidates": candidates, "modified": changed}


def _iso(metadata: Any, name: str) -> str | None:
    try:
        moment: datetime | None = getattr(metadata, name)
    except (ValueError, TypeError):
        return None
    return moment.isoformat(timespec="seconds") if moment else None
