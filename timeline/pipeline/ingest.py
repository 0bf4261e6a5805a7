"""From articles to a written ledger, one article after another; an error in one never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.config import Settings
from timeline.diagnostics import Diagnostic, Where
from timeline.errors import ConflictError, LedgerError, SourceError, TimelineError, WriteError
from timeline.model.ledger import Ledger
from timeline.pipeline.applying import applied
from timeline.pipeline.article import read_article
from timeline.pipeline.request import Reading, Request

if TYPE_CHECKING:
    from timeline.model.change import Change

Write = Callable[[Sequence["Change"]], Ledger]


def ingest(requests: Iterable[Request], ledger: Ledger, settings: Settings, write: Write | None) -> Iterator[Reading]:
    """Yields what became of each article, as soon as it is written.

    `write` makes the changes and returns the new ledger (a store's `apply`); with `None` nothing is written, and each
    article is read as if those before it had been. Errors of the ledger or the disk end the batch.
    """
    for request in requests:
        reading = _guarded(request, ledger, settings)
        if reading.changes:
            ledger = write(reading.changes) if write else applied(ledger, reading.changes)
        yield reading


def _guarded(request: Request, ledger: Ledger, settings: Settings) -> Reading:
    try:
        return read_article(request, ledger, settings)
    except (LedgerError, ConflictError, WriteError):
        raise
    except TimelineError as error:
        return Reading(request, error=error, findings=_findings(error, request))
    except Exception as error:  # noqa: BLE001 one article that trips a rule must not stop five hundred others
        finding = Diagnostic("E604", f"{type(error).__name__}: {error}", Where(request.name))
        return Reading(request, error=_wrapped(error, finding), findings=(finding,))


def _findings(error: TimelineError, request: Request) -> tuple[Diagnostic, ...]:
    carried = tuple(finding for finding in error.findings if isinstance(finding, Diagnostic))
    if carried:
        return carried
    code = "E101" if isinstance(error, SourceError) else "E301" if error.exit_code == 2 else "E604"
    return (Diagnostic(code, str(error), Where(request.name)),)


def _wrapped(error: Exception, finding: Diagnostic) -> TimelineError:
    wrapped = TimelineError(str(error), findings=[finding])
    wrapped.__cause__ = error
    return wrapped
