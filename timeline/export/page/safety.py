"""Writing text from anywhere into a page, so that it stays text."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from typing import Any, Final

_IN_ISLANDS: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_MARKUP: Final = re.compile("[&<>\"']")
_BREAKS_OUT: Final = re.compile(r"</script|<script|<!--", re.IGNORECASE)


def text(words: str) -> str:
    """For element content and quoted attributes."""
    return html.escape(words, quote=True) if _MARKUP.search(words) else words


def island(name: str, content: Any) -> str:
    """Data for the page's script: JSON that can neither end its element nor open another."""
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).translate(_IN_ISLANDS)
    return f'<script type="application/json" id="{name}">{written}</script>'


def packed_island(name: str, packed: str) -> str:
    """Gzipped bytes in base64."""
    return f'<script type="application/octet-stream" id="{name}">{packed}</script>'


def fragment(page: str, title: str) -> str:
    """A page inside a frame of a fixed height, to be put into another page: neither can touch the other."""
    return (
        f'<iframe title="{text(title)}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals" referrerpolicy="no-referrer" '
        'loading="lazy" style="display:block;width:100%;height:min(720px,90vh);min-height:480px;border:0" '
        f'srcdoc="{text(page)}"></iframe>\n'
    )


def script(source: str) -> str:
    """An inline script of ours. Raises `ValueError` for one that would break out of its element."""
    found = _BREAKS_OUT.search(source)
    if found:
        raise ValueError(f"a script may not hold {found[0]!r}")
    return f"<script>{source}</script>"


def policy(*sources: str) -> str:
    """A content security policy under which these inline scripts run, and nothing is fetched."""
    hashes = " ".join(f"'sha256-{_sha256(source)}'" for source in sources)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _sha256(source: str) -> str:
    return base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
