"""The dates that a page shows: those it marks up, and the line under the headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.ingest.page.introductions import CHANGED, CREATED, DATEISH, segments, spelled
from timeline.ingest.page.marked_times import LONGEST, Found, times
from timeline.ingest.page.places import Element, Places, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNMARKED: Final = 14
"""Words that a line with nothing but the date, the place and the author may have: a longer one tells of something."""
_LEAST_TOLD: Final = 7
"""Words of a sentence; shorter ones end in "a.m." and the like."""
_LEADING: Final = 4
_APART: Final = re.compile(r"[,;:|·•()/—–]|\s-\s")
_DIGIT: Final = re.compile(r"\d")
_SENTENCE_END: Final = re.compile(r"[^\W\d_]{4,}[.!?…][»”\"]?$")
_AFTER, _BEFORE = 160, 60
"""Elements around the headline among which its date is looked for."""
_CLASS: Final = re.compile(
    r"date|publi|time(?!line)|posted|byline|meta(?:data|info)?\b|dateline|datum|fecha|zeit", re.IGNORECASE
)
_LINES: Final = frozenset({
    "p", "div", "span", "li", "td", "dd", "small", "em", "strong", "b", "i", "a", "time", "address", "header", "section",
    "ul", "dl", "h2", "h3", "h4", "h5", "h6", "abbr", "font", "center", "details", "summary", "label", "cite",
})  # fmt: skip


class Shown(NamedTuple):
    """Each best first: ISO where it is written so, else words. `times` are marked up, `lines` only to be read."""

    times: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    modified: str | None = None


def shown(tree: Element, places: Places) -> Shown:
    lines = list(_lines(tree, places))
    marked = [one for one in times(tree, places) if one.named or one.modified or not _after_a_line(one, lines, places)]
    later = [one.value for one in (*marked, *lines) if one.modified]
    return Shown(_best(marked), _best(lines), later[0] if later else None)


def _after_a_line(time: Found, lines: list[Found], places: Places) -> bool:
    """A time that nothing says what it is of, when the line with the date stands before it: a fixture, an entry of a log."""
    above = (one.element for one in lines if not one.modified and places.distance(one.element) >= 0)
    inside = set(time.element.iterancestors()) | set(time.element.iter())
    return any(places.distance(one) < places.distance(time.element) and one not in inside for one in above)


def _best(found: list[Found]) -> tuple[str, ...]:
    ranked = sorted((one for one in found if not one.modified), key=lambda one: -one.score)
    top = ranked[0].score if ranked else 0
    return tuple(dict.fromkeys(one.value for one in ranked if one.score == top))[:1]


def _lines(tree: Element, places: Places) -> Iterator[Found]:
    taken: set[Element] = set()
    for element, near in _near(tree, places):
        if element in taken or element.tag not in _LINES:
            continue
        words = words_of(element, LONGEST)
        if words is None or not DATEISH.search(words):
            yield from _loose(element, places, near) if words is None else ()
            continue
        taken.update(element.iter())
        if not places.foreign(element) and not places.captions(element):
            named = f"{element.get('class') or ''} {element.get('id') or ''}"
            named += " ".join(f"{one.get('class') or ''}" for one in element.iter() if isinstance(one.tag, str))
            yield from _read(words, named, near, element)


def _loose(element: Element, places: Places, near: int) -> Iterator[Found]:
    """Lines that stand bare between elements, in something larger."""
    for piece in (element.text, *(child.tail for child in element)):
        words = " ".join((piece or "").split())
        if words and len(words) <= LONGEST and DATEISH.search(words) and not places.foreign(element):
            yield from _read(words, "", near, element)


def _read(words: str, named: str, near: int, element: Element) -> Iterator[Found]:
    parts = [(kind, part) for kind, part in segments(words) if DATEISH.search(part) and kind != "other"]
    called_changed = bool(CHANGED.search(named)) and not CREATED.search(named)
    says_which = any(kind == "modified" for kind, _ in parts)
    for kind, part in parts:
        if kind == "modified" or (kind is None and called_changed and not says_which):
            yield Found(spelled(part), 0, modified=True, element=element)
        elif kind == "published":
            yield Found(spelled(part), 200 + near, modified=False, element=element)
        elif near and len(part.split()) <= _UNMARKED and not _tells(part):
            yield Found(spelled(part), 15 * bool(_CLASS.search(named)) + near, modified=False, element=element)


def _tells(line: str) -> bool:
    """A sentence, which speaks of a day and not of its own: it ends as one, or words that are no names lead up to the day."""
    if len(line.split()) >= _LEAST_TOLD and _SENTENCE_END.search(line.rstrip()):
        return True
    leading = _APART.split(_DIGIT.split(line, maxsplit=1)[0])[-1]
    return sum(str(word).islower() for word in leading.split()) >= _LEADING


def _near(tree: Element, places: Places) -> Iterator[tuple[Element, int]]:
    """Elements in order, with how near to the headline they stand; 0: only a line that says what it is counts."""
    body = tree.find("body")
    elements = (one for one in (tree if body is None else body).iter() if isinstance(one.tag, str))
    for number, element in enumerate(elements):
        if places.headline is None:
            yield element, 10 if number < _AFTER else 0
            continue
        distance = places.distance(element)
        close = -_BEFORE <= distance <= _AFTER and places.begins(element)
        apart = places.heads_the_page(element) if distance < 0 else places.beside(element)
        yield element, max(1, 40 - abs(distance) // 4) if close and not apart else 0
