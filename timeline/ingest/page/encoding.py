"""From the bytes of a page to its text: what a page says of its encoding is a hint, what its bytes are is a fact."""

from __future__ import annotations

import codecs
import re
from typing import Final

from timeline.ingest.encoding import western

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:-]+)""", re.IGNORECASE
)
_HEAD: Final = 4096
_LATIN: Final = frozenset({"ascii", "iso8859-1"})
"""What browsers read as Windows-1252, whatever is said."""
_LEGACY: Final = "cp1252"
_EASTERN: Final = re.compile(r"[^\W\d_]{2}[³¹¿¼¾¶]")
"""What the letters of Central Europe look like in Windows-1252."""
_TAG: Final = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>", re.IGNORECASE | re.DOTALL)
"""Markup is ASCII in every language, and would make anything look Western."""


def page_text(content: bytes, charset: str | None = None) -> str:
    """UTF-8 wherever the bytes are; else what the server or the page says, if it decodes; else the likeliest."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name in (_declared(content), charset):
        known = _known(name)
        if known is not None and known not in {"utf-8", "utf_8_sig"}:
            text = content.decode(known, "replace")
            if text.count("�") * 1000 <= len(text):
                return text
    return _likeliest(content)


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:_HEAD])
    return found[1].decode("ascii", "replace") if found else None


def _known(name: str | None) -> str | None:
    try:
        encoding = codecs.lookup(name or "").name
    except LookupError:
        return None
    return _LEGACY if encoding in _LATIN else encoding


def _likeliest(content: bytes) -> str:
    """A few broken bytes in UTF-8 are damage; many are another encoding, guessed from the letters that come out."""
    damaged = content.decode("utf-8", "replace")
    beyond = sum(character > "\x7f" for character in damaged)
    if beyond and damaged.count("�") <= 0.1 * beyond:
        return damaged
    legacy = content.decode(_LEGACY, "replace")
    if western(_TAG.sub("", legacy)) and not _EASTERN.search(legacy):
        return legacy
    from charset_normalizer import from_bytes  # noqa: PLC0415  # only for pages that lie about their encoding

    best = from_bytes(content).best()
    return str(best) if best is not None else legacy
