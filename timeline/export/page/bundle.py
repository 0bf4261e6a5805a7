"""plotly.js for a page: taken from the installed Python package, packed once a process."""

from __future__ import annotations

import base64
import gzip
from functools import cache

_LEVEL = 9


@cache
def source() -> str:
    """The script as the page runs it: its hash stands in the page's policy."""
    from plotly.offline import get_plotlyjs  # noqa: PLC0415  # 5 MB, read only when a page is written

    return str(get_plotlyjs())


@cache
def packed_source() -> str:
    return packed(source())


def packed(text: str) -> str:
    """Gzip in base64; without a time stamp, so that the same text gives the same page."""
    return base64.b64encode(gzip.compress(text.encode(), _LEVEL, mtime=0)).decode()
