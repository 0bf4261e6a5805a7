"""Every sign of a page's publication date, and what else it says of itself, before its text is cut out of it."""

from __future__ import annotations

import html
import re
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin

from timeline.ingest.page import linked_data, meta
from timeline.ingest.page.address_date import address_date
from timeline.ingest.page.moments import iso
from timeline.ingest.page.places import Places
from timeline.ingest.page.shown import shown
from timeline.model.document import DctCandidate
from timeline.model.vocabulary import Signal

_SCRIPTED: Final = re.compile(
    r"""(?:date_?published|published_?at|publication_?date|publish(?:ed)?_?(?:date|time)|pub_?date|first_?published\w*|"""
    r"""date_?publication|publishDateTime)\\?["']?\s*[:=]\s*\\?["']?((?:[A-Z][a-z]{2}, )?\d[\w:.+\-/ ]{7,35})""",
    re.IGNORECASE,
)
_MOST_SCRIPT: Final = 2_000_000
_NAME_OF_SITE: Final = 16
"""Characters below which the first heading is more likely the name of the site than that of the article."""
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class Signals(NamedTuple):
    candidates: tuple[DctCandidate, ...]
    modified: str | None
    title: str | None
    outlet: str | None
    url: str | None
    locale: str | None
    free: bool

    @property
    def agree(self) -> bool:
        """Two sorts of signs name one day: no estimate counts against them."""
        signs = {(one.date[:10], one.signal) for one in self.candidates}
        days = [day for day, _ in signs if _DAY.fullmatch(day)]
        return len(days) > len(set(days))

    def with_estimate(self, day: str | None) -> tuple[DctCandidate, ...]:
        """The candidates, and what htmldate makes of the page: its 1 January is a year without a day, a copyright mostly."""
        if day is None or day.endswith("-01-01"):
            return self.candidates
        return (*self.candidates, DctCandidate(date=day, signal=Signal.HTMLDATE))


def signals(tree: Any, url: str | None) -> Signals:
    tags: list[dict[str, str]] = [dict(one.attrib) for one in tree.iter("meta")]
    title = _said(tags, "og:title", "twitter:title") or _title(tree)
    address = _canonical(tree, tags, url)
    linked = linked_data.stated(_scripts(tree), title, address)
    heads, changed = meta.dates(tags)
    places = Places(tree, title)
    seen = shown(tree, places)
    headline = places.headline.text_content() if places.headline is not None else None
    if headline is not None and len(headline.strip()) < _NAME_OF_SITE:
        headline = None
    called = next((words for words in (linked.headline, _said(tags, "og:title"), headline, title) if words), None)
    groups = (
        (Signal.JSON_LD, [linked.published] if linked.published and not linked.page else []),
        (Signal.META, heads[:2]),
        (Signal.JSON_LD, [linked.published] if linked.published and linked.page else []),
        (Signal.TIME, list(seen.times)),
        (Signal.URL, [day for day in (address_date(address) or address_date(url),) if day]),
        (Signal.BYLINE, list(seen.lines)),
        (Signal.SCRIPT, _scripted(tree)),
    )
    return Signals(
        candidates=tuple(DctCandidate(date=one, signal=signal) for signal, dates in groups for one in dates),
        modified=linked.modified or changed or seen.modified,
        title=_clean(called) if called else None,
        outlet=linked.outlet or _said(tags, "og:site_name"),
        url=address,
        locale=tree.get("lang") if _region(tree.get("lang")) else _said(tags, "og:locale"),
        free=linked.free,
    )


def _region(locale: str | None) -> bool:
    return bool(locale and _LANGUAGE.fullmatch(locale) and re.search(r"[-_]", locale))


def _clean(words: str) -> str:
    return " ".join(html.unescape(words).split())


def _said(tags: list[dict[str, str]], *names: str) -> str | None:
    for name in names:
        for tag in tags:
            content = (tag.get("content") or "").strip()
            if content and name in {(tag.get("property") or "").lower(), (tag.get("name") or "").lower()}:
                return content
    return None


def _title(tree: Any) -> str | None:
    found = tree.findtext(".//title")
    return " ".join(found.split()) if found and found.strip() else None


def _canonical(tree: Any, tags: list[dict[str, str]], url: str | None) -> str | None:
    """What the page calls its address, if that is a whole one; else where it was found."""
    links = [
        one.get("href") or "" for one in tree.iter("link") if "canonical" in (one.get("rel") or "").lower().split()
    ]
    for said in (*links, _said(tags, "og:url") or ""):
        whole = urljoin(url or "", said.strip()) if said.strip() else ""
        if whole.startswith(("http://", "https://")) and whole.count("/") > 2 and whole.rstrip("/").count("/") > 2:
            return whole
    return url


def _scripts(tree: Any) -> list[str]:
    return [one.text for one in tree.iter("script") if "ld+json" in (one.get("type") or "").lower() and one.text]


def _may_tell(script: Any) -> bool:
    """Most scripts are code: looking for two short words first costs a tenth."""
    words = script.text.lower()
    return ("publi" in words or "pubdate" in words or "pub_date" in words) and "ld+json" not in (
        script.get("type") or ""
    ).lower()


def _scripted(tree: Any) -> list[str]:
    """From the data that scripts build the page with, where all of it agrees on one day."""
    found: dict[str, str] = {}
    for one in tree.iter("script"):
        if one.text and len(one.text) <= _MOST_SCRIPT and _may_tell(one):
            for match in _SCRIPTED.finditer(one.text):
                written = iso(match[1])
                if written and _DAY.match(written):
                    found.setdefault(written[:10], written)
    return list(found.values()) if len(found) == 1 else []
