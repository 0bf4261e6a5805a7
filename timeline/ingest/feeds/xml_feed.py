"""RSS in all its versions, and Atom, by feedparser; it is never given anything it could take for an address or a file."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest.feeds.entry import Entry, Feed
from timeline.ingest.files.opening import library
from timeline.ingest.refusal import refusal


def xml_feed(text: str, name: str) -> Feed:
    """Raises `SourceError` E124 for what is no feed, E120 where nothing of it can be read."""
    found = _parsed(text, name)
    broken = found.get("bozo") and _is_broken(found.get("bozo_exception"))
    if not found.get("version") and not found.entries:
        code, why = ("E120", f"its XML is broken: {_why(found)}") if broken else ("E124", "nothing in it is a feed")
        raise refusal(code, why, name)
    findings: tuple[Diagnostic, ...] = ()
    if broken:
        message = f"its XML is broken ({_why(found)}): {len(found.entries)} entries could be read"
        findings = (Diagnostic("W140", message, Where(name)),)
    return Feed(
        title=_line(found.feed.get("title")),
        language=_line(found.feed.get("language")),
        entries=tuple(_entries(found.entries, dated_by_update=found.version.startswith("rss"))),
        findings=findings,
    )


def _parsed(text: str, name: str) -> Any:
    feedparser = library("feedparser", "web", "feeds")
    headers = {"content-type": "application/xml; charset=utf-8"}
    if name.startswith(("http://", "https://")):
        headers["content-location"] = name
    content = BytesIO(text.encode("utf-8", "replace"))
    return feedparser.parse(content, response_headers=headers, sanitize_html=False)


def _is_broken(error: object) -> bool:
    """What feedparser calls broken is also what it mended, or does not care for: a wrong encoding, a wrong media type."""
    return type(error).__name__ in {"SAXParseException", "SAXException", "SAXNotRecognizedException"}


def _why(found: Any) -> str:
    error = found.get("bozo_exception")
    said = error.getMessage() if hasattr(error, "getMessage") else str(error)
    line = error.getLineNumber() if hasattr(error, "getLineNumber") else None
    return f"{said}, line {line}" if line else said


def _entries(found: list[Any], *, dated_by_update: bool) -> Iterator[Entry]:
    """`dated_by_update`: RSS knows one date, which feedparser calls an update where it is `dc:date`."""
    for one in found:
        url = _line(one.get("link"))
        title = _line(one.get("title"))
        name = _line(one.get("id")) or url or title
        if name is None:
            continue  # nothing to know it by, nothing to read
        contents = [part.get("value") or "" for part in one.get("content", ())]
        published, updated = _moment(one, "published"), _moment(one, "updated")
        if published is None and dated_by_update:
            published, updated = updated, None
        yield Entry(
            id=name,
            url=url if url and url.startswith(("http://", "https://")) else None,
            title=title,
            author=_line(one.get("author")),
            published=published,
            updated=updated,
            content=max(contents, key=len, default=""),
            summary=one.get("summary") or "",
            language=_line(one.get("language")),
        )


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _moment(entry: Any, name: str) -> str | None:
    """With its own offset: the day in the newsroom is not that of UTC."""
    words = dict.get(entry, name)  # feedparser would give one date for the other
    if not words:
        return None
    try:
        return parsedate_to_datetime(words).isoformat()
    except (TypeError, ValueError, IndexError):
        pass
    words = words.strip()
    parsed = dict.get(entry, f"{name}_parsed")
    if words[:4].isdigit() or parsed is None:
        return str(words)
    year, month, day, hour, minute, second = parsed[:6]
    return f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}+00:00"
