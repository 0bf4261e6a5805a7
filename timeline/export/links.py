"""Which addresses may become links."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_BLANK_OR_CONTROL: Final = re.compile("[\x00-\x20\x7f]")


def safe(url: str | None) -> str | None:
    """The address if it is http or https with a host and holds neither blanks nor control characters, else `None`."""
    if url is None or _BLANK_OR_CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and host else None
