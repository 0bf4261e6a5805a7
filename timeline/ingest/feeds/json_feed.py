"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any, Final
from urllib.parse import urljoin

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest.feeds.entry import Entry, Feed
from timeline.ingest.refusal import refusal

_VERSION: Final = "jsonfeed.org/version/"


def json_feed(text: str, name: str) -> Feed:
    """Raises `SourceError` E120 for broken JSON, E124 for JSON of another kind."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise refusal("E120", f"its JSON is broken: {error}", name) from None
    items = found.get("items")
    if _VERSION not in str(found.get("version")) or not isinstance(items, list):
        raise refusal("E124", "it is JSON, and says nowhere that it is a JSON Feed", name)
    language = _words(found, "language")
    whole = [item for item in items if isinstance(item, dict)]
    entries = tuple(_entries(whole, _author(found), language, name))
    findings: tuple[Diagnostic, ...] = ()
    if len(entries) < len(items):
        findings = (Diagnostic("W140", f"{len(items) - len(entries)} of its items are no entries", Where(name)),)
    return Feed(_words(found, "title"), language, entries, findings)


def _entries(items: list[dict[str, Any]], author: str | None, language: str | None, name: str) -> Iterator[Entry]:
    for item in items:
        url = _words(item, "url") or _words(item, "external_url")
        whole = urljoin(name, url) if url else None
        known_by = str(item["id"]) if isinstance(item.get("id"), str | int) else whole
        if not known_by:
            continue
        plain = _words(item, "content_text", lines=True)
        yield Entry(
            id=known_by,
            url=whole if whole and whole.startswith(("http://", "https://")) else None,
            title=_words(item, "title"),
            author=_author(item) or author,
            published=_words(item, "date_published"),
            updated=_words(item, "date_modified"),
            content=_words(item, "content_html", lines=True) or (f"<pre>{escape(plain)}</pre>" if plain else ""),
            summary=escape(_words(item, "summary") or ""),
            language=_words(item, "language") or language,
        )


def _author(of: dict[str, Any]) -> str | None:
    several = of.get("authors")
    named = several if isinstance(several, list) else [of.get("author")]
    names = [words for one in named if isinstance(one, dict) and (words := _words(one, "name"))]
    return ", ".join(names) or None


def _words(of: dict[str, Any], key: str, *, lines: bool = False) -> str | None:
    """Text under a key; whatever else stands there is not there."""
    value = of.get(key)
    if not isinstance(value, str) or not value.strip():
        return None
    return value if lines else " ".join(value.split())
