"""One round of `watch`: each feed is looked at, its new entries are read, and what came of it is told."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from timeline.cli.failures import findings
from timeline.cli.shown.counted import counted
from timeline.diagnostics import Diagnostic, Where
from timeline.errors import SourceError, TimelineError
from timeline.pipeline import following
from timeline.pipeline.copies import Copies
from timeline.pipeline.ingest import ingest
from timeline.pipeline.request import Request
from timeline.store.beside import feed_states

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.cli.work.following import Given
    from timeline.ingest.fetching.fetch import Fetcher
    from timeline.model.change import Change
    from timeline.model.feeds import FeedSource, FeedState
    from timeline.model.ledger import Ledger
    from timeline.pipeline.following import Asked, Look
    from timeline.pipeline.request import Reading


@dataclass(slots=True)
class Tally:
    """Counts over all rounds."""

    looks: int = 0
    unchanged: int = 0
    broken: int = 0
    resting: int = 0
    read: int = 0
    known: int = 0
    unread: int = 0
    claims: int = 0

    @property
    def failures(self) -> int:
        return self.broken + self.unread

    def words(self) -> str:
        said = [
            f"{counted(self.looks, 'look')} at feeds",
            f"{counted(self.read, 'article')} read",
            counted(self.claims, "claim"),
        ]
        said += [f"{self.known} known already"] if self.known else []
        said += [f"{self.unread} could not be read"] if self.unread else []
        for number, words in ((self.unchanged, "unchanged"), (self.broken, "failed"), (self.resting, "rested")):
            said += [f"{counted(number, 'feed')} {words}"] if number else []
        return ", ".join(said)


class Round:
    def __init__(self, run: Run, fetcher: Fetcher, total: Tally, given: Given) -> None:
        self._run: Final = run
        self._fetcher: Final = fetcher
        self._total: Final = total
        self._given: Final = given
        self._copies: Final = Copies(run.store.read_text)
        self._keeps: Final = not run.shared.dry_run
        self._ledger: Ledger = run.ledger_to_be
        self._request: Final = Request("", accept_above=given.accept_above)

    def feeds(self, feeds: Sequence[FeedSource]) -> None:
        if self._keeps:
            self._begin()
        with self._run.out.progress("looking", len(feeds)) as progress:
            for feed in feeds:
                self._feed(feed)
                progress.advance(feed.name)

    def _begin(self) -> None:
        """What stands in the ledger now is no news; where a digest was never shown, what stood in it then."""
        from timeline.fold.seen import mark

        if not self._run.file.exists():
            self._ledger = self._run.apply(())
        if feed_states.owed(self._run.file) is None:
            run = self._run
            feed_states.owe(run.file, mark(self._ledger, run.now.isoformat(), run.today.isoformat()))

    def _feed(self, feed: FeedSource) -> None:
        state, wrong = feed_states.load(self._run.file, feed.url)
        for finding in wrong:
            self._run.out.tell(finding)
        if following.rests(state, self._run.now):
            self._total.resting += 1
            message = f"it failed {state.failures} times and rests until {state.rests_until}"
            self._run.out.tell(Diagnostic("I142", message, Where(feed.name)))
            return
        self._total.looks += 1
        try:
            seen = following.look(feed, state, self._fetcher)
        except SourceError as error:
            self._broken(feed, state, findings(error))
            return
        except (TimelineError, OSError):
            raise
        except Exception as error:  # noqa: BLE001  one feed that trips its reader must not stop the others
            self._broken(feed, state, (Diagnostic("E604", f"{type(error).__name__}: {error}", Where(feed.url)),))
            return
        self._total.unchanged += seen.unchanged
        for finding in seen.findings:
            self._run.out.tell(finding)
        state = self._entries(seen, state)
        self._save(following.read_whole(state, seen))
        self._run.out.detail(f"{feed.name}: {'unchanged' if seen.unchanged else counted(len(seen.new), 'new entry')}")

    def _broken(self, feed: FeedSource, state: FeedState, wrong: Sequence[Diagnostic]) -> None:
        self._total.broken += 1
        for finding in wrong:
            self._run.out.tell(
                Diagnostic(finding.code, f"{finding.message} ({finding.where})", Where(feed.name), finding.hint)
            )
        self._save(following.failed(state, self._run.now))

    def _entries(self, seen: Look, state: FeedState) -> FeedState:
        """The state is written after each article that is: whoever kills us loses the reading of one at most."""
        asked: deque[Asked] = deque()
        requests = _noted(following.asked(seen, self._request, self._fetcher), asked)
        for reading in ingest(requests, self._ledger, self._run.settings, self._write if self._keeps else None):
            entry = asked.popleft().entry
            self._tell(reading)
            state = following.after(state, entry, reading.error, self._run.now)
            self._save(state)
        return state

    def _write(self, changes: Sequence[Change]) -> Ledger:
        self._ledger = self._run.apply(self._copies.marked(changes, self._ledger))
        return self._ledger

    def _save(self, state: FeedState) -> None:
        if self._keeps:
            feed_states.save(self._run.file, state)

    def _tell(self, reading: Reading) -> None:
        self._total.read += bool(reading.changes)
        self._total.known += reading.known
        self._total.unread += reading.failed
        self._total.claims += len(reading.claims)
        for finding in reading.findings:
            self._run.out.tell(finding)
        self._run.out.detail(f"{reading.request.name}: {reading.source or 'not read'}")

    def tell(self) -> None:
        """The digest of what came since it was last told."""
        from timeline.cli.shown.news import news
        from timeline.cli.typed.options import OutputFormat
        from timeline.cli.work.watching import watched
        from timeline.query.digest import digest_unseen

        run, out = self._run, self._run.out
        for finding in self._copies.findings:
            out.tell(finding)
        if not self._keeps:
            out.say("nothing was written (--dry-run)")
            return
        wanted = watched(run, self._given.watch)
        seen = feed_states.owed(run.file)
        found = digest_unseen(self._ledger, seen, wanted, run.moment, today=run.today.isoformat())
        found = found.model_copy(update={"watch": self._given.watch, "timezone": run.timezone})
        if out.format is OutputFormat.MD:
            from timeline.cli.shown.letter import letter

            out.write(letter(found, f"New in the feeds, {run.now:%Y-%m-%d %H:%M}"))
        else:
            out.show(news(found.rows, found.contract(), empty="nothing new", notes=found.notes))
        feed_states.settle(run.file)


def _noted(asked: Iterator[Asked], into: deque[Asked]) -> Iterator[Request]:
    """The requests, each remembered until its reading comes: they come in the same order."""
    for one in asked:
        into.append(one)
        yield one.request
