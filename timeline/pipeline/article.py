"""One article, from its file to the changes it makes to a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from timeline.claims.extract import extract
from timeline.config import Settings
from timeline.diagnostics import Diagnostic, Where
from timeline.ingest import language, plain
from timeline.ingest.readers import reader_for
from timeline.lang import packs, world
from timeline.link import ids
from timeline.link.propose import propose
from timeline.model.change import AddClaim, AddEvent, AddSource, Change, ReplaceSource
from timeline.model.document import Dct, Document
from timeline.model.ledger import Claim, Event, Judgement, Ledger, Source
from timeline.model.vocabulary import Stance
from timeline.pipeline.dating import dated
from timeline.pipeline.known import kept, refuse_other_date, same_text, unread
from timeline.pipeline.request import Reading, Request
from timeline.temporal.tag import tag
from timeline.text import parsers
from timeline.text.layout import headline

if TYPE_CHECKING:
    from timeline.lang.packs import LanguagePack


def read_article(request: Request, ledger: Ledger, settings: Settings) -> Reading:
    """Raises `SourceError` (E101 to E106) or `DateError`; whatever else is found comes with the reading."""
    document = document_of(request)
    known = same_text(document, ledger)
    given = request.published
    if known is not None and given is None and not document.candidates:
        if not request.replace:
            return _already(request, known)
        given = known.published
    dct = dated(document, given, settings.today, ledger.timezone)
    if known is not None and not request.replace:
        refuse_other_date(known, dct, request.name, ledger.timezone)
        return _already(request, known)
    source = _source(document, dct, ledger, settings)
    pack, finding = _pack(document, request.name)
    if pack is None:
        change = kept(document, source, known)
        return Reading(request, change.source.id, (change,), findings=(finding,) if finding else ())
    return _read(request, document, dct, pack, _Desk(unread(ledger, known), source, settings))


class _Desk(NamedTuple):
    """What the claims of an article are linked to."""

    ledger: Ledger
    source: Source
    settings: Settings


def document_of(request: Request) -> Document:
    """The article as its reader gives it, with what was given beside it, and its language recognised. Raises `SourceError`."""
    if request.content is None:
        document = reader_for(request.path)(request.path)
    else:
        document = plain.read_bytes(request.content, request.name)
    given = {name: getattr(request, name) for name in ("title", "outlet", "url", "language")}
    document = document.model_copy(update={name: value for name, value in given.items() if value is not None})
    if document.language is None:
        document = document.model_copy(update={"language": language.detect(document.text)})
    return document


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


def _pack(document: Document, name: str) -> tuple[LanguagePack | None, Diagnostic | None]:
    """W501 when the language has no pack: the article is kept all the same."""
    known = ", ".join(packs.having(packs.CLAIMS))
    if document.language is None:
        return None, Diagnostic("W501", f"its language is not recognised; known: {known}", Where(name))
    if document.language in packs.having(packs.CLAIMS):
        return packs.load(document.language), None
    return None, Diagnostic("W501", f"no claims are read in {document.language!r}; known: {known}", Where(name))


def _read(request: Request, document: Document, dct: Dct, pack: LanguagePack, desk: _Desk) -> Reading:
    parser, missing = parsers.load_or_surface(pack.code)
    parse = parser.parse(document.text)
    timexes = tag(document.text, pack, dct, parse=parse)
    extraction = extract(document, timexes, parse, pack, world.load(pack.code), dct)
    stance = _stance(request, desk.settings)
    recorded = desk.settings.now.isoformat()
    proposal = propose(extraction, document, desk.source, desk.ledger, stance=stance, recorded=recorded)
    findings = (missing,) if missing else ()
    if not extraction.events:
        findings = (*findings, Diagnostic("W107", "nothing in it was recognised as an event", Where(request.name)))
    changes = proposal.changes
    return Reading(request, _source_id(changes), changes, _made(changes, desk.ledger), findings, by=parser.by)


def _source_id(changes: Sequence[Change]) -> str | None:
    """The id that the article's source has in the end."""
    return next((change.source.id for change in changes if isinstance(change, AddSource | ReplaceSource)), None)


def _stance(request: Request, settings: Settings) -> Judgement:
    if request.accept:
        return Judgement(stance=Stance.ACCEPTED, who=settings.who, at=settings.now.isoformat())
    return Judgement(stance=Stance.SUGGESTED)


def _made(changes: Sequence[Change], ledger: Ledger) -> tuple[tuple[Event, Claim], ...]:
    """The claims that changes add, each with its event."""
    made: list[tuple[Event, Claim]] = []
    for change in changes:
        if isinstance(change, AddEvent):
            made += [(change.event, claim) for claim in change.event.claims]
        elif isinstance(change, AddClaim):
            made.append((ledger.events[change.event], change.claim))
    return tuple(made)
