"""The dates that a page shows: `<time>`, microdata, and the line under the headline."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from timeline.ingest.page.moments import iso
from timeline.ingest.page.places import Element, Places, words_of
from timeline.lang.yaml_data import read

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 160
_UNMARKED: Final = 14
"""Words that a line with nothing but the date, the place and the author may have: a longer one tells of something."""
_AFTER, _BEFORE = 160, 60
"""Elements around the headline among which its date is looked for."""
_PROSE: Final = 260
_DATEISH: Final = re.compile(r"(?:19|20)\d\d|(?<!\d)\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2}(?!\d)")
_CLASS: Final = re.compile(
    r"date|publi|time(?!line)|posted|byline|meta(?:data|info)?\b|dateline|datum|fecha|zeit", re.IGNORECASE
)
_CHANGED: Final = re.compile(r"modif|updat|aktualis|bijgewerkt|mise?-a-jour|maj\b", re.IGNORECASE)
_CREATED: Final = re.compile(
    r"publish|publi(?:e|cado|cation)|entry-date|post-date|posted|created|datePublished", re.IGNORECASE
)
_LINES: Final = frozenset({
    "p", "div", "span", "li", "td", "dd", "small", "em", "strong", "b", "i", "a", "time", "address", "header", "section",
    "ul", "dl", "h2", "h3", "h4", "h5", "h6", "abbr", "font", "center", "figcaption", "label", "cite",
})  # fmt: skip


class Shown(NamedTuple):
    """Each best first: ISO where it is written so, else words. `times` are marked up, `lines` only to be read."""

    times: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    modified: str | None = None


class _Found(NamedTuple):
    value: str
    score: int
    modified: bool


def shown(tree: Element, places: Places) -> Shown:
    times = list(_times(tree, places))
    lines = list(_lines(tree, places))
    later = [one.value for one in (*times, *lines) if one.modified]
    return Shown(_best(times), _best(lines), later[0] if later else None)


def _best(found: list[_Found]) -> tuple[str, ...]:
    ranked = sorted((one for one in found if not one.modified), key=lambda one: -one.score)
    top = ranked[0].score if ranked else 0
    return tuple(dict.fromkeys(one.value for one in ranked if one.score == top))[:1]


_MARKED: Final = (
    "//time | //*[@itemprop='datePublished' or @itemprop='dateModified' or @itemprop='dateCreated'][not(self::meta)]"
    " | //abbr[contains(@class,'published')][@title]"
    " | //*[@data-timestamp or @data-datetime or @data-published or @data-epoch][not(self::time)]"
)


def _times(tree: Element, places: Places) -> Iterator[_Found]:
    order = _positions(tree, places)
    for element in tree.xpath(_MARKED):
        said = _attribute(element)
        value = iso(said) if said else iso(words_of(element, _LONGEST))
        prop = element.get("itemprop") or ""
        if value is None or places.foreign(element) or (not prop and _inside_prose(element)):
            continue
        named = f"{element.get('class') or ''} {prop} {element.get('pubdate') or ''} {element.get('id') or ''}"
        mark = _mark_before(element)
        if mark == "other":
            continue
        changed = bool(_CHANGED.search(named)) or (mark == "modified" and not prop)
        score = 100 * (prop == "datePublished") + 50 * bool(_CREATED.search(named)) + 60 * (mark == "published")
        yield _Found(value, score + order(element), changed)


def _attribute(element: Element) -> str | None:
    """What is written for programs; the title only where the microformat puts a date there."""
    names = ("content", "datetime", "data-datetime", "data-published", "data-timestamp", "data-epoch")
    found = next((element.get(name) for name in names if element.get(name)), None)
    return found or (element.get("title") if element.tag == "abbr" else None)


def _positions(tree: Element, places: Places) -> Any:
    """How near to the headline an element stands, from 0 to 40: after it is nearer than before it."""
    if places.headline is None:
        return lambda _: 0
    place = {element: number for number, element in enumerate(tree.iter())}
    start = place[places.headline]

    def near(element: Element) -> int:
        distance = place.get(element, 0) - start
        return max(0, 40 - distance // 10) if distance >= 0 else max(0, 30 + distance // 5)

    return near


def _inside_prose(element: Element) -> bool:
    """A time that a sentence of the article speaks of."""
    parent = element.getparent()
    while parent is not None and parent.tag in {"span", "em", "strong", "b", "i", "a"}:
        parent = parent.getparent()
    return parent is not None and parent.tag == "p" and words_of(parent, _LONGEST) is None


def _mark_before(element: Element) -> str | None:
    """The sort of the words just before, in the same line."""
    previous = element.getprevious()
    words = (element.getparent().text or "") if previous is None and element.getparent() is not None else ""
    if previous is not None:
        words = f"{words_of(previous, _LONGEST) or ''} {previous.tail or ''}"
    words = f"{words} {words_of(element, _LONGEST) or ''}"
    last = [kind for kind, _ in _segments(words) if kind]
    return last[-1] if last else None


def _lines(tree: Element, places: Places) -> Iterator[_Found]:
    taken: set[Element] = set()
    for element, near in _near(tree, places):
        if element in taken or element.tag not in _LINES:
            continue
        words = words_of(element, _LONGEST)
        if words is None or not _DATEISH.search(words):
            yield from _loose(element, places, near) if words is None else ()
            continue
        taken.update(element.iter())
        if not places.foreign(element):
            named = f"{element.get('class') or ''} {element.get('id') or ''}"
            named += " ".join(f"{one.get('class') or ''}" for one in element.iter() if isinstance(one.tag, str))
            yield from _read(words, named, near)


def _loose(element: Element, places: Places, near: int) -> Iterator[_Found]:
    """Lines that stand bare between elements, in something larger."""
    for piece in (element.text, *(child.tail for child in element)):
        words = " ".join((piece or "").split())
        if words and len(words) <= _LONGEST and _DATEISH.search(words) and not places.foreign(element):
            yield from _read(words, "", near)


def _read(words: str, named: str, near: int) -> Iterator[_Found]:
    for kind, part in _segments(words):
        if not _DATEISH.search(part) or kind == "other":
            continue
        if kind == "modified" or (kind is None and _CHANGED.search(named) and not _CREATED.search(named)):
            yield _Found(part, 0, modified=True)
        elif kind == "published":
            yield _Found(part, 200 + near, modified=False)
        elif near and len(part.split()) <= _UNMARKED:
            yield _Found(part, 100 * bool(_CLASS.search(named)) + near, modified=False)


def _near(tree: Element, places: Places) -> Iterator[tuple[Element, int]]:
    """Elements in order, with how near to the headline they stand; 0: only a line that says what it is counts."""
    body = tree.find("body")
    elements = [one for one in (tree if body is None else body).iter() if isinstance(one.tag, str)]
    start = elements.index(places.headline) if places.headline in elements else -1
    prose = 0
    for number, element in enumerate(elements):
        distance = number - start
        if element.tag == "p" and distance > 0 and words_of(element, _PROSE) is None:
            prose += 1
        if start < 0:
            yield element, 10 if number < _AFTER else 0
        elif distance < 0:
            yield element, 20 if -distance <= _BEFORE else 0
        else:
            yield element, 40 if distance <= _AFTER and prose < 1 else 0


@cache
def _markers() -> re.Pattern[str]:
    data = read("page-dates.yaml")
    groups = (f"(?P<{kind}>{'|'.join(data[kind])})" for kind in ("modified", "published", "other"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})", re.IGNORECASE)


def _segments(words: str) -> Iterator[tuple[str | None, str]]:
    """The parts of a line, each with the sort of the words that introduce it."""
    kind: str | None = None
    last = 0
    for mark in _markers().finditer(words):
        yield kind, words[last : mark.start()]
        kind, last = mark.lastgroup, mark.end()
    yield kind, words[last:].strip(" :–—-|·•,")
