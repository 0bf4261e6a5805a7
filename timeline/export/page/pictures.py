"""Pictures of the story, inside the page: a page asks nobody for anything, so an address will not do."""

from __future__ import annotations

import base64
from typing import Final

LARGEST: Final = 3_000_000
"""Bytes of one picture: a page is mailed and opened on phones."""

_STARTS: Final = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))


def embedded(content: bytes) -> str:
    """A `data:` address. Raises `ValueError`, saying why, for what is no PNG, JPEG, GIF or WebP, or too large."""
    kind = next((name for start, name in _STARTS if content.startswith(start)), None)
    if kind is None and content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        kind = "webp"
    if kind is None:
        raise ValueError("it is no PNG, JPEG, GIF or WebP")
    if len(content) > LARGEST:
        raise ValueError(f"it has {len(content):,} bytes, {LARGEST:,} are the most: make it smaller")
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
