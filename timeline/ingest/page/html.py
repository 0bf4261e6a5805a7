"""Reads a page of the web: one that a browser saved, or one that was fetched."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest.files.opening import content_of, library, refuse_large
from timeline.ingest.main_text import main_text
from timeline.ingest.page.encoding import page_text
from timeline.ingest.page.outlet_zone import outlet_zone
from timeline.ingest.page.signals import Signals, signals
from timeline.ingest.refusal import refusal
from timeline.lang.yaml_data import read as read_data
from timeline.model.document import Document

if TYPE_CHECKING:
    from timeline.ingest.main_text import MainText

_SAVED_FROM: Final = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_HEAD: Final = 2000
_LEAST: Final = 80
"""Characters without which a page has no article: a menu, a notice of cookies."""
_STUB: Final = 1500
"""Characters up to which an article that is said to be for subscribers is taken for its beginning."""
_LARGEST: Final = 30_000_000


def read(path: Path) -> Document:
    """Raises `SourceError`: E101 not readable, E102 empty, E115 nothing in it is a page, E122 too large."""
    return read_bytes(content_of(path, _LARGEST), str(path))


def read_bytes(content: bytes, name: str, url: str | None = None, charset: str | None = None) -> Document:
    """The article on a page. `url`: where it was found; `charset`: what the server says of it.

    What has no article to read claims from (E115), or only its beginning (E116), says so in its findings.
    """
    refuse_large(content, _LARGEST, name)
    text = page_text(content, charset).replace("\0", "")
    if not text.strip():
        raise refusal("E102", "there is no text in it", name)
    tree = parsed(text, name)
    if url is None and (saved := _SAVED_FROM.search(text[:_HEAD])):
        url = saved[1]
    found = signals(tree, url)
    article = main_text(tree, found.url or url, dated=found.agree)
    return _document(found, article, _about(found, article, tree, name), content).model_copy(update={"path": name})


def _document(found: Signals, article: MainText, findings: tuple[Diagnostic, ...], content: bytes) -> Document:
    return Document(
        text=article.text,
        title=found.title or article.title,
        outlet=found.outlet or article.outlet,
        author=article.author,
        url=found.url or article.url,
        candidates=found.with_estimate(article.date),
        modified=found.modified,
        zone=outlet_zone(found.url or article.url, found.locale),
        page=sha256(content).hexdigest(),
        findings=findings,
    )


def parsed(text: str, name: str) -> Any:
    trafilatura = library("trafilatura", "web", "pages")  # half a second that only those who read pages pay
    tree = trafilatura.load_html(text.encode("utf-8", "replace").decode())
    if tree is None or not len(tree):
        raise refusal("E115", "nothing in it is a page", name)
    return tree


@cache
def _walls() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row})" for row in read_data("page-dates.yaml")["walled"]), re.IGNORECASE)


def _notices(tree: Any) -> str | None:
    """The words by which the page keeps the rest for subscribers."""
    found = _walls().search(
        " ".join(" ".join(tree.itertext("p", "div", "span", "a", "h2", "h3", "h4", "button")).split())
    )
    return found[0] if found else None


def _about(found: Signals, article: MainText, tree: Any, name: str) -> tuple[Diagnostic, ...]:
    length = len(article.text)
    if length < _LEAST:
        return (Diagnostic("E115", "no article was found among what is on the page", Where(name)),)
    notice = _notices(tree) if length < _STUB else None
    if notice or (length < _STUB and not found.free):
        why = f"it says {notice!r}" if notice else "it is marked as not free to read"
        return (Diagnostic("E116", f"{why}, and only {length} characters are there", Where(name)),)
    return ()
