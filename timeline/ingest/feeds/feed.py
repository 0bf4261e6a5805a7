"""From the bytes of a feed to its entries, whatever its format; a feed that is something else is refused by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import SourceError
from timeline.ingest.feeds.entry import Entry, Feed
from timeline.ingest.files.opening import content_of
from timeline.ingest.page.encoding import page_text
from timeline.ingest.refusal import refusal

if TYPE_CHECKING:
    from timeline.ingest.sources import Item

MOST: Final = 500
"""Entries that are read of one feed, unless another number is given: nobody publishes more between two looks."""
_LARGEST: Final = 20_000_000
_DECLARES: Final = re.compile(r"<!DOCTYPE[^>\[]*\[", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_ROOT: Final = re.compile(r"<[A-Za-z_]")
_FEED_ROOT: Final = re.compile(r"<(?:rss|feed|rdf:RDF|(?:\w+:)?feed)[\s>]", re.IGNORECASE)
_HEAD: Final = 4096
_START: Final = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]")
_ROOT_NAME: Final = re.compile(r"<([A-Za-z_][\w:.-]*)")
_PAGE: Final = re.compile(r"<!doctype\s+html\b|<html\b", re.IGNORECASE)


def read_feed(content: bytes, name: str, *, charset: str | None = None, most: int = MOST) -> Feed:
    """`name`: the address it came from, or its file; relative links are read against it.

    Raises `SourceError`: E102 empty, E122 too large, E123 entities are declared in it, E124 not a feed. What breaks off in
    the middle is read up to there, with a finding (W140); so is one of more than `most` entries (W141).
    """
    if len(content) > _LARGEST:
        raise refusal("E122", f"a feed of more than {_LARGEST // 1_000_000} MB is not read", name)
    text = page_text(content, charset).replace("\0", "").lstrip("\ufeff")
    if not text.strip():
        raise refusal("E102", "there is nothing in it", name)
    if text.lstrip().startswith("{"):
        from timeline.ingest.feeds.json_feed import json_feed  # noqa: PLC0415

        return _bounded(json_feed(text, name), name, most)
    if not text.lstrip().startswith("<"):
        raise refusal("E124", "it is neither XML nor JSON", name)
    prolog = _prolog(text)
    if _PAGE.search(prolog):
        raise refusal("E124", "it is a page", name)
    if _DECLARES.search(prolog):
        raise refusal("E123", "it declares entities of its own, which may unfold without an end", name)
    from timeline.ingest.feeds.xml_feed import xml_feed  # noqa: PLC0415  # feedparser is loaded by those who read feeds

    starts = [found.start() for found in _START.finditer(text)]
    if len(starts) <= most:
        return _bounded(xml_feed(text, name), name, most)
    begun = _bounded(xml_feed(text[: starts[most]] + _closed(text), name), name, most)
    return begun._replace(findings=(*begun.findings, _too_many(len(starts), most, name)))


def _closed(text: str) -> str:
    """The end of a feed whose later entries are left out before they cost anything."""
    root = _ROOT_NAME.search(_COMMENT.sub("", text))
    name = root[1] if root else ""
    return f"</channel></{name}>" if name.lower() == "rss" else f"</{name}>"


def is_feed(content: bytes, kind: str = "") -> bool:
    """Whether what an address gave is a feed: by its first element, or its keys where it is JSON."""
    head = content[:_HEAD].replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if head.startswith("{"):
        return kind == "application/feed+json" or "jsonfeed.org/version/" in head
    found = _FEED_ROOT.search(_COMMENT.sub("", head)) if head.startswith("<") else None
    return found is not None and not _PAGE.search(_prolog(head))


def items(content: bytes, name: str, url: str | None = None) -> Iterator[Item]:
    """The articles of a feed, each with the text that the feed carries. Raises as `read_feed`; what is not whole of a feed
    is told in the findings of its first article.
    """
    from timeline.ingest.feeds.article import carried  # noqa: PLC0415
    from timeline.ingest.sources import Item  # noqa: PLC0415  which knows of readers, and this is one

    feed = read_feed(content, url or name)
    left = feed.findings
    for entry in feed.entries:
        place = f"{name}#{entry.id}"
        try:
            document = carried(entry, place)
        except SourceError as error:
            yield Item(place, error=error)
            continue
        about = {"outlet": document.outlet or feed.title, "language": entry.language or feed.language, "findings": left}
        left = ()
        yield Item(place, document.model_copy(update=about))


def read(path: Path) -> Iterator[Item]:
    """A feed that was saved. Raises `SourceError` E101, and as `items`."""
    yield from items(content_of(path, _LARGEST), str(path))


def _prolog(text: str) -> str:
    """What stands before the first element, and its name: entities can be declared nowhere else."""
    plain = _COMMENT.sub("", text)
    root = _ROOT.search(plain)
    return plain if root is None else plain[: root.end() + 10]


def _bounded(feed: Feed, name: str, most: int) -> Feed:
    """Each id once, the first `most` of them: feeds begin with what is new."""
    entries: dict[str, Entry] = {}
    for entry in feed.entries:
        entries.setdefault(entry.id, entry)
    kept = tuple(entries.values())[:most]
    findings = feed.findings
    if len(entries) > most:
        findings += (_too_many(len(entries), most, name),)
    return feed._replace(entries=kept, findings=findings)


def _too_many(count: int, most: int, name: str) -> Diagnostic:
    return Diagnostic("W141", f"it has {count} entries, of which {most} are read", Where(name))
