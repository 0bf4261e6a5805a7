"""Which addresses may become links."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_BLANK_OR_CONTROL: Final = re.compile("[\x00-\x20\x7f]")
_PLAIN: Final = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?:/[\w.~/%=&?+,;:@!$*-]*)?", re.ASCII)
"""Most addresses: nothing in them needs the parser, which takes ten times as long."""


def safe(url: str | None) -> str | None:
    """The address if it is http or https with a host and holds neither blanks nor control characters, else `None`."""
    if url is not None and _PLAIN.fullmatch(url):
        return url
    if url is None or _BLANK_OR_CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and host else None
