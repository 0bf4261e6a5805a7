"""What is asked of the pipeline for one article, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.diagnostics import Diagnostic, Severity, Where
from timeline.errors import DateError, SourceError, TimelineError
from timeline.model.vocabulary import Breadth

if TYPE_CHECKING:
    from timeline.ingest.sources import Item
    from timeline.model.change import Change
    from timeline.model.document import DctCandidate, Document
    from timeline.model.ledger import Claim, Event


@dataclass(frozen=True, slots=True)
class Request:
    """One article: a file, or `content` that came another way under `name`.

    What is given here goes before what the article says of itself. `published` is an ISO day or time, or words that a
    person would type. `accept`: its claims count as accepted at once; `accept_above`: those of
    at least that score do. `replace`: read it again although it is known,
    with these particulars; suggestions of the earlier reading go, judged claims stay. `breadth`: how much of it is read. `type`, `charset` and `found_at`
    are what came with `content`; `document` is an article that was read already, `error` why it could not be. `candidates`:
    signs of the publication date beside its own, as a feed gives them. `keep_page`: what it is read from is kept as it came.
    """

    name: str
    content: bytes | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    accept: bool = False
    accept_above: float | None = None
    replace: bool = False
    breadth: Breadth = Breadth.NEWS
    type: str = ""
    charset: str | None = None
    found_at: str | None = None
    document: Document | None = None
    candidates: tuple[DctCandidate, ...] = ()
    keep_page: bool = False
    error: TimelineError | None = None

    @property
    def path(self) -> Path:
        return Path(self.name)

    def of(self, item: Item) -> Request:
        """The same asked of one article out of a file that holds many."""
        request = replace(self, name=item.name, document=item.document, error=item.error)
        if item.content is None:
            return request
        data, kind, charset, url = item.content
        return replace(request, content=data, type=kind, charset=charset, found_at=url)


def findings_of(error: Exception, name: str) -> tuple[Diagnostic, ...]:
    """What is told of an article that was not read: what the error carries, else one finding made of its message."""
    if not isinstance(error, TimelineError):
        return (Diagnostic("E604", f"{type(error).__name__}: {error}", Where(name)),)
    carried = tuple(finding for finding in error.findings if isinstance(finding, Diagnostic))
    if carried:
        return carried
    code = "E101" if isinstance(error, SourceError) else "E301" if isinstance(error, DateError) else "E604"
    return (Diagnostic(code, str(error), Where(name)),)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one article. `claims` are those it makes, each with its event as it stands afterwards.

    `error`: why it was not read; then there are no changes. `known`: it was in the ledger already, as it is.
    """

    request: Request
    source: str | None = None
    changes: tuple[Change, ...] = ()
    claims: tuple[tuple[Event, Claim], ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    error: TimelineError | None = None
    known: bool = False
    by: str | None = field(default=None)

    @property
    def failed(self) -> bool:
        return self.error is not None or any(finding.severity is Severity.ERROR for finding in self.findings)
