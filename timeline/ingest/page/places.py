"""Where things stand on a page: the headline, and what belongs to other articles, to comments, to the frame."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = Any
"""An element of lxml, which has no types."""

_FOREIGN: Final = re.compile(
    r"comment|relat(?:ed|ion)|recommend|sidebar|teaser|promo|most-?read|popular|trending|also|more-?(?:news|stor|from|on)|"
    r"latest|(?<!elementor-)widget|newsletter|footer|copyright|read-?(?:more|next)|a-lire|carousel|recirc|outbrain|taboola|"
    r"next-?(?:post|article)|prev(?:ious)?-?(?:post|article)|card-list|archive|(?<!fa-)(?<!icon-)calendar|cookie|navbar|"
    r"masthead|top-?bar|current-?(?:date|time)|today|event-date|reactions?|replies|weather|author-bio|breadcrumb|ticker|"
    r"site-?header|countdown|fixture|meist-?gelesen|mas-?le[ií]d|mais-?lid|plus-?lus|piu-?letti|puede-?interesar|lees-?ook|"
    r"leserbrief|kommentar|comentario|reactie|voir-?aussi|sur-le-meme|read-also|ver-?tambien",
    re.IGNORECASE,
)
_FRAME: Final = frozenset({"aside", "footer", "nav"})
_HOLDERS: Final = frozenset({"article", "main"})
_CAPTIONS: Final = frozenset({"figure", "figcaption", "picture", "video"})
_UNSHOWN: Final = frozenset({"script", "style", "noscript", "template"})
_TOLD: Final = 260
"""Characters of a paragraph that is no deck any more: with it, the article is under way."""
_LEAST_TOLD: Final = 80
"""Characters of a paragraph that may be a deck: with the second, the article is under way."""
_LITTLE: Final = 120
"""Characters between a date above the headline and the headline: a section, a place, an author; more is the frame of the page."""
_OUTER: Final = frozenset({"html", "body"})
_HEADINGS: Final = "//h1"
_LOWER: Final = "//h2 | //h3 | //*[@itemprop='headline'][not(self::meta)]"
"""Where blogs have theirs, below the name of the site."""
_LEAST_ALIKE: Final = 8


class Place(NamedTuple):
    """The number of an element in the order of the page, and the characters that are shown before it."""

    number: int
    shown: int


class Places:
    """Answers for one page. `title`: what the head of the page calls the article."""

    def __init__(self, tree: Element, title: str | None) -> None:
        self._tree: Final = tree
        self.headline: Final = _headline(tree, title)
        self._around: Final = frozenset(self.headline.iterancestors()) if self.headline is not None else frozenset()
        self._known: Final[dict[Element, bool]] = {}

    def foreign(self, element: Element) -> bool:
        """In a part of the page that is not the article. What holds the headline is never foreign."""
        chain: list[Element] = []
        found = False
        for one in (element, *element.iterancestors()):
            if one in self._known:
                found = self._known[one]
                break
            chain.append(one)
        for one in reversed(chain):
            found = found or self._names_other(one)
            if one in self._around:
                found = False
            self._known[one] = found
        return found

    @cached_property
    def _order(self) -> dict[Element, Place]:
        found: dict[Element, Place] = {}
        shown = 0
        for number, one in enumerate(self._tree.iter()):
            found[one] = Place(number, shown)
            if one.tag not in _UNSHOWN and isinstance(one.tag, str):
                shown += len((one.text or "").strip())
            shown += len((one.tail or "").strip())
        return found

    @cached_property
    def _holder(self) -> Element | None:
        """What holds the article: the outermost element that says so, else the innermost with the headline and its prose."""
        if self.headline is None:
            return None
        around = list(self.headline.iterancestors())
        prose = self._prose
        if prose is not None:
            held = frozenset(prose.iterancestors())
            around = [one for one in around if one in held]
        marked = [one for one in around if one.tag in _HOLDERS]
        if marked:
            return marked[-1]
        return around[0] if prose is not None and around else None

    def distance(self, element: Element) -> int:
        """Elements from the headline on; negative before it, 0 where there is no headline."""
        if self.headline is None:
            return 0
        return self._order[element].number - self._order[self.headline].number

    def heads_the_page(self, element: Element) -> bool:
        """Before the headline and not with it: in the frame of the page, which shows what day it is today."""
        if self.distance(element) >= 0 or element in self._around:
            return False
        if self.beside(element):
            return True
        between = self._order[self.headline].shown - self._order[element].shown
        return between - len(element.text_content().strip()) > _LITTLE

    @cached_property
    def _prose(self) -> Element | None:
        """The paragraph with which the article is under way."""
        decks = 0
        for one in self._tree.iter("p"):
            length = len(one.text_content().strip()) if self.distance(one) > 0 and not self.foreign(one) else 0
            decks += length > _LEAST_TOLD
            if decks > 1 or length > _TOLD:
                return one
        return None

    def begins(self, element: Element) -> bool:
        """Before the article is under way."""
        return self._prose is None or self._order[element].number < self._order[self._prose].number

    def beside(self, element: Element) -> bool:
        """Outside what holds the article."""
        return self._holder is not None and self._holder not in element.iterancestors()

    def captions(self, element: Element) -> bool:
        """In a picture or in what stands below it."""
        chain = (element, *element.iterancestors())
        return any(one.tag in _CAPTIONS and one not in self._around for one in chain)

    def _names_other(self, element: Element) -> bool:
        if element in self._around or element.tag in _OUTER:
            return False
        if element.tag in _FRAME or (element.tag == "article" and self._apart(element)):
            return True
        return bool(_FOREIGN.search(f"{element.get('class') or ''} {element.get('id') or ''}"))

    def _apart(self, article: Element) -> bool:
        """An `<article>` beside the one with the headline, or inside it."""
        return any(one.tag == "article" for one in self._around) and article not in self._around


def _headline(tree: Element, title: str | None) -> Element | None:
    found = [one for one in tree.xpath(_HEADINGS) if one.text_content().strip()]
    if title:
        wanted = _plain(title)
        for one in (*found, *tree.xpath(_LOWER)):
            words = _plain(one.text_content())
            if len(words) >= _LEAST_ALIKE and (words in wanted or wanted in words):
                return one
    return found[0] if len(found) == 1 else next((one for one in found if len(one.text_content()) > 20), None)


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def words_of(element: Element, most: int) -> str | None:
    """The text of an element on one line, unless it is longer than `most`."""
    parts: list[str] = []
    length = 0
    for piece in _pieces(element):
        parts.append(piece)
        length += len(piece.strip())
        if length > most:
            return None
    return " ".join(" ".join(parts).split())


def _pieces(element: Element) -> Iterator[str]:
    for one in element.iter():
        if one is not element and isinstance(one.tag, str) and one.tag in {"script", "style"}:
            if one.tail:
                yield one.tail
            continue
        if one.text and isinstance(one.tag, str):
            yield one.text
        if one is not element and one.tail:
            yield one.tail
