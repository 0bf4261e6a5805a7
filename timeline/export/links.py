"""Which addresses may become links."""

from __future__ import annotations

from urllib.parse import urlsplit


def safe(url: str | None) -> str | None:
    """The address if it is http or https with a host and holds neither blanks nor control characters, else `None`."""
    if url is None or any(ord(char) <= 32 or ord(char) == 127 for char in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and host else None
