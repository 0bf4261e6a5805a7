"""One text as a YAML scalar that every reader, of YAML 1.1 or 1.2, gives back as the same text."""

from __future__ import annotations

import re
from typing import Final

_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_SHORT: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}

# Allowed without quotes: begins like a word, holds nothing that ends a plain scalar or is to be escaped.
_FIRST = r"(?![\s#])[\w«»“”‘’(/…$€£¿¡·•–—]"
_PLAIN = re.compile(_FIRST + "[^\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*")
_ENDS_EARLY = re.compile(r":(?=\s|$)|\s#|\s$")
_ENDS_EARLY_IN_FLOW = re.compile(r"[,\[\]{}?]|:(?=[\s,\[\]{}\"']|$)|\s[#:?-]|\s$|://")

# What YAML 1.1 or 1.2 takes for a number, a time, a truth value or nothing; rather too much than too little.
_TYPED = re.compile(
    r"""(?:~|null|true|false|yes|no|on|off|y|n)
    | [0-9][0-9_]*(?::[0-9_]+)*(?:\.[0-9_]*)?(?:e[-+]?[0-9_]*)?
    | 0[xob][0-9a-f_]+
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t\s].*)?""",
    re.IGNORECASE | re.VERBOSE,
)


def quoted(text: str) -> str:
    """In double quotes, on one line. Raises `ValueError` for half of a surrogate pair, which no file can hold."""
    text.encode()
    return f'"{_ESCAPED.sub(_escape, text)}"'


def scalar(text: str, *, flow: bool) -> str:
    """Without quotes if nobody can misread it, `flow` telling whether it stands between brackets."""
    early = _ENDS_EARLY_IN_FLOW if flow else _ENDS_EARLY
    if _PLAIN.fullmatch(text) and not early.search(text) and not _TYPED.fullmatch(text):
        text.encode()
        return text
    return quoted(text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
