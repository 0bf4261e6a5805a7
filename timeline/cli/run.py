"""One run of a command: its options made into settings, and the ledger they name, each found when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline.cli import clock
from timeline.cli.failures import reported
from timeline.cli.shown.output import Output
from timeline.cli.typed.ledger_file import ledger_file
from timeline.cli.typed.options import Shared
from timeline.config import Settings
from timeline.diagnostics import Diagnostic, Where
from timeline.errors import LedgerError

if TYPE_CHECKING:
    from timeline.fold.moment import Moment
    from timeline.model.change import Change
    from timeline.model.command import Command
    from timeline.model.ledger import Ledger
    from timeline.model.vocabulary import WeekStart
    from timeline.store.protocol import Store


class Run:
    """What a command works with. `broken`: the exit code of a ledger with errors, once one was read; else 0."""

    def __init__(self, shared: Shared, asked: str = "timeline") -> None:
        self.shared = shared
        self.asked = asked
        self.out = Output(shared)
        self.file: Path = ledger_file(shared.file)
        self.broken = 0

    @classmethod
    @contextmanager
    def begin(cls, shared: Shared, asked: str = "timeline") -> Iterator[Run]:
        """The errors of the block become messages and exit codes. `asked`: the command line, for the journal."""
        run = cls(shared, asked)
        with reported(run.out):
            run.out.detail(f"ledger: {run.file}")
            try:
                yield run
            except typer.Exit as end:
                raise typer.Exit(run.broken or end.exit_code) from end
            if run.broken:
                raise typer.Exit(run.broken)

    @cached_property
    def command(self) -> Command:
        """Whose work what this run writes is said to be."""
        from uuid import uuid4

        from timeline.model.command import Command

        now = clock.now(clock.local_zone()).isoformat()
        return Command(key=uuid4().hex, words=self.asked, at=now)

    @cached_property
    def store(self) -> Store:
        from timeline.store.opening import open_store

        return open_store(self.file, self.command)

    @property
    def ledger(self) -> Ledger:
        """The ledger as it stands; of one with errors what can be read, the errors told. Raises `LedgerError` (E211) where
        there is none, or nothing of it can be read.
        """
        if not self.file.exists():
            finding = Diagnostic("E211", "there is no ledger", Where(str(self.file)))
            raise LedgerError(f"{self.file}: there is no ledger", findings=[finding])
        return self._readable

    def found(self) -> tuple[Ledger | None, tuple[Diagnostic, ...]]:
        """What can be read of the ledger, and every finding. Raises `LedgerError` (E211) where there is none."""
        if not self.file.exists():
            return self.ledger, ()
        ledger, findings = self.store.diagnose()
        if ledger is not None:
            self.timezone = self.timezone if self.shared.tz else ledger.timezone
            ledger = self._readable = _united(ledger)  # its findings are the answer: they are not told beside it
        return ledger, findings

    @property
    def ledger_to_be(self) -> Ledger:
        """The ledger, an empty one where it is still to be made: commands that add need no `init` first."""
        from timeline.model.ledger import Ledger

        return self._ledger if self.file.exists() else Ledger(timezone=self.timezone)

    @cached_property
    def _readable(self) -> Ledger:
        """The run then ends with the code of a broken ledger: its answer may lack what could not be read."""
        try:
            return self._ledger
        except LedgerError:
            ledger, findings = self.store.diagnose()
            if ledger is None:
                raise
            for finding in findings:
                self.out.tell(finding)
            self.broken = LedgerError.exit_code
            return _united(ledger)

    @cached_property
    def _ledger(self) -> Ledger:
        return _united(self.store.load(self.out.tell))

    @cached_property
    def timezone(self) -> str:
        """The zone that was asked for, else the ledger's own, else the machine's."""
        if self.shared.tz:
            return clock.zone_info(self.shared.tz).key
        return self.ledger.timezone if self.file.exists() else clock.local_zone()

    @cached_property
    def week_start(self) -> WeekStart | None:
        """The first day of the week that was asked for, else the ledger's own; `None` leaves it to each language."""
        if self.shared.week_start is not None:
            from timeline.pipeline.weeks import first_day

            return first_day(self.shared.week_start)
        return self.ledger.week_start if self.file.exists() else None

    @cached_property
    def now(self) -> datetime:
        return clock.now(self.timezone)

    @cached_property
    def today(self) -> date:
        return self._day(self.shared.today, "--today", self.now.date()) or self.now.date()

    @cached_property
    def settings(self) -> Settings:
        return Settings(
            file=self.file,
            today=self.today,
            now=self.now,
            timezone=self.timezone,
            week_start=self.week_start,
            as_of=self._day(self.shared.as_of, "--as-of", self.today),
            known_at=self._day(self.shared.known_at, "--known-at", self.today),
            dry_run=self.shared.dry_run,
        )

    @cached_property
    def moment(self) -> Moment:
        from timeline.fold.moment import Moment

        as_of, known_at = (day.isoformat() if day else None for day in (self.settings.as_of, self.settings.known_at))
        return Moment(as_of, known_at, self.shared.on_record)

    def change(self, changes: Sequence[Change]) -> Ledger | None:
        """Writes changes, or prints them as a diff with `--dry-run`. The ledger afterwards; `None` when none was written."""
        if self.shared.dry_run:
            self.out.write(self._preview(changes))
            self.out.say("nothing was written (--dry-run)")
            return None
        return self.apply(changes)

    def apply(self, changes: Sequence[Change]) -> Ledger:
        """Writes changes; makes the ledger first where there is none."""
        if not self.file.exists():
            self.store.create(self.timezone)
            self.out.say(f"made {self.file} ({self.timezone})")
        return _united(self.store.apply(changes))

    def _preview(self, changes: Sequence[Change]) -> str:
        """The diff against the ledger, against an empty one where there is none."""
        if self.file.exists():
            return self.store.preview(changes)
        from tempfile import TemporaryDirectory

        from timeline.store.opening import open_store

        with TemporaryDirectory() as folder:
            empty = open_store(Path(folder) / self.file.name)
            empty.create(self.timezone)
            return empty.preview(changes)

    def _day(self, words: str | None, option: str, anchor: date) -> date | None:
        from timeline.cli.typed.days import read_day

        return read_day(words, option, self, anchor) if words else None


def _united(ledger: Ledger) -> Ledger:
    """As every question sees it: what the desk merged is one."""
    from timeline.fold.merging import united

    return united(ledger)
