"""Reads a file of JSON: one article, a list of them, ninjs (IPTC) or a JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from timeline.errors import SourceError
from timeline.ingest.collections.row import document_of
from timeline.ingest.files.opening import content_of
from timeline.ingest.refusal import refusal
from timeline.ingest.sources import Item

_LARGEST: Final = 100_000_000
_LISTS: Final = ("items", "associations", "articles", "results", "data")


def read(path: Path) -> Iterator[Item]:
    """Raises `SourceError`: E101, E104 not JSON, E122 too large."""
    try:
        data = json.loads(content_of(path, _LARGEST).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise refusal(
            "E104", f"it is not JSON: {error}", str(path), hint="export it once more, or give its text"
        ) from error
    rows = _rows(data)
    for number, row in enumerate(rows, start=1):
        name = str(path) if len(rows) == 1 else f"{path}:{number}"
        try:
            yield Item(name, document_of(row, name))
        except SourceError as error:
            yield Item(name, error=error)


def _rows(data: Any) -> list[Any]:
    if isinstance(data, list):
        return data
    if isinstance(data, dict) and not any(key in data for key in ("text", "body_text", "bodies", "body_html")):
        for name in _LISTS:
            if isinstance(data.get(name), list):
                return list(data[name])
    return [data]
