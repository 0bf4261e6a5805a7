"""From bytes to text: Unicode as it declares itself or as it decodes, Windows-1252 where that is plausible, else refused."""

from __future__ import annotations

import codecs
from typing import Final

from timeline.ingest.refusal import refusal

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
"""How files begin that hold text only inside another format: PDF, zip (docx, odt), images, gzip, RTF, old Office."""
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")
_LEGACY: Final = "cp1252"
_TYPOGRAPHY: Final = frozenset("‘’“”«»‹›–—…€°§©®™·•¡¿£½¼¾²³º\xa0\xad")
_MOST: Final = 0.95
_AT_MOST_ACCENTED: Final = 0.25
"""Western European prose has 2 to 8 accented letters in a hundred; another script read as Windows-1252 has 50 or more."""


def decode(content: bytes, name: str) -> str:
    """The text, line ends as LF, without a byte-order mark. Raises `SourceError` (E102, E103, E104)."""
    text = _decoded(content, name).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise refusal("E102", "there is no text in it", name)
    return text


def _decoded(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _declared(content, encoding, name)
    if content.startswith(_SIGNATURES) or _has_controls(content):
        raise refusal("E104", "this is no text but a binary file", name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(content, name, error.start)


def _declared(content: bytes, encoding: str, name: str) -> str:
    """What a byte-order mark promises."""
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"it begins as {error.encoding} but byte {error.start + 1} does not belong there"
        raise refusal("E103", message, name) from None


def _has_controls(content: bytes) -> bool:
    """Any NUL, or more control characters than an accident explains."""
    return b"\0" in content or sum(byte in _CONTROLS for byte in content) > len(content) / 500 + 1


def _legacy(content: bytes, name: str, position: int) -> str:
    """Windows-1252 (and with it Latin-1), unless what comes out is no Western European prose."""
    line = content.count(b"\n", 0, position) + 1
    message = f"byte {position + 1} (line {line}) is not UTF-8, and the text is no plausible Windows-1252 either"
    if _mostly_unicode(content):
        message = f"byte {position + 1} (line {line}) is not UTF-8, though most of the text is"
        raise refusal("E103", message, name)
    try:
        text = content.decode(_LEGACY)
    except UnicodeDecodeError:
        raise refusal("E103", message, name) from None
    if not western(text):
        raise refusal("E103", message, name)
    return text


def _mostly_unicode(content: bytes) -> bool:
    """More characters beyond ASCII decode as UTF-8 than do not: a damaged file, not another encoding."""
    text = content.decode("utf-8", "replace")
    broken = text.count("�")
    return sum(character > "\x7f" for character in text) - broken > broken


def western(text: str) -> bool:
    """Whether what came out of Windows-1252 reads like Western European prose."""
    beyond = [character for character in text if character > "\x7f"]
    familiar = sum(character.isalpha() or character in _TYPOGRAPHY for character in beyond)
    return familiar >= _MOST * len(beyond) and len(beyond) <= _AT_MOST_ACCENTED * len(text)
