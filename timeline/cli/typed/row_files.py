"""Files of rows, and what is piped in as rows: read as a stream, answered as a stream."""

from __future__ import annotations

import sys
from functools import cached_property
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from timeline.cli.typed.articles import PIPED
from timeline.diagnostics import Diagnostic, Severity, Where
from timeline.errors import SourceError, UsageError
from timeline.pipeline.parallel import TOGETHER
from timeline.pipeline.rows import Line, Work, answers

if TYPE_CHECKING:
    from timeline.cli.run import Run

_SUFFIX: Final = ".jsonl"


class Findings:
    """Tells every error; of the warnings, the first of each kind: a batch may hold a million like it."""

    def __init__(self, run: Run) -> None:
        self._run: Final = run
        self._told: Final[set[str]] = set()
        self.failed = False

    def tell(self, finding: Diagnostic) -> None:
        if finding.severity is Severity.ERROR:
            self.failed = True
        elif finding.code in self._told:
            return
        self._told.add(finding.code)
        self._run.out.tell(finding)


class RowFiles:
    """The names on a command line, when they are files of rows."""

    def __init__(self, names: list[str]) -> None:
        """Raises `UsageError` when articles and rows are given together: their answers have different shapes."""
        self._names: Final = names
        rows = [name for name in names if _holds_rows(name)]
        if rows and len(rows) < len(names):
            raise UsageError("give either articles or .jsonl files of rows, not both")
        self.given: Final = bool(rows)

    @cached_property
    def _lines(self) -> int:
        """For the progress bar; 0 where nobody can know."""
        return sum(_count(name) for name in self._names)

    def answer(
        self, run: Run, findings: Findings, work: Work, name: str, jobs: int, *, together: int = TOGETHER
    ) -> None:
        """As they are read: what goes out first does not wait for what comes last, only for `together` rows."""
        with run.out.progress(name, self._lines) as progress, run.out.stream() as sink:
            for file in self._names:
                with _opened(file) as content:
                    lines = (
                        Line(file, at, line.decode("utf-8", "replace")) for at, line in enumerate(content, start=1)
                    )
                    for said in answers(lines, work, name, jobs, together=together):
                        sink.write(said.row)
                        for finding in said.findings:
                            findings.tell(finding)
                        progress.advance(name)


def _holds_rows(name: str) -> bool:
    """A file by its name, what is piped in by its first character."""
    if name != PIPED:
        return name.endswith(_SUFFIX)
    piped = sys.stdin.buffer
    return isinstance(piped, BufferedReader) and piped.peek(1)[:1] == b"{"


def _opened(name: str) -> BinaryIO:
    if name == PIPED:
        return sys.stdin.buffer
    try:
        return Path(name).open("rb")
    except OSError as error:
        finding = Diagnostic("E101", f"{error.strerror}", Where(name))
        raise SourceError(finding.render(), findings=[finding]) from error


def _count(name: str) -> int:
    if name == PIPED or not Path(name).is_file():
        return 0
    with Path(name).open("rb") as lines:
        return sum(1 for _ in lines)
