"""The words by which a line of a page introduces a day: published, changed, or something else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from timeline.lang.yaml_data import read

if TYPE_CHECKING:
    from collections.abc import Iterator

DATEISH: Final = re.compile(
    r"(?:19|20)\d\d|(?<!\d)\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2}(?!\d)|(?<!\d)\d{1,2}·\d{1,2}·\d{2}(?!\d)"
)
CHANGED: Final = re.compile(r"modif|updat|aktualis|bijgewerkt|mise?-a-jour|maj\b", re.IGNORECASE)
"""What elements and attributes are called that hold the day of a change, and of the publication."""
CREATED: Final = re.compile(
    r"publish|publi(?:e|cado|cation)|entry-date|post-date|posted|created|datePublished", re.IGNORECASE
)
_JOINED: Final = re.compile(r"(?<!\d)(\d{1,2})[.·]([^\W\d]{3,9})[.·]?((?:19|20)\d\d)(?!\d)")
_MIDDLE: Final = re.compile(r"(?<!\d)(\d{1,2})·(\d{1,2})·(\d{2}|\d{4})(?!\d)")


@cache
def _markers() -> re.Pattern[str]:
    data = read("page-dates.yaml")
    groups = (f"(?P<{kind}>{'|'.join(data[kind])})" for kind in ("modified", "published", "other"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})", re.IGNORECASE)


def segments(words: str) -> Iterator[tuple[str | None, str]]:
    """The parts of a line, each with the sort of the words that introduce it: published, modified, other."""
    kind: str | None = None
    last = 0
    for mark in _markers().finditer(words):
        yield kind, words[last : mark.start()]
        kind, last = mark.lastgroup, mark.end()
    yield kind, words[last:].strip(" :–—-|·•,")


def spelled(words: str) -> str:
    """With the dates of designers (`17.oct.2025`, `17·10·25`) as they are written elsewhere."""
    return _MIDDLE.sub(r"\1.\2.\3", _JOINED.sub(r"\1 \2 \3", words))
