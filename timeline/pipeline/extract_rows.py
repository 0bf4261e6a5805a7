"""The claims of one text of a batch, or of one article, without a ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.diagnostics import Diagnostic, Where
from timeline.ingest.language import detect
from timeline.model.document import Document
from timeline.model.extraction import Extraction
from timeline.model.vocabulary import Breadth, WeekStart
from timeline.pipeline.article import document_of
from timeline.pipeline.dating import dated
from timeline.pipeline.extracting import claim_rows, extracted
from timeline.pipeline.parsing import parsed
from timeline.pipeline.request import Request, findings_of
from timeline.pipeline.rows import Found, Row
from timeline.pipeline.weeks import in_weeks

if TYPE_CHECKING:
    from timeline.text.parse import Parse


def extract_rows(
    rows: Sequence[Row], timezone: str, week_start: WeekStart | None = None, breadth: Breadth = Breadth.NEWS
) -> list[Callable[[], Found]]:
    """The texts of some rows are parsed together. Claims without a publication day would be guesses: E105, and none."""
    documents = [Document(text=row.text, language=_language(row)) for row in rows]
    parses = parsed(documents)
    return [partial(_extract, *one, timezone, week_start, breadth) for one in zip(rows, documents, parses, strict=True)]


def _language(row: Row) -> str | None:
    return row.language.lower().partition("-")[0] if row.language else detect(row.text)


def _extract(
    row: Row,
    document: Document,
    parse: Parse | None,
    timezone: str,
    week_start: WeekStart | None,
    breadth: Breadth,
) -> Found:
    dct, doubts = row.created(timezone)
    if dct is None:
        return [], doubts or (Diagnostic("E105", "nothing says when it was published", hint='give it as "dct"'),)
    found = extracted(document, in_weeks(dct, week_start, row.language), parse, breadth=breadth)
    return _rows(found.extraction), (*doubts, *found.findings)


def _rows(found: Extraction | None) -> list[dict[str, Any]]:
    return [] if found is None else claim_rows(found)


class Article(NamedTuple):
    """`claims` as rows; `failed`: it could not be read, the findings say why."""

    name: str
    claims: list[dict[str, Any]]
    findings: tuple[Diagnostic, ...] = ()
    failed: bool = False


def extract_article(request: Request, today: date, timezone: str, week_start: WeekStart | None = None) -> Article:
    """Never raises for what is wrong with the article: that is in the findings."""
    try:
        document = document_of(request)
        published = dated(document, request.published, today, timezone)
        created = in_weeks(published, week_start, request.language)
        found = extracted(document, created, breadth=request.breadth)
    except Exception as error:  # noqa: BLE001  one article that trips a rule must not stop those after it
        return Article(request.name, [], findings_of(error, request.name), failed=True)
    nothing = found.extraction is not None and not found.extraction.events
    told = (*found.findings, *((Diagnostic("W107", "nothing in it was recognised as an event"),) if nothing else ()))
    placed = tuple(Diagnostic(one.code, one.message, Where(request.name), one.hint) for one in told)
    return Article(request.name, _rows(found.extraction), placed)
