"""schema.org events in JSON-LD: a file of it, or a page that has it in its scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, Final

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest.entries.asked import Asked
from timeline.ingest.entries.json_file import parsed, text_of
from timeline.ingest.entries.statuses import status
from timeline.ingest.entries.text_file import whole
from timeline.ingest.refusal import refusal
from timeline.model.entry import Entry

_SCRIPT: Final = re.compile(
    r"<script[^>]*type\s*=\s*[\"']?application/ld\+json[^>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL
)
_OURS: Final = "urn:timeline:event:"
_DEEPEST: Final = 40
_PEOPLE: Final = {"organizer": "host", "performer": "participant", "attendee": "participant", "actor": "participant"}
_SECONDS: Final = re.compile(r"(T\d\d:\d\d):\d\d(?:[.]\d+)?")


def read(path: Path, asked: Asked) -> Iterator[Entry | Diagnostic]:  # noqa: ARG001  # the signature of every reader
    """Raises `SourceError` (E122, E129)."""
    text = whole(path)
    found = False
    for block in _SCRIPT.findall(text) or [text]:
        for event in _events(parsed(block, str(path)), 0):
            found = True
            try:
                yield _entry(event)
            except (AttributeError, TypeError, ValueError) as error:
                yield Diagnostic("E126", f"an event of it: {error}", Where(str(path)))
    if not found:
        raise refusal("E129", "there is no schema.org Event in it", str(path))


def _events(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Events wherever they stand: in a graph, in a list, inside another event."""
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        types = node.get("@type")
        if any(str(one).endswith("Event") for one in (types if isinstance(types, list) else [types])):
            yield node
        inside: Any = node.values()
    else:
        inside = node if isinstance(node, list) else ()
    for one in inside:
        yield from _events(one, depth + 1)


def _entry(event: dict[str, Any]) -> Entry:
    title = _named(event.get("name")) or _named(event.get("headline"))
    if title is None:
        raise ValueError("it has no name")
    address = text_of(event.get("@id")) or text_of(event.get("url"))
    name = address.removeprefix(_OURS) if address and address.startswith(_OURS) else None
    when = _exact(event.get("identifier")) or _when(event)
    return Entry(
        key=address or "",
        event=name,
        title=title,
        when=when,
        says=status(text_of(event.get("eventStatus"))),
        place=_place(event.get("location")),
        actors=tuple(_people(event)),
        note=None if name else _named(event.get("description")),
    )


def _exact(identifier: Any) -> str | None:
    """The EDTF that our own export puts there."""
    if isinstance(identifier, dict) and identifier.get("propertyID") == "EDTF":
        return text_of(identifier.get("value"))
    return None


def _when(event: dict[str, Any]) -> str | None:
    first, last = (_date(event.get(key)) for key in ("startDate", "endDate"))
    if last is None or first == last:
        return first
    return f"{first or '..'}/{last}"


def _date(value: Any) -> str | None:
    text = text_of(value)
    return _SECONDS.sub(r"\1", text) if text else None


def _named(value: Any) -> str | None:
    """A text, or the name of a thing; the first of several."""
    one = value[0] if isinstance(value, list) and value else value
    if isinstance(one, dict):
        one = one.get("name") or one.get("@value")
    text = text_of(one)
    return unescape(text) if text else None


def _place(value: Any) -> str | None:
    one = value[0] if isinstance(value, list) and value else value
    if isinstance(one, dict) and not one.get("name"):
        address = one.get("address")
        return _named(address.get("addressLocality")) if isinstance(address, dict) else _named(address)
    return _named(one)


def _people(event: dict[str, Any]) -> Iterator[str]:
    for key, role in _PEOPLE.items():
        found = event.get(key)
        for one in found if isinstance(found, list) else [found]:
            name = _named(one)
            if name:
                yield f"{name.replace(':', ' ')}:{role}"
    found = event.get("contributor")
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, dict) and one.get("roleName"):
            name = _named(one.get("contributor"))
            if name:
                yield f"{name.replace(':', ' ')}:{text_of(one['roleName'])}"
