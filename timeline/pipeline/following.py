"""One look at a feed: what is new in it, and each new entry as a request for the pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.diagnostics import Diagnostic
from timeline.errors import MissingPartError, TimelineError
from timeline.ingest.contents import Content, read_content
from timeline.ingest.feeds.article import carried, is_whole, joined
from timeline.ingest.feeds.feed import read_feed
from timeline.ingest.feeds.prose import prose
from timeline.model.feeds import FeedSource, FeedState, Follow, SeenEntry
from timeline.pipeline.request import Request

if TYPE_CHECKING:
    from timeline.ingest.feeds.entry import Entry
    from timeline.ingest.fetching.fetch import Fetcher
    from timeline.model.document import Document

_TRIES: Final = 5
"""How often an entry is tried whose page cannot be had just now."""
_PASSING: Final = frozenset({"E110", "E143"})
_REST: Final = timedelta(minutes=15)
_LONGEST_REST: Final = timedelta(days=1)
_GONE: Final = range(400, 500)
_BUSY: Final = 429


@dataclass(frozen=True, slots=True)
class Look:
    """What a feed gave: `new` entries, the oldest first. `unchanged`: the site says there is nothing new."""

    feed: FeedSource
    title: str | None = None
    language: str | None = None
    new: tuple[Entry, ...] = ()
    etag: str | None = None
    modified: str | None = None
    findings: tuple[Diagnostic, ...] = ()
    unchanged: bool = False


class Asked(NamedTuple):
    entry: Entry
    request: Request


def look(feed: FeedSource, state: FeedState, fetcher: Fetcher) -> Look:
    """Raises `SourceError` when the feed cannot be had or read."""
    from timeline.ingest.fetching.fetch import Kept  # noqa: PLC0415  # only who fetches pays

    fresh = state.asked != feed.asked or state.unfinished
    page = fetcher.fetch(feed.url, None if fresh else Kept(state.etag, state.modified))
    if page.unchanged:
        return Look(feed, unchanged=True)
    found = read_feed(page.content, page.url, charset=page.charset, most=feed.most)
    new = [entry for entry in found.entries if not _done(state.entries.get(entry.key)) and wanted(feed, entry)]
    return Look(
        feed, found.title, found.language, tuple(reversed(new)), page.kept.etag, page.kept.modified, found.findings
    )


def wanted(feed: FeedSource, entry: Entry) -> bool:
    """By the words of the list, in any case and form of letters that contains them."""
    if not feed.words and not feed.without:
        return True
    text = f"{entry.title or ''}\n{prose(entry.summary)}\n{prose(entry.content)}".casefold()
    meant = not feed.words or any(word.casefold() in text for word in feed.words)
    return meant and not any(word.casefold() in text for word in feed.without)


def asked(seen: Look, given: Request, fetcher: Fetcher) -> Iterator[Asked]:
    """One request an entry; one whose page cannot be had bears its error. Pages are fetched as they are asked for."""
    for entry in seen.new:
        name = entry.url or f"{seen.feed.url}#{entry.id}"
        try:
            document, error = _document(entry, seen, name, fetcher), None
        except MissingPartError:
            raise
        except TimelineError as refused:
            document, error = None, refused
        yield Asked(entry, _with(given, seen.feed, name, document, error))


def _with(
    given: Request, feed: FeedSource, name: str, document: Document | None, error: TimelineError | None
) -> Request:
    outlet, language = feed.outlet or given.outlet, feed.language or given.language
    return replace(given, name=name, document=document, error=error, outlet=outlet, language=language)


def _document(entry: Entry, seen: Look, name: str, fetcher: Fetcher) -> Document:
    follow = seen.feed.follow
    if entry.url is None or follow is Follow.NEVER or (follow is Follow.AUTO and is_whole(entry)):
        document = carried(entry, name)
        return document.model_copy(update={"language": entry.language or seen.language, "outlet": seen.title})
    page = fetcher.fetch(entry.url)
    document = joined(read_content(Content(page.content, page.type, page.charset, page.url), name), entry)
    return document if document.outlet else document.model_copy(update={"outlet": seen.title})


def passing(error: TimelineError | None) -> bool:
    """Whether what went wrong with an entry may be right the next time."""
    status = getattr(error, "status", None)
    if error is None or (status in _GONE and status != _BUSY):
        return False
    return any(finding.code in _PASSING for finding in error.findings)


def after(state: FeedState, entry: Entry, error: TimelineError | None, now: datetime) -> FeedState:
    """The state when an entry was dealt with, or could not be had."""
    known = state.entries.get(entry.key)
    tries = (known.tries if known else 0) + 1
    left = tries if passing(error) and tries < _TRIES else 0
    seen = SeenEntry(at=now.isoformat(), tries=left)
    return state.model_copy(update={"entries": {**state.entries, entry.key: seen}})


def read_whole(state: FeedState, seen: Look) -> FeedState:
    """The state when nothing of a look is left: only now what the site says of its age may be used."""
    update: dict[str, object] = {"failures": 0, "rests_until": None}
    if not seen.unchanged:
        update |= {"etag": seen.etag, "modified": seen.modified, "asked": seen.feed.asked}
    return state.model_copy(update=update)


def failed(state: FeedState, now: datetime) -> FeedState:
    """The state when a feed could not be had: the second time it rests a quarter of an hour, then twice as long each time."""
    failures = state.failures + 1
    rest = min(_REST * 2 ** min(failures - 2, 10), _LONGEST_REST) if failures > 1 else None
    until = (now + rest).isoformat() if rest else None
    return state.model_copy(update={"failures": failures, "rests_until": until})


def rests(state: FeedState, now: datetime) -> bool:
    return state.rests_until is not None and datetime.fromisoformat(state.rests_until) > now


def _done(seen: SeenEntry | None) -> bool:
    return seen is not None and seen.tries == 0
