"""JSON that is read whole, and the objects in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from timeline.ingest.entries.text_file import whole
from timeline.ingest.refusal import refusal


def content(path: Path) -> Any:
    """Raises `SourceError` (E129) for what is no JSON."""
    return parsed(whole(path), str(path))


def parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise refusal("E129", f"it is no JSON: {error}", name) from error


def text_of(value: Any) -> str | None:
    """A scalar as text; `None` for nothing, and for what is no scalar."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
