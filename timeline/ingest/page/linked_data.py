"""What a page says of itself as linked data (JSON-LD): of its main article, and of nothing else on the page."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from timeline.ingest.page.moments import iso

_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report)$")
_PAGE: Final = frozenset({"WebPage", "ItemPage", "NewsMediaPage", "ReportagePage", "CollectionPage"})
_FILMS: Final = frozenset({"VideoObject", "AudioObject", "PodcastEpisode"})
"""What a page without an article may be about."""
_DOWN: Final = ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf")
"""Where the main article may stand inside something else; lists of other articles are not looked into."""
_DEEPEST: Final = 6
_TRAILING: Final = re.compile(r",\s*(?=[}\]])")
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*$"
)
_LOOSE: Final = '"{}"\\s*:\\s*"([^"]{{6,60}})"'


@dataclass(frozen=True, slots=True)
class Stated:
    """Of the main article; `free` is whether all may read it. `page`: it is said of the page, not of an article."""

    published: str | None = None
    modified: str | None = None
    headline: str | None = None
    outlet: str | None = None
    free: bool = True
    page: bool = False


def stated(scripts: list[str], title: str | None, url: str | None) -> Stated:
    """`scripts`: the contents of the JSON-LD elements, in order."""
    nodes = [node for script in scripts for node in _nodes(_loaded(script), 0)]
    articles = [node for node in nodes if _is_article(node)]
    pages = [node for node in nodes if _types(node) & _PAGE]
    films = [node for node in nodes if _types(node) & _FILMS]
    ranked = sorted(articles, key=lambda node: -_match(node, title, url))
    for node in [*ranked, *pages, *films]:
        if _published(node):
            return _stated(node, page=node in pages)
    return _stated(ranked[0]) if ranked else _loose(scripts)


def _stated(node: dict[str, Any], *, page: bool = False) -> Stated:
    publisher = node.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else None
    headline = node.get("headline")
    return Stated(
        published=_published(node),
        modified=iso(node.get("dateModified")),
        headline=headline if isinstance(headline, str) else None,
        outlet=html.unescape(name) if isinstance(name, str) else None,
        free=str(node.get("isAccessibleForFree", True)).lower() != "false",
        page=page,
    )


def _published(node: dict[str, Any]) -> str | None:
    return iso(node.get("datePublished") or node.get("dateCreated") or node.get("uploadDate"))


def _loose(scripts: list[str]) -> Stated:
    """From JSON that no parser takes: the first date of each sort."""
    text = "\n".join(script for script in scripts if _loaded(script) is None)
    published, modified = (re.search(_LOOSE.format(name), text) for name in ("datePublished", "dateModified"))
    return Stated(published=iso(published[1]) if published else None, modified=iso(modified[1]) if modified else None)


def _loaded(script: str) -> Any:
    stripped = _WRAPPING.sub("", _WRAPPING.sub("", script.strip()))
    for attempt in (stripped, _TRAILING.sub("", stripped), html.unescape(stripped)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _nodes(one, depth + 1)
    elif isinstance(data, dict):
        yield data
        for name in _DOWN:
            yield from _nodes(data.get(name), depth + 1)


def _types(node: dict[str, Any]) -> frozenset[str]:
    said = node.get("@type")
    names = said if isinstance(said, list) else [said]
    return frozenset(name.rpartition("/")[2] for name in names if isinstance(name, str))


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLE.search(name) for name in _types(node))


def _match(node: dict[str, Any], title: str | None, url: str | None) -> int:
    """How surely a node is the article of this page: it names the page's own address, its headline."""
    score = 0
    entity = node.get("mainEntityOfPage")
    addresses = {node.get("url"), node.get("@id"), entity if isinstance(entity, str) else None}
    if isinstance(entity, dict):
        addresses |= {entity.get("@id"), entity.get("url")}
    if url and any(_same_address(one, url) for one in addresses if isinstance(one, str)):
        score += 3
    headline = node.get("headline") or node.get("name")
    if title and isinstance(headline, str) and _plain(headline) and _plain(headline)[:60] in _plain(title):
        score += 2
    return score


def _same_address(one: str, other: str) -> bool:
    return _path(one) == _path(other) != ""


def _path(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address).partition("#")[0].partition("?")[0].rstrip("/")


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", html.unescape(words)).strip().lower()
