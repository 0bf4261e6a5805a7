"""Reads the blocks of columns that a page holds, as its script does."""

from __future__ import annotations

import base64
import gzip
import json
import struct
from typing import Any

Block = dict[str, Any]


def unpacked(island: str) -> Block:
    content = gzip.decompress(base64.b64decode(island))
    (length,) = struct.unpack_from("<I", content)
    start = 4 + length
    head = json.loads(content[4:start])
    return {
        name: _column(kind, content[start + at : start + at + size])
        for name, (kind, at, size) in head.items()
        if (start + at) % 4 == 0
    }


def _column(kind: str, content: bytes) -> Any:
    if kind == "numbers":
        return list(struct.unpack(f"<{len(content) // 4}i", content))
    if kind == "octets":
        return list(content)
    text = content.decode()
    return json.loads(text) if kind == "data" else text.split("\0") if text else []
