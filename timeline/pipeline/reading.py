"""What an article says, before anything is looked for in it: one row a document, whatever goes wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.diagnostics import Diagnostic
from timeline.errors import MissingPartError
from timeline.pipeline.article import document_of
from timeline.pipeline.dating import Dated, weighed
from timeline.pipeline.parallel import LONGEST, batches, ordered
from timeline.pipeline.request import findings_of

if TYPE_CHECKING:
    from timeline.model.document import Document
    from timeline.pipeline.request import Request

_TOGETHER = 8


class Read(NamedTuple):
    """`dated` and `document` are there when it was read; `findings` are about both."""

    name: str
    document: Document | None = None
    dated: Dated = Dated()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        return self.document is None

    def row(self) -> dict[str, Any]:
        document, dct = self.document, self.dated.dct
        return {
            "source": self.name,
            "published": (dct.time or dct.day) if dct else None,
            "signal": dct.signal.value if dct else None,
            "candidates": [{"date": one.date, "signal": one.signal.value} for one in self.dated.candidates],
            "modified": self.dated.modified,
            **{name: getattr(document, name, None) for name in ("language", "title", "author", "outlet", "url")},
            "text": document.text or None if document else None,
            "diagnostics": [
                {
                    "code": one.code,
                    "severity": one.severity.value,
                    "message": one.message,
                    "where": str(one.where or self.name),
                }
                for one in self.findings
            ],
        }


def read_all(requests: Iterable[Request], today: date, timezone: str, jobs: int) -> Iterator[Read]:
    """In order and as they come; `jobs` processes share the work."""
    together = 1 if jobs == 1 else _TOGETHER
    taken = batches(requests, lambda request: len(request.content or b""), together, LONGEST)
    return ordered(partial(_read, today=today, timezone=timezone), taken, jobs)


def _read(requests: list[Request], *, today: date, timezone: str) -> list[Read]:
    return [read_one(request, today, timezone) for request in requests]


def read_one(request: Request, today: date, timezone: str) -> Read:
    """Raises `MissingPartError` alone: an extra that is not installed would fail for every article."""
    try:
        document = document_of(request)
        dated = weighed(document, request.published, today, timezone)
    except MissingPartError:
        raise
    except Exception as error:  # noqa: BLE001  one page that trips a parser must not stop a thousand others
        return Read(request.name, findings=findings_of(error, request.name))
    return Read(request.name, document, dated, (*document.findings, *dated.findings))
