"""Where things stand on a page: the headline, and what belongs to other articles, to comments, to the frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = Any
"""An element of lxml, which has no types."""

_FOREIGN: Final = re.compile(
    r"comment|relat|recommend|sidebar|teaser|promo|most-?read|popular|trending|also|more-?(?:news|stor|from|on)|latest|"
    r"widget|newsletter|footer|copyright|read-?(?:more|next)|a-lire|carousel|recirc|outbrain|taboola|breadcrumb|ticker|"
    r"next-?(?:post|article)|prev(?:ious)?-?(?:post|article)|card-list|archive|calendar|cookie|navbar|site-?header|"
    r"masthead|top-?bar|current-?(?:date|time)|today|event-date|reactions?|replies|weather|author-bio",
    re.IGNORECASE,
)
_FRAME: Final = frozenset({"aside", "footer", "nav"})
_OUTER: Final = frozenset({"html", "body"})
_HEADINGS: Final = "//h1"
_LEAST_ALIKE: Final = 8


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
        for one in found:
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
