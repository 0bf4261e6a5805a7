"""The dates that a page marks up as such: `<time>`, microdata, RDFa, microformats, and attributes that scripts read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.ingest.page.introductions import CHANGED, CREATED, segments
from timeline.ingest.page.moments import iso
from timeline.ingest.page.places import Element, Places, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 160


class Found(NamedTuple):
    """`value`: ISO where it is written so, else words. The best has the highest score. `named`: the page says what it is."""

    value: str
    score: int
    modified: bool
    element: Element = None
    named: bool = False


_PROPERTIES: Final = (
    "datepublished",
    "datecreated",
    "datemodified",
    "dc:date",
    "dc:created",
    "dc:issued",
    "dc:modified",
)
_MARKED: Final = (
    "//time | //*[@itemprop='datePublished' or @itemprop='dateModified' or @itemprop='dateCreated'][not(self::meta)]"
    " | //*[@property and @content and not(self::meta)]"
    " | //*[@datetime][not(self::time or self::del or self::ins)]"
    " | //*[@title and contains(concat(' ', @class, ' '), 'published ')]"
    " | //*[@*[starts-with(name(), 'data-') and (contains(name(), 'date') or contains(name(), 'time')"
    " or contains(name(), 'publish') or contains(name(), 'epoch') or contains(name(), 'seconds'))]][not(self::time)]"
)
_ATTRIBUTE: Final = re.compile(
    r"data-(?!.*(?:valid|expir|event|start|end|count|today|now|current))[\w-]*(?:date|time|publish|epoch|seconds)[\w-]*"
)
_WRITTEN: Final = re.compile(r"(?:19[89]|20[0-4])\d-\d\d-\d\d")


def times(tree: Element, places: Places) -> Iterator[Found]:
    for element in tree.xpath(_MARKED):
        name, said = _attribute(element)
        value = iso(said) if said else _words(element)
        if value is None or _elsewhere(element, places):
            continue
        prop = element.get("itemprop") or element.get("property") or ""
        named = f"{element.get('class') or ''} {prop} {element.get('pubdate') or ''} {element.get('id') or ''} {name}"
        mark = _mark_before(element)
        if mark == "other" or (name and (places.beside(element) or not _WRITTEN.match(value))):
            continue
        created = bool(CREATED.search(named))
        if mark is None and not prop and _of_another(element, places, created=created):
            continue
        changed = (bool(CHANGED.search(named)) and not created) or (mark == "modified" and not prop)
        score = 100 * (prop == "datePublished") + 50 * created + 60 * (mark == "published")
        yield Found(value, score + _nearness(places.distance(element)), changed, element, named=score > 0)


def _of_another(element: Element, places: Places, *, created: bool) -> bool:
    """A time of which nothing is said, where lists of other articles stand: below the article, or outside of it."""
    if places.distance(element) < 0:
        return False
    return places.beside(element) or not (created or places.begins(element))


def _elsewhere(element: Element, places: Places) -> bool:
    """Of another article, of the frame of the page, of a picture, or of what a sentence speaks of."""
    if places.foreign(element):
        return True
    if element.get("itemprop"):
        return False
    return places.heads_the_page(element) or places.captions(element) or _inside_prose(element)


def _attribute(element: Element) -> tuple[str, str | None]:
    """What is written for programs, and the name of the attribute where it is the page's own invention; the title only where
    the microformat puts a date there.
    """
    if element.get("property") and not any(one in element.get("property").lower() for one in _PROPERTIES):
        return "", None
    for name in ("content", "datetime"):
        if element.get(name):
            return "", element.get(name)
    for name, value in element.attrib.items():
        if value and _ATTRIBUTE.fullmatch(name):
            return name, value
    return "", element.get("title") if "published" in (element.get("class") or "") else None


def _words(element: Element) -> str | None:
    shown = element.tag == "time" or element.get("itemprop")
    return iso(words_of(element, LONGEST)) if shown else None


def _nearness(distance: int) -> int:
    """From 0 to 40: after the headline is nearer than before it."""
    return max(0, 40 - distance // 10) if distance >= 0 else max(0, 30 + distance // 5)


def _inside_prose(element: Element) -> bool:
    """A time that a sentence of the article speaks of."""
    parent = element.getparent()
    while parent is not None and parent.tag in {"span", "em", "strong", "b", "i", "a"}:
        parent = parent.getparent()
    return parent is not None and parent.tag == "p" and words_of(parent, LONGEST) is None


def _mark_before(element: Any) -> str | None:
    """The sort of the words just before, in the same line, or with which it begins."""
    previous = element.getprevious()
    words = (element.getparent().text or "") if previous is None and element.getparent() is not None else ""
    if previous is not None:
        words = f"{words_of(previous, LONGEST) or ''} {previous.tail or ''}"
    before = [kind for kind, _ in segments(words) if kind]
    inside = [kind for kind, _ in segments(words_of(element, LONGEST) or "") if kind]
    return before[-1] if before else inside[0] if inside else None
