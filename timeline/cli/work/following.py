"""What `watch` does: rounds of looks at feeds, with a pause between them, until it is told to end."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from timeline.cli.failures import findings
from timeline.cli.run import Run
from timeline.cli.work.round import Round, Tally
from timeline.errors import ConflictError, LedgerError, SourceError, TimelineError
from timeline.pipeline.web import opened_fetcher

if TYPE_CHECKING:
    from timeline.ingest.fetching.fetch import Fetcher
    from timeline.model.feeds import FeedSource

_FAILED: Final = 1


@dataclass(frozen=True, slots=True)
class Given:
    """What was asked for, the same in every round."""

    watch: str | None = None
    accept_above: float | None = None


class Following:
    """`list_file`: the list of feeds, which is read anew for each round: a desk edits it while it runs."""

    def __init__(
        self, run: Run, list_file: Path, watch: str | None, *, private: bool, accept_above: float | None
    ) -> None:
        self._run: Final = run
        self._file: Final = list_file
        self._given: Final = Given(watch, accept_above)
        self._private: Final = private
        self._total = Tally()
        self._wrong = False

    def once(self) -> int:
        """The exit code: 1 when a feed, or an article, could not be read."""
        feeds = self._feeds()
        with opened_fetcher(private=self._private) as fetcher, _ended_by_signals():
            try:
                self._round(self._run, fetcher, feeds)
            finally:
                self._run.out.say(self._total.words())
        return _FAILED if self._wrong or self._total.failures else 0

    def go_on(self, pause: int) -> int:
        """Until Ctrl-C, or until the system ends it: that is no failure."""
        feeds = self._feeds()
        with ExitStack() as stack:
            fetcher = stack.enter_context(opened_fetcher(private=self._private))
            stack.enter_context(_ended_by_signals())
            try:
                self._round(self._run, fetcher, feeds)
                while True:
                    self._run.out.detail(f"the next look is in {pause // 60} minutes")
                    time.sleep(pause)
                    self._again(fetcher)
            except KeyboardInterrupt:
                self._run.out.say(self._total.words())
        return 0

    def _again(self, fetcher: Fetcher) -> None:
        """A round later on: a ledger or a list that somebody is just editing is met again in the next one."""
        later = Run(self._run.shared, self._run.asked)
        later.out = self._run.out
        try:
            self._round(later, fetcher, self._feeds())
        except (LedgerError, ConflictError, SourceError) as error:
            self._tell(error)

    def _round(self, run: Run, fetcher: Fetcher, feeds: Sequence[FeedSource]) -> None:
        one = Round(run, fetcher, self._total, self._given)
        one.feeds(feeds)
        one.tell()

    def _feeds(self) -> tuple[FeedSource, ...]:
        from timeline.store.beside import feed_list

        feeds, wrong = feed_list.load(self._file)
        self._wrong = bool(wrong)
        for finding in wrong:
            self._run.out.tell(finding)
        return feeds

    def _tell(self, error: TimelineError) -> None:
        for finding in findings(error):
            self._run.out.tell(finding)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """A system that shuts down sends another signal than a person; both end it the same way."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
