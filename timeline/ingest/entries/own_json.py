"""Our own json and jsonl exports. jsonl is read line by line, however long it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest.entries import json_file
from timeline.ingest.entries.asked import Asked
from timeline.ingest.entries.json_file import text_of
from timeline.ingest.entries.statuses import status
from timeline.ingest.entries.text_file import opened
from timeline.ingest.refusal import refusal
from timeline.model.entry import Entry


def read(path: Path, asked: Asked) -> Iterator[Entry | Diagnostic]:  # noqa: ARG001  # the signature of every reader
    """Raises `SourceError` (E122, E129)."""
    if _is_lines(path):
        yield from _lines(path)
        return
    found = json_file.content(path)
    events = found.get("events") if isinstance(found, dict) else found
    if not isinstance(events, list):
        raise refusal("E129", "it has no list of 'events'", str(path))
    for number, event in enumerate(events, start=1):
        yield _guarded(event, f"event {number}", None, path)


def _is_lines(path: Path) -> bool:
    """Whether the first line is an object by itself."""
    with opened(path) as lines:
        first = next((line for line in lines if line.strip()), "")
    try:
        found = json.loads(first)
    except (ValueError, RecursionError):
        return path.suffix == ".jsonl"
    return isinstance(found, dict) and "events" not in found


def _lines(path: Path) -> Iterator[Entry | Diagnostic]:
    with opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    event = json.loads(line)
                except (ValueError, RecursionError) as error:
                    yield Diagnostic("E126", f"it is no JSON: {error}", Where(str(path), number))
                else:
                    yield _guarded(event, "it", number, path)


def _guarded(event: Any, what: str, line: int | None, path: Path) -> Entry | Diagnostic:
    title = text_of(event.get("title")) if isinstance(event, dict) else None
    if title is None:
        return Diagnostic("E126", f"{what} is no object with a title", Where(str(path), line))
    try:
        return _entry(event, title, line)
    except (AttributeError, TypeError, ValueError) as error:
        return Diagnostic("E126", f"{what}: {error}", Where(str(path), line))


def _entry(event: dict[str, Any], title: str, line: int | None) -> Entry:
    claims = [claim for claim in event.get("claims") or () if text_of(claim.get("quote"))]
    last = claims[-1] if claims else {}
    when, name = text_of(event.get("when")), text_of(event.get("id"))
    return Entry(
        key=name or "",
        event=name,
        title=title,
        when=when,
        says=status(text_of(event.get("occurrence"))),
        kind=text_of(event.get("kind")),
        place=text_of(event.get("place")),
        actors=tuple(f"{actor['name']}:{actor['role']}" for actor in event.get("actors") or ()),
        tags=tuple(filter(None, map(text_of, event.get("tags") or ()))),
        quote=text_of(last.get("quote")),
        said_by=text_of(last.get("said_by")),
        line=line,
    )
