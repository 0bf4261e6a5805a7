"""Articles that are named by their address: fetched once, then read like any other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Self

from timeline.diagnostics import Diagnostic
from timeline.errors import MissingPartError, SourceError

if TYPE_CHECKING:
    from timeline.ingest.fetching.fetch import Fetcher
    from timeline.pipeline.request import Request


def opened_fetcher(*, private: bool) -> Fetcher:
    """To be closed by whoever asked for it. Raises `MissingPartError` (E503) without the extra."""
    try:
        from timeline.ingest.fetching.fetch import Fetcher  # noqa: PLC0415  # only who fetches pays
        from timeline.ingest.fetching.policy import Policy  # noqa: PLC0415
    except ImportError as error:
        finding = Diagnostic("E503", "pages cannot be fetched without httpx", hint="pip install 'timeline[web]'")
        raise MissingPartError(finding.render(), findings=[finding]) from error
    return Fetcher(Policy(private=private))


class Web:
    """Keeps its connections for a whole batch; nothing of it is loaded before the first address."""

    def __init__(self, *, private: bool) -> None:
        self._private: Final = private
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._fetcher is not None:
            self._fetcher.close()

    def fetched(self, request: Request) -> Request:
        """The request with what its address gave, or with why it gave nothing."""
        try:
            page = self.fetcher.fetch(request.name)
        except SourceError as error:  # its class may not be carried to another process; what it found can
            return replace(request, error=SourceError(str(error), findings=error.findings))
        return replace(request, content=page.content, type=page.type, charset=page.charset, found_at=page.url)

    @property
    def fetcher(self) -> Fetcher:
        """Raises `MissingPartError` (E503) without the extra."""
        if self._fetcher is None:
            self._fetcher = opened_fetcher(private=self._private)
        return self._fetcher
