"""From articles to a written ledger, one article after another; an error in one never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from timeline.config import Settings
from timeline.diagnostics import Diagnostic
from timeline.errors import ConflictError, LedgerError, TimelineError, WriteError
from timeline.model.ledger import Ledger
from timeline.pipeline.applying import applied
from timeline.pipeline.article import document_of, read_document
from timeline.pipeline.known import same_text
from timeline.pipeline.parallel import LONGEST, TOGETHER, batches
from timeline.pipeline.parsing import parsed
from timeline.pipeline.request import Reading, Request, findings_of

if TYPE_CHECKING:
    from timeline.model.change import Change
    from timeline.model.document import Document

Write = Callable[[Sequence["Change"]], Ledger]


def ingest(
    requests: Iterable[Request],
    ledger: Ledger,
    settings: Settings,
    write: Write | None,
    keep: Callable[[Request], None] = lambda _: None,
) -> Iterator[Reading]:
    """Yields what became of each article, as soon as it is written.

    `write` makes the changes and returns the new ledger (a store's `apply`); with `None` nothing is written, and each
    article is read as if those before it had been. `keep` is called with what is about to be written, so that the ledger names
    nothing that is not there. Errors of the ledger or the disk end the batch.
    """
    for batch in batches(map(_opened, requests), _length, TOGETHER, LONGEST):
        for request, read in zip((one.request for one in batch), _readers(batch, ledger), strict=True):
            reading = guarded(request, partial(read, ledger=ledger, settings=settings))
            if reading.changes:
                keep(request)
                ledger = write(reading.changes) if write else applied(ledger, reading.changes)
            yield reading


class _Opened(NamedTuple):
    """An article whose file was read; without a document it could not be, for the reason that is told when its turn comes."""

    request: Request
    document: Document | None = None
    error: Exception | None = None


def _opened(request: Request) -> _Opened:
    try:
        return _Opened(request, document_of(request))
    except Exception as error:  # noqa: BLE001  raised again when its turn comes, and told then
        return _Opened(request, error=error)


def _length(opened: _Opened) -> int:
    return len(opened.document.text) if opened.document else 0


def _readers(batch: list[_Opened], ledger: Ledger) -> Iterator[Callable[..., Reading]]:
    """How each is read: those that the ledger does not hold yet are parsed together."""
    new = [one for one in batch if one.document and (one.request.replace or same_text(one.document, ledger) is None)]
    trees = dict(zip(map(id, new), parsed([one.document for one in new if one.document]), strict=True))
    for one in batch:
        if one.document is None:
            yield partial(_raise, one.error or AssertionError())
        else:
            yield partial(read_document, one.request, one.document, begun=trees.get(id(one)))


def _raise(error: Exception, **_: object) -> Reading:
    raise error


def guarded(request: Request, read: Callable[[], Reading]) -> Reading:
    """What became of an article, whatever goes wrong with it. Raises what is wrong with the ledger or the disk."""
    try:
        return read()
    except (LedgerError, ConflictError, WriteError):
        raise
    except TimelineError as error:
        return Reading(request, error=error, findings=findings_of(error, request.name))
    except Exception as error:  # noqa: BLE001 one article that trips a rule must not stop five hundred others
        findings = findings_of(error, request.name)
        return Reading(request, error=_wrapped(error, findings[0]), findings=findings)


def _wrapped(error: Exception, finding: Diagnostic) -> TimelineError:
    wrapped = TimelineError(str(error), findings=[finding])
    wrapped.__cause__ = error
    return wrapped
