"""Reads plain text and Markdown, with or without front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from timeline.ingest import front_matter
from timeline.ingest.encoding import decode
from timeline.ingest.files.opening import content_of, refuse_large
from timeline.ingest.refusal import refusal
from timeline.model.document import DctCandidate, Document
from timeline.model.vocabulary import Signal

LARGEST: Final = 30_000_000
"""Bytes: a book has one million."""


def read(path: Path) -> Document:
    """The article in a file. Raises `SourceError`: E101 not there or not readable, E102 empty, E103, E104 no text, E122."""
    return read_bytes(content_of(path, LARGEST), str(path))


def read_bytes(content: bytes, name: str) -> Document:
    """The article in `content`; `name` stands for it in messages and becomes the document's path."""
    refuse_large(content, LARGEST, name)
    fields, text = front_matter.split(decode(content, name))
    if not text.strip():
        raise refusal("E102", "there is nothing after the front matter", name)
    published = fields.pop("published", None)
    candidates = (DctCandidate(date=published, signal=Signal.FRONT_MATTER),) if published else ()
    return Document(text=text, path=name, candidates=candidates, **fields)
