"""The pages of an archive, from records to a written ledger: read by several processes, linked and kept in their order.

A page is read to its claims without the ledger: only its day asks for the ledger's zone. What is left to the one process that
has the ledger is what nobody else can do, whom and what the claims speak of.

What is kept of an archive is what makes claims: a page that says nothing of any event, or is in a language in which no
claims are read, would only lengthen the list of sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.diagnostics import Diagnostic, Severity
from timeline.errors import MissingPartError, SourceError, TimelineError
from timeline.model.harvest import Outcome, Page
from timeline.pipeline.applying import applied
from timeline.pipeline.article import document_of, read_document
from timeline.pipeline.dating import weighed
from timeline.pipeline.extracting import Extracted, claims_pack, extracted
from timeline.pipeline.ingest import guarded
from timeline.pipeline.parallel import TOGETHER, batches, ordered
from timeline.pipeline.parsing import parsed
from timeline.pipeline.request import Reading, Request, findings_of
from timeline.pipeline.weeks import in_weeks

if TYPE_CHECKING:
    from datetime import date

    from timeline.config import Settings
    from timeline.ingest.collections.warc import Record
    from timeline.model.change import Change
    from timeline.model.document import Document
    from timeline.model.ledger import Ledger
    from timeline.model.vocabulary import WeekStart
    from timeline.text.parse import Parse

_BYTES: Final = 4_000_000
"""Of pages that a process has in hand at a time."""
_WRITTEN: Final = 100
"""Pages after which what they gave is written: a longer ledger takes longer to write."""
_BROKEN: Final = frozenset({"E120", "E604"})
_KEPT: Final = frozenset({Outcome.READ, Outcome.KNOWN})
_TOLD: Final = frozenset({Outcome.READ, Outcome.FAILED})
_READ: Final = _KEPT | {Outcome.SILENT}

Write = Callable[[Sequence["Change"]], "Ledger"]


class Harvested(NamedTuple):
    """Some pages whose claims are in the ledger. `findings`: what is to be said of those that were read, or that broke."""

    pages: tuple[Page, ...]
    findings: tuple[Diagnostic, ...] = ()


class _Zone(NamedTuple):
    """What the day of an article depends on beside itself."""

    today: date
    timezone: str
    week_start: WeekStart | None


class _Prepared(NamedTuple):
    """A page that was read, before it meets the ledger."""

    end: int
    url: str
    why: str = ""
    request: Request | None = None
    document: Document | None = None
    begun: Parse | Extracted | None = None
    error: TimelineError | None = None


def harvest(
    records: Iterable[Record], given: Request, ledger: Ledger, settings: Settings, *, write: Write, jobs: int
) -> Iterator[Harvested]:
    """As it is written. `write` makes the changes and returns the new ledger. Raises `SourceError`, `WriteError`."""
    taken = batches(records, _size, TOGETHER, _BYTES)
    waiting: list[Page] = []
    findings: list[Diagnostic] = []
    changes: list[Change] = []
    zone = _Zone(settings.today, ledger.timezone, settings.week_start or ledger.week_start)
    for prepared in ordered(partial(_prepare, given=given, zone=zone), taken, jobs):
        page, reading = _page(prepared, ledger, settings)
        if reading is not None and page.outcome in _TOLD:
            findings += reading.findings
        if reading is not None and page.outcome in _KEPT:
            ledger = applied(ledger, reading.changes)
            changes += reading.changes
        waiting.append(page)
        if len(waiting) >= _WRITTEN:
            ledger = write(changes) if changes else ledger
            yield Harvested(tuple(waiting), tuple(findings))
            waiting, findings, changes = [], [], []
    if changes:
        write(changes)
    if waiting:
        yield Harvested(tuple(waiting), tuple(findings))


def _size(record: Record) -> int:
    content = record.item.content if record.item is not None else None
    return len(content.data) if content is not None else 0


def _prepare(records: list[Record], given: Request, zone: _Zone) -> list[_Prepared]:
    """In a process of its own: pages to texts, texts to trees, trees to claims. The bytes and the trees stay behind."""
    read = [_read(record, given) for record in records]
    fit = [one for one in read if one.document is not None and not one.document.findings]
    trees = dict(zip(map(id, fit), parsed([one.document for one in fit if one.document]), strict=True))
    return [one._replace(begun=_begun(one, trees.get(id(one)), zone)) for one in read]


def _begun(one: _Prepared, parse: Parse | None, zone: _Zone) -> Parse | Extracted | None:
    """The claims of a page; its trees where a rule trips over it, which is told when its turn comes."""
    if one.document is None or one.request is None or parse is None:
        return None
    try:
        day = weighed(one.document, one.request.published, zone.today, zone.timezone).dct
        if day is None:
            return None
        dct = in_weeks(day, zone.week_start, one.request.language)
        return extracted(one.document, dct, parse, breadth=one.request.breadth)
    except Exception:  # noqa: BLE001  one page that trips a rule must not stop ten thousand others
        return parse


def _read(record: Record, given: Request) -> _Prepared:
    item = record.item
    if item is None:
        return _Prepared(record.end, record.url, record.why)
    request = given.of(item)
    light = replace(request, content=None)
    try:
        document = document_of(request)
    except MissingPartError:
        raise
    except TimelineError as error:
        return _Prepared(record.end, record.url, request=light, error=error)
    except Exception as error:  # noqa: BLE001  one page that trips a parser must not stop ten thousand others
        return _Prepared(record.end, record.url, request=light, error=SourceError(f"{type(error).__name__}: {error}"))
    if any(finding.severity is Severity.ERROR for finding in document.findings):
        return _Prepared(record.end, record.url, "", light, document)
    _, missing = claims_pack(document.language)
    why = f"{missing.code} {document.language or ''}".strip() if missing is not None else ""
    return _Prepared(record.end, record.url, why, light, None if why else document)


def _page(one: _Prepared, ledger: Ledger, settings: Settings) -> tuple[Page, Reading | None]:
    """What the page comes to, and the reading where there is one."""
    if one.request is None or one.why:
        return Page(end=one.end, url=one.url, outcome=Outcome.SKIPPED, why=one.why), None
    if one.error is not None or one.document is None:
        error = one.error or SourceError("nothing was read")
        reading = Reading(one.request, error=error, findings=findings_of(error, one.request.name))
    else:
        read = partial(read_document, one.request, one.document, ledger, settings, begun=one.begun)
        reading = guarded(one.request, read)
    outcome = _outcome(reading, ledger)
    why = "" if outcome in _READ else next((finding.code for finding in reading.findings), "")
    return Page(
        end=one.end,
        url=one.url,
        outcome=outcome,
        why=why,
        source=reading.source if outcome in _KEPT else None,
        claims=len(reading.claims),
    ), reading


def _outcome(reading: Reading, ledger: Ledger) -> Outcome:
    """Most of what cannot be read in an archive is a page without an article, or without a day: that is no failure."""
    if reading.failed:
        return Outcome.FAILED if any(finding.code in _BROKEN for finding in reading.findings) else Outcome.SKIPPED
    if reading.claims:
        return Outcome.READ
    return Outcome.KNOWN if reading.known or reading.source in ledger.sources else Outcome.SILENT
