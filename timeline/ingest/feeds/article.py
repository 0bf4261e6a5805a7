"""From an entry to an article: the text that the feed carries, or the page it points to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.ingest.feeds.prose import prose
from timeline.ingest.refusal import refusal
from timeline.model.document import DctCandidate, Document
from timeline.model.vocabulary import Signal

if TYPE_CHECKING:
    from timeline.ingest.feeds.entry import Entry

_WHOLE: Final = 600
"""Characters from which on a text is an article and not what stands for one."""
_CUT: Final = ("…", "...")


def carried(entry: Entry, name: str) -> Document:
    """The text in the feed, or in its place the summary. Raises `SourceError` E102 where there is neither."""
    text = prose(entry.content) or prose(entry.summary)
    if not text:
        raise refusal("E102", "the entry holds no text", name)
    return joined(Document(text=text, path=name), entry)


def is_whole(entry: Entry) -> bool:
    """Whether the feed carries the article itself: some put all of it under `summary`, some cut what is under `content`."""
    return is_whole_text(prose(entry.content) or prose(entry.summary))


def is_whole_text(text: str) -> bool:
    return len(text) >= _WHOLE and not text.rstrip("]) \xa0\n").endswith(_CUT)


def joined(document: Document, entry: Entry) -> Document:
    """With what the feed says of it: the date as one more sign, the rest where the page says nothing."""
    said = {"title": entry.title, "author": entry.author, "url": entry.url, "modified": entry.updated}
    new = {field: value for field, value in said.items() if value is not None and getattr(document, field) is None}
    published = entry.published or (entry.updated if not document.candidates else None)
    signs = (DctCandidate(date=published, signal=Signal.FEED),) if published else ()
    return document.model_copy(update={**new, "candidates": (*document.candidates, *signs)})
