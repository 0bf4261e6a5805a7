"""One article, from its file to the changes it makes to a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from timeline.config import Settings
from timeline.diagnostics import Diagnostic, Severity, Where
from timeline.errors import SourceError
from timeline.ingest import language
from timeline.ingest.contents import Content, read_content
from timeline.ingest.readers import reader_for
from timeline.link import ids
from timeline.link.propose import propose
from timeline.model.change import AddClaim, AddEvent, AddSource, Change, ReplaceSource
from timeline.model.document import Dct, Document
from timeline.model.extraction import Extraction
from timeline.model.ledger import Claim, Event, Judgement, Ledger, Source
from timeline.model.vocabulary import Stance
from timeline.pipeline.confidence import accepted
from timeline.pipeline.dating import believed, weighed
from timeline.pipeline.extracting import Extracted, claims_pack, extracted
from timeline.pipeline.keeping import kept_under
from timeline.pipeline.known import kept, refuse_other_date, same_text, unread
from timeline.pipeline.request import Reading, Request
from timeline.pipeline.weeks import in_weeks
from timeline.text.layout import headline

if TYPE_CHECKING:
    from timeline.text.parse import Parse


def read_article(request: Request, ledger: Ledger, settings: Settings) -> Reading:
    """Raises `SourceError` (E101 to E106) or `DateError`; whatever else is found comes with the reading."""
    return read_document(request, document_of(request), ledger, settings)


def read_document(
    request: Request, document: Document, ledger: Ledger, settings: Settings, begun: Parse | Extracted | None = None
) -> Reading:
    """As `read_article`, for one whose file is read already. `begun`: its trees, or its claims, where they are there too."""
    _refuse_no_article(document)
    zone = ledger.timezone
    known = same_text(document, ledger)
    given = request.published
    if known is not None and given is None and not document.candidates:
        if not request.replace:
            return _already(request, known)
        given = known.published
    signs = weighed(document, given, settings.today, zone)
    dct = in_weeks(believed(signs), settings.week_start or ledger.week_start, request.language)
    if known is not None and not request.replace:
        refuse_other_date(known, dct, request.name, zone)
        return _already(request, known)
    page = kept_under(request) or (known.page if known is not None else None)
    source = _source(document, dct, ledger, settings).model_copy(update={"modified": signs.modified, "page": page})
    _, finding = claims_pack(document.language)
    if finding is not None:
        change = kept(document, source, known)
        placed = Diagnostic(finding.code, finding.message, Where(request.name), finding.hint)
        return Reading(request, change.source.id, (change,), findings=(*document.findings, *signs.findings, placed))
    reading = _read(request, _Text(document, dct, begun), _Desk(unread(ledger, known), source, settings))
    return replace(reading, findings=(*document.findings, *signs.findings, *reading.findings))


class _Text(NamedTuple):
    """What there is to read."""

    document: Document
    dct: Dct
    begun: Parse | Extracted | None


class _Desk(NamedTuple):
    """What the claims of an article are linked to."""

    ledger: Ledger
    source: Source
    settings: Settings


def document_of(request: Request) -> Document:
    """The article as its reader gives it, with what was given beside it, and its language recognised. Raises `SourceError`."""
    document = _opened(request)
    document = document.model_copy(update={"candidates": (*document.candidates, *request.candidates)})
    given = {name: getattr(request, name) for name in ("title", "outlet", "url", "language")}
    document = document.model_copy(update={name: value for name, value in given.items() if value is not None})
    code = document.language.lower().partition("-")[0] if document.language else language.detect(document.text)
    return document if code == document.language else document.model_copy(update={"language": code})


def _opened(request: Request) -> Document:
    if request.error is not None:
        raise request.error
    if request.document is not None:
        return request.document
    if request.content is not None:
        return read_content(Content(request.content, request.type, request.charset, request.found_at), request.name)
    return reader_for(request.path)(request.path)


def _refuse_no_article(document: Document) -> None:
    """Raises `SourceError` for a page that can be looked at and is no article: a stub, a menu."""
    wrong = [finding for finding in document.findings if finding.severity is Severity.ERROR]
    if wrong:
        raise SourceError(wrong[0].render(), findings=wrong)


def _already(request: Request, known: Source) -> Reading:
    finding = Diagnostic("I108", f"it is in the ledger as {known.id!r}", Where(request.name))
    return Reading(request, known.id, findings=(finding,), known=True)


def _source(document: Document, dct: Dct, ledger: Ledger, settings: Settings) -> Source:
    published = dct.time or dct.day
    return Source(
        id=ids.source_id(_outlet(document), document.title or _stem(document), published, ledger.sources),
        title=document.title or headline(document.text),
        outlet=document.outlet,
        author=document.author,
        url=document.url,
        published=published,
        signal=dct.signal,
        language=document.language,
        text=document.sha256,
        recorded=settings.now.isoformat(),
    )


def _outlet(document: Document) -> str | None:
    """For the id: the outlet, or the host of the address."""
    return document.outlet or (urlsplit(document.url).hostname if document.url else None)


def _stem(document: Document) -> str | None:
    return PurePath(document.path).stem if document.path else None


def _read(request: Request, text: _Text, desk: _Desk) -> Reading:
    """What an article adds in whose language claims are read."""
    begun = text.begun
    if isinstance(begun, Extracted):
        found = begun
    else:
        found = extracted(text.document, text.dct, begun, breadth=request.breadth)
    extraction = found.extraction or Extraction(language=str(text.document.language), by="none")
    stance = _stance(request, desk.settings)
    recorded = desk.settings.now.isoformat()
    proposal = propose(extraction, text.document, desk.source, desk.ledger, stance=stance, recorded=recorded)
    findings = found.findings
    if not extraction.events:
        findings = (*findings, Diagnostic("W107", "nothing in it was recognised as an event", Where(request.name)))
    changes = proposal.changes
    if request.accept_above is not None:
        sure = _accepted(desk.settings, f"score of at least {request.accept_above:g}")
        changes = accepted(changes, proposal.reasons, request.accept_above, sure)
    made = _made(changes, desk.ledger)
    return Reading(request, _source_id(changes), changes, made, findings, by=extraction.by)


def _source_id(changes: Sequence[Change]) -> str | None:
    """The id that the article's source has in the end."""
    return next((change.source.id for change in changes if isinstance(change, AddSource | ReplaceSource)), None)


def _stance(request: Request, settings: Settings) -> Judgement:
    return _accepted(settings) if request.accept else Judgement(stance=Stance.SUGGESTED)


def _accepted(settings: Settings, why: str | None = None) -> Judgement:
    return Judgement(stance=Stance.ACCEPTED, who=settings.who, at=settings.now.isoformat(), why=why)


def _made(changes: Sequence[Change], ledger: Ledger) -> tuple[tuple[Event, Claim], ...]:
    """The claims that changes add, each with its event."""
    made: list[tuple[Event, Claim]] = []
    for change in changes:
        if isinstance(change, AddEvent):
            made += [(change.event, claim) for claim in change.event.claims]
        elif isinstance(change, AddClaim):
            made.append((ledger.events[change.event], change.claim))
    return tuple(made)
