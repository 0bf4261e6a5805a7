"""One article as an object of JSON: under the names that exports use, or as ninjs (IPTC) has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from timeline.ingest.page.moments import iso
from timeline.ingest.refusal import refusal
from timeline.model.document import DctCandidate, Document
from timeline.model.vocabulary import Signal

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "body", "body_text", "content", "article_body", "articleBody", "maintext", "content_text"),
    "html": ("body_html", "body_xhtml", "content_html", "html"),
    "title": ("title", "headline", "name"),
    "published": (
        "published", "date", "dct", "datePublished", "date_published", "publication_date", "published_at", "date_publish",
        "firstpublished", "firstcreated", "versioncreated", "contentcreated",
    ),
    "modified": ("modified", "dateModified", "date_modified", "updated", "versioncreated"),
    "url": ("url", "link", "canonical", "altids_url"),
    "outlet": ("outlet", "source", "publisher", "site", "site_name", "infosource"),
    "author": ("author", "authors", "byline", "by"),
    "language": ("language", "lang"),
}  # fmt: skip
"""What a document needs -> the names it goes by, best first."""


def document_of(row: Any, name: str) -> Document:
    """Raises `SourceError`: E109 no object with a text."""
    if not isinstance(row, dict):
        raise refusal("E109", "expected an object", name, hint=_HINT)
    plain = {**{str(key).lower(): value for key, value in row.items()}, **row}
    flat = {**plain, **_ninjs(plain)}
    text, page = _said(flat, "text"), _said(flat, "html")
    if page is not None and (text is None or not text.strip()):
        text = _plain(page)
    if text is None or not text.strip():
        raise refusal("E109", 'it has no "text"', name, hint=_HINT)
    published = next((day for key in _NAMES["published"] if (day := iso(flat.get(key)))), None)
    fields = {key: _said(flat, key) for key in ("title", "url", "outlet", "author", "language")}
    return Document(
        text=text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""),
        path=name,
        candidates=(DctCandidate(date=published, signal=Signal.META),) if published else (),
        modified=iso(_said(flat, "modified")),
        **fields,
    )


_HINT: Final = 'give {"text", "title", "published", "url", "outlet", "author", "language"}, or ninjs'


def _said(row: Mapping[str, Any], name: str) -> str | None:
    for key in _NAMES[name]:
        value = row.get(key)
        if isinstance(value, list):
            value = ", ".join(_name_of(one) for one in value if _name_of(one))
        elif isinstance(value, dict):
            value = _name_of(value)
        if isinstance(value, str) and value.strip():
            return value if name in {"text", "html"} else " ".join(value.split())
    return None


def _name_of(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("value") or value.get("byline")
    return value if isinstance(value, str) else ""


def _ninjs(row: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of ninjs 3 as single values; the main one of each goes by its role, else it stands first.

    Versions 1 and 2 write names small (`firstcreated`), version 3 with humps (`firstCreated`).
    """
    found: dict[str, Any] = {}
    if isinstance(bodies := row.get("bodies"), list):
        for body in filter(_is_object, bodies):
            kind = str(body.get("contentType") or body.get("contenttype") or "")
            marked = "html" in kind or "xml" in kind
            found.setdefault("body_html" if marked else "body_text", body.get("value"))
    if isinstance(headlines := row.get("headlines"), list):
        ranked = sorted(
            filter(_is_object, headlines), key=lambda one: one.get("role") not in {"main", "headline", None}
        )
        found["headline"] = ranked[0].get("value") if ranked else None
    if isinstance(bylines := row.get("bylines"), list):
        found["byline"] = ", ".join(str(one["byline"]) for one in filter(_is_object, bylines) if one.get("byline"))
    sources = row.get("infosources")
    if isinstance(sources, list) and sources and _is_object(sources[0]):
        found["outlet"] = sources[0].get("name")
    uri = row.get("uri")
    if isinstance(uri, str) and uri.startswith(("http://", "https://")) and not row.get("url"):
        found["url"] = uri
    return {key: value for key, value in found.items() if value}


def _is_object(value: Any) -> bool:
    return isinstance(value, dict)


def _plain(markup: str) -> str:
    from timeline.ingest.page.markup import plain_text  # noqa: PLC0415  # only for rows that hold markup

    return plain_text(markup)
