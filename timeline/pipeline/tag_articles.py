"""The timexes of articles: their own front matter says when they were published, unless somebody does."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import SourceError
from timeline.model.document import Dct, Document
from timeline.model.vocabulary import WeekStart
from timeline.pipeline.article import document_of
from timeline.pipeline.dating import dated
from timeline.pipeline.request import Request, findings_of
from timeline.pipeline.tagging import Genre, Tagged, tagged
from timeline.pipeline.weeks import in_weeks


class TaggedArticle(NamedTuple):
    """`failed`: it could not be read; the findings say why, and there is no text."""

    name: str
    text: str = ""
    dct: Dct | None = None
    tagged: Tagged = Tagged()
    findings: tuple[Diagnostic, ...] = ()
    failed: bool = False


def tag_article(
    request: Request,
    genre: Genre | None,
    today: date,
    timezone: str,
    *,
    tree: bool = False,
    week_start: WeekStart | None = None,
) -> TaggedArticle:
    """Never raises for what is wrong with the article: that is in the findings."""
    try:
        document = document_of(request)
        found = _dated(document, request.published, today, timezone)
        found = in_weeks(found, week_start, request.language) if found else None
        read = tagged(document.text, found, document.language, genre, tree=tree)
    except Exception as error:  # noqa: BLE001  one article that trips a rule must not stop those after it
        return TaggedArticle(request.name, findings=findings_of(error, request.name), failed=True)
    placed = tuple(Diagnostic(one.code, one.message, Where(request.name), one.hint) for one in read.findings)
    return TaggedArticle(request.name, document.text, found, read, placed)


def _dated(document: Document, given: str | None, today: date, timezone: str) -> Dct | None:
    try:
        return dated(document, given, today, timezone)
    except SourceError as error:
        if any(finding.code == "E105" for finding in error.findings):
            return None
        raise
