"""The bytes that an article was read from, where they are another thing than its text."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from timeline.ingest.contents import Content, suffix

if TYPE_CHECKING:
    from timeline.pipeline.request import Request


def kept_under(request: Request) -> str | None:
    """The name of the file that keeps it; `None` where nothing is to be kept."""
    content = came_as(request) if request.keep_page else None
    return None if content is None else f"{sha256(content[0]).hexdigest()}{content[1]}"


def came_as(request: Request) -> tuple[bytes, str] | None:
    """The bytes and the end of a file name for them; `None` for plain text, and for an article of a larger file."""
    if request.document is not None:
        return None
    if request.content is not None:
        end = suffix(Content(request.content, request.type, request.charset, request.found_at))
        return None if end == ".txt" else (request.content, end)
    end = request.path.suffix.lower()
    return None if end in {"", ".txt", ".md"} else (request.path.read_bytes(), end)
