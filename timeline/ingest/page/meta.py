"""The dates in the head of a page: `<meta>` under its many names, best known first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from timeline.ingest.page.moments import iso

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PUBLISHED: Final = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "og:pubdate",
    "datepublished", "date_published", "date-published", "published_time", "publishdate", "publish_date", "publish-date",
    "published-date", "published_date", "published_at", "pubdate", "pub_date", "publication_date", "publication-date",
    "publicationdate", "article.published", "article:publicationdate", "article_date_original", "originalpublicationdate",
    "original-publish-date", "firstpublished", "sailthru.date", "parsely-pub-date", "rnews:datepublished", "bt:pubdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "vr:published", "shareaholic:article_published_time",
    "lp.article:published_time", "iso-8601-publish-date", "dc.date.issued", "dcterms.issued", "dc.issued",
    "citation_publication_date", "citation_online_date", "prism.publicationdate", "nrbi:pubdate", "displaydate",
    "release_date", "artikel.datum", "dateofpublication", "firstpublicationdate", "article.created", "article:create_date",
    "datecreated", "date.created", "date_created", "dcterms.created", "dc.date.created", "dc.created", "created", "creation_date",
    "dc.date.publication", "dc.date", "dcterms.date", "dc.terms.date", "date", "article_date", "article.date", "og:date",
    "citation_date", "pdate", "datetime", "timestamp", "time",
)  # fmt: skip
MODIFIED: Final = (
    "article:modified_time", "article:modified", "og:article:modified_time", "og:modified_time", "og:updated_time",
    "datemodified", "date_modified", "date-modified", "modified_time", "updated_time", "lastmod", "last-modified",
    "last_modified", "lastmodified", "dcterms.modified", "dc.date.modified", "dc.modified", "article:updated",
    "article.updated", "revised", "updated", "moddate", "bt:moddate", "vr:modified", "revision_date", "dateupdated",
)  # fmt: skip
_PACKED: Final = "parsely-page"
_PACKED_DATE: Final = re.compile(r'"pub_date"\s*:\s*"([^"]{8,40})"')
_RANK: Final = {name: place for place, name in enumerate(PUBLISHED)}
_LATER: Final = {name: place for place, name in enumerate(MODIFIED)}


def _named(tags: Sequence[Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for tag in tags:
        content = tag.get("content") or tag.get("value") or ""
        for key in ("property", "name", "itemprop", "http-equiv", "pubdate"):
            for name in (tag.get(key) or "").lower().split():
                yield name, content
        if (tag.get("name") or "").lower() == _PACKED and (packed := _PACKED_DATE.search(content)):
            yield "parsely-pub-date", packed[1]


def dates(tags: Sequence[Mapping[str, str]]) -> tuple[list[str], str | None]:
    """The publication dates, best known name first, and the last modified date. `tags`: the attributes of each meta."""
    published: dict[str, int] = {}
    modified: list[tuple[int, str]] = []
    for name, content in _named(tags):
        written: Any = iso(content)
        if written is None:
            continue
        if name in _RANK:
            published[written] = min(published.get(written, 999), _RANK[name])
        elif name in _LATER:
            modified.append((_LATER[name], written))
    return sorted(published, key=published.__getitem__), min(modified)[1] if modified else None
