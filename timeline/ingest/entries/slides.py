"""TimelineJS 3: each slide an entry. What our export put beside (`timeline`) goes before what a slide can say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, Final

from timeline.diagnostics import Diagnostic, Where
from timeline.edtf.days import iso_year
from timeline.ingest.entries import json_file
from timeline.ingest.entries.asked import Asked
from timeline.ingest.entries.json_file import text_of
from timeline.ingest.entries.statuses import status
from timeline.ingest.refusal import refusal
from timeline.model.entry import Entry

_ELEMENT: Final = re.compile(r"<[^>]*>")
_PARAGRAPH: Final = re.compile(r"</p>|<br\s*/?>", re.IGNORECASE)


def read(path: Path, asked: Asked) -> Iterator[Entry | Diagnostic]:  # noqa: ARG001  # the signature of every reader
    """Raises `SourceError` (E122, E129)."""
    found = json_file.content(path)
    events = found.get("events") if isinstance(found, dict) else None
    if not isinstance(events, list):
        raise refusal("E129", "it has no list of 'events', which TimelineJS asks for", str(path))
    for number, slide in enumerate(events, start=1):
        try:
            yield _entry(slide)
        except (AttributeError, TypeError, ValueError, KeyError) as error:
            yield Diagnostic("E126", f"slide {number}: {error}", Where(str(path)))


def _entry(slide: dict[str, Any]) -> Entry:
    said = slide.get("text") or {}
    ours: dict[str, Any] = slide.get("timeline") or {}
    title = text_of(ours.get("title")) or _plain(said.get("headline"))
    if not title:
        raise ValueError("it has no headline")
    when = text_of(ours.get("when")) or _when(slide)
    name = text_of(ours.get("id"))
    return Entry(
        key=name or text_of(slide.get("unique_id")) or "",
        event=name,
        title=title,
        when=when,
        says=status(text_of(ours.get("occurrence"))),
        kind=text_of(ours.get("kind")),
        place=_plain(slide.get("group")) if ours else None,
        tags=() if ours else tuple(filter(None, [_plain(slide.get("group"))])),
        note=None if ours else _plain(said.get("text")),
    )


def _plain(html: Any) -> str | None:
    text = text_of(html)
    if text is None:
        return None
    return unescape(_ELEMENT.sub("", _PARAGRAPH.sub("\n", text))).strip() or None


def _when(slide: dict[str, Any]) -> str | None:
    first, last = _date(slide.get("start_date")), _date(slide.get("end_date"))
    return first if last in {None, first} else f"{first or '..'}/{last}"


def _date(date: dict[str, Any] | None) -> str | None:
    """A year, a month, a day, an hour, as far as it is given; numbers may be text. Years have no 0 before our era."""
    if not date or text_of(date.get("year")) is None:
        return None
    fields = [int(value) for key in ("year", "month", "day") if (value := text_of(date.get(key))) is not None]
    year = fields[0] if fields[0] > 0 else fields[0] + 1
    day = "-".join([iso_year(year), *(f"{field:02d}" for field in fields[1:])])
    hour = text_of(date.get("hour"))
    if hour is None or len(fields) < 3:
        return day
    return f"{day}T{int(hour):02d}:{int(text_of(date.get('minute')) or 0):02d}"
