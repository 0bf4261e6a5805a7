"""The article on a page, without what stands around it: text and what the page says of itself, by trafilatura."""

from __future__ import annotations

import logging
import warnings
from typing import Any, Final, NamedTuple

_LATEST: Final = "2099-12-31"
"""Without a bound, htmldate would ask the clock; a day that is still to come is told where "today" is known."""


class MainText(NamedTuple):
    """`date`: what htmldate makes of the page, an ISO day."""

    text: str = ""
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: str | None = None


def main_text(tree: Any, url: str | None = None, *, dated: bool = False) -> MainText:
    """Of a parsed page (`lxml`). Its paragraphs are apart by a blank line. The tree stays as it is.

    `dated`: its day is known well enough that htmldate need not read all the words of the page for it, which may take
    longer than all the rest.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  # half a second that only those who read pages pay
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415

    for library in ("trafilatura", "htmldate"):  # what they think of a page is said by our own findings
        logging.getLogger(library).setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the names of time zones on pages, which no parser knows
        about = extract_metadata(tree, url, {"original_date": True, "extensive_search": not dated, "max_date": _LATEST})
        found = bare_extraction(tree, url=url or about.url, include_comments=False)
    return MainText(
        text=_paragraphs(getattr(found, "text", None) or ""),
        title=about.title,
        author=about.author,
        outlet=about.sitename,
        url=about.url,
        date=about.date,
    )


def _paragraphs(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)
