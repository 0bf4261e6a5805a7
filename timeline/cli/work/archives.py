"""What `ingest` does with archives of the web: goes on where it was, and reports what became of the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.typed.row_files import Findings
from timeline.diagnostics import CODES
from timeline.errors import UsageError
from timeline.ingest.collections.warc import records
from timeline.model.harvest import Outcome, Page
from timeline.pipeline.copies import Copies
from timeline.pipeline.expanding import is_address
from timeline.pipeline.harvesting import harvest
from timeline.store.beside.manifest import Manifest

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.model.change import Change
    from timeline.model.ledger import Ledger
    from timeline.pipeline.request import Request

_ENDS: Final = (".warc", ".warc.gz")
_STEP: Final = 1_000_000
_FAILED: Final = 1
_BREAKS_OFF: Final = "E120"
"""Not kept in the manifest: when the rest was fetched, it is read from there."""
_COLUMNS: Final = (
    Column("archive", "Archive"),
    Column("outcome", "Pages"),
    Column("why", "Why", wide=True),
    Column("pages", "Number"),
    Column("claims", "Claims"),
)
_WORDS: Final = {
    Outcome.READ: "read",
    Outcome.KNOWN: "known already",
    Outcome.SILENT: "read, no claim found",
    Outcome.SKIPPED: "skipped",
    Outcome.FAILED: "broken",
}


def all_archives(names: Sequence[str]) -> bool:
    """Raises `UsageError` when archives and articles are given together: their answers have different shapes."""
    found = [name for name in names if name.lower().endswith(_ENDS) and not is_address(name)]
    if found and len(found) < len(names):
        raise UsageError("give either archives (.warc, .warc.gz) or articles, not both")
    return bool(found)


class Archives:
    """`jobs`: processes that share the reading; linking and writing are done by one."""

    def __init__(self, run: Run, given: Request, origin: str | None, *, jobs: int) -> None:
        if run.shared.dry_run:
            raise UsageError("--dry-run cannot show what an archive would give; 'timeline read' shows its pages")
        self._run: Final = run
        self._given: Final = given
        self._jobs: Final = jobs
        self._copies: Final = Copies(run.store.read_text, origin)
        self._findings: Final = Findings(run)
        self._counts: Final[dict[str, Counter[tuple[Outcome, str]]]] = {}
        self._claims: Final[Counter[str]] = Counter()
        self._ledger: Ledger = run.ledger_to_be

    def read(self, names: Sequence[str]) -> int:
        """The exit code."""
        if not self._run.file.exists():
            self._ledger = self._run.apply(())
        try:
            for name in names:
                self._archive(name)
        finally:
            self._report()
        return _FAILED if self._findings.failed else 0

    def _archive(self, name: str) -> None:
        manifest = Manifest(self._run.file, Path(name))
        if self._given.replace:
            manifest.forget()
        self._counts[name] = Counter()
        for page in manifest.pages():
            self._count(name, page)
        if manifest.whole:
            self._run.out.say(f"{name}: it was read whole before; --replace reads it again")
            return
        if manifest.start:
            self._run.out.say(f"{name}: going on at byte {manifest.start}")
        self._go_on(name, manifest)

    def _go_on(self, name: str, manifest: Manifest) -> None:
        found = records(Path(name), manifest.start)
        done, broken = manifest.start, False
        with self._run.out.progress("reading", Path(name).stat().st_size // _STEP + 1) as progress:
            for some in harvest(
                found, self._given, self._ledger, self._run.settings, write=self._write, jobs=self._jobs
            ):
                sound = [page for page in some.pages if page.why != _BREAKS_OFF]
                broken |= len(sound) < len(some.pages)
                manifest.add(sound)
                for page in some.pages:
                    self._count(name, page)
                    for _ in range(page.end // _STEP - done // _STEP):
                        progress.advance(name)
                    done = page.end
                for finding in some.findings:
                    self._findings.tell(finding)
        if not broken:
            manifest.add((), whole=True)

    def _write(self, changes: Sequence[Change]) -> Ledger:
        self._ledger = self._run.apply(self._copies.marked(changes, self._ledger))
        for finding in self._copies.findings:
            self._findings.tell(finding)
        self._copies.findings.clear()
        return self._ledger

    def _count(self, name: str, page: Page) -> None:
        self._counts[name][page.outcome, page.why] += 1
        self._claims[name] += page.claims

    def _report(self) -> None:
        rows = [
            {
                "archive": name,
                "outcome": outcome.value,
                "why": why,
                "pages": number,
                "claims": self._claims[name] if outcome is Outcome.READ else 0,
            }
            for name, counts in self._counts.items()
            for (outcome, why), number in sorted(counts.items(), key=_order)
        ]
        cells = tuple(
            {
                "archive": Path(str(row["archive"])).name,
                "outcome": _WORDS[Outcome(str(row["outcome"]))],
                "why": _why(str(row["why"])),
                "pages": str(row["pages"]),
                "claims": str(row["claims"] or ""),
            }
            for row in rows
        )
        self._run.out.show(Answer(_COLUMNS, (Section(cells),), rows, empty="no page in it"))


def _order(counted: tuple[tuple[Outcome, str], int]) -> tuple[int, int, str]:
    (outcome, why), number = counted
    return list(Outcome).index(outcome), -number, why


def _why(why: str) -> str:
    """`E115` is told as the table of diagnostics calls it; other words as they are."""
    code, _, rest = why.partition(" ")
    return f"{code} {CODES[code].title}{f': {rest}' if rest else ''}" if code in CODES else why
