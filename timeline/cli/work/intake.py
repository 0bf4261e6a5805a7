"""What `ingest` does with a batch: reads, tells what goes wrong as it goes wrong, then shows the claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from timeline.cli.shown.answer import SUGGESTED, Answer, Column, Section
from timeline.cli.shown.counted import counted
from timeline.cli.shown.dates import human
from timeline.cli.shown.events import STATUS_STYLES, words
from timeline.cli.typed.options import OutputFormat
from timeline.diagnostics import visible
from timeline.model.change import AddSource, ReplaceSource
from timeline.model.vocabulary import Stance
from timeline.pipeline.copies import Copies
from timeline.pipeline.ingest import ingest
from timeline.pipeline.keeping import came_as, kept_under
from timeline.store.beside.kept_pages import keep

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.diagnostics import Diagnostic
    from timeline.model.change import Change
    from timeline.model.ledger import Claim, Event, Ledger
    from timeline.pipeline.request import Reading, Request

_FAILED: Final = 1
_COLUMNS: Final = (
    Column("id", "Claim", under="when"),
    Column("when", "When"),
    Column("status", "Status", styles=STATUS_STYLES),
    Column("judgement", "", under="status", styles={SUGGESTED: "yellow"}),
    Column("what", "What", wide=True),
    Column("quote", "Quote", under="what"),
)


class Intake:
    def __init__(self, run: Run, origin: str | None = None) -> None:
        self._run = run
        self._copies = Copies(run.store.read_text, origin)
        self._ledger: Ledger | None = None
        self._readings: list[Reading] = []
        self._told: set[Diagnostic] = set()

    def read(self, requests: Iterable[Request], names: int) -> None:
        """As they come: an archive is longer than memory. `names`: how many were given, the least there can be."""
        write, keep = (self._write, self._keep) if not self._run.shared.dry_run else (None, _pass)
        with self._run.out.progress("reading", names) as progress:
            for reading in ingest(requests, self._run.ledger_to_be, self._run.settings, write, keep):
                self._tell(reading)
                self._run.out.detail(_told_of(reading))
                self._readings.append(_light(reading))
                progress.advance(reading.request.name)

    def _write(self, changes: Sequence[Change]) -> Ledger:
        """Whose text an article prints is looked for when everything before it is written."""
        known = self._ledger if self._ledger is not None else self._run.ledger_to_be
        self._ledger = self._run.apply(self._copies.marked(changes, known))
        return self._ledger

    def _keep(self, request: Request) -> None:
        """The page as it came, before its article is taken into the ledger."""
        name, content = kept_under(request), came_as(request)
        if name is not None and content is not None:
            path = keep(self._run.file, content[0], name)
            self._run.out.detail(f"{request.name}: kept as {path}")

    def show(self) -> None:
        """The claims as a table; with `--dry-run`, the diff."""
        run = self._run
        for finding in self._copies.findings:
            run.out.tell(finding)
        if run.shared.dry_run:
            changes = [change for reading in self._readings for change in reading.changes]
            run.change(self._copies.marked(changes, run.ledger_to_be))
            return
        if len(self._readings) > 1 or not self.exit_code or run.out.format is not OutputFormat.TABLE:
            run.out.show(_answer(self._readings))
        run.out.say(_summary(self._readings, str(run.file)))

    @property
    def exit_code(self) -> int:
        """That of the one article that failed; 1 when there were several and any failed."""
        failed = [reading for reading in self._readings if reading.failed]
        if len(self._readings) == 1 and failed and failed[0].error is not None:
            return failed[0].error.exit_code
        return _FAILED if failed else 0

    def _tell(self, reading: Reading) -> None:
        """Each finding once: a missing model is not said again for each article."""
        for finding in reading.findings:
            if finding not in self._told:
                self._told.add(finding)
                self._run.out.tell(finding)
        if reading.error is not None and self._run.shared.verbose > 1:
            import traceback

            traceback.print_exception(reading.error)


def _pass(_: Request) -> None:
    """Nothing is kept of what is not written."""


def _light(reading: Reading) -> Reading:
    """Without the bytes it was read from: thousands of them are remembered until the end."""
    return replace(reading, request=replace(reading.request, content=None, document=None))


def _told_of(reading: Reading) -> str:
    """Under which id an article is kept, which date it was read against and who said so, what read it."""
    said = [f"{reading.request.name}: {reading.source or 'not read'}"]
    kept = [change.source for change in reading.changes if isinstance(change, AddSource | ReplaceSource)]
    said += [f"published {one.published} ({words(one.signal or 'typed')})" for one in kept if one.published]
    said += [f"read by {reading.by}"] if reading.by else []
    return ", ".join([*said, counted(len(reading.claims), "claim")])


def _answer(readings: list[Reading]) -> Answer:
    sections = [
        Section(tuple(_cells(event, claim) for event, claim in reading.claims), _heading(reading, readings))
        for reading in readings
        if reading.claims
    ]
    return Answer(_COLUMNS, tuple(sections), [_data(reading) for reading in readings], empty="no new claim")


def _heading(reading: Reading, readings: list[Reading]) -> str:
    return f"{reading.source}  {visible(reading.request.name)}" if len(readings) > 1 else ""


def _cells(event: Event, claim: Claim) -> dict[str, str]:
    return {
        "id": claim.id,
        "when": human(claim.when.edtf if claim.when else None),
        "status": words(claim.says) if claim.says else "",
        "what": event.title,
        "quote": f"“{claim.quote}”" if claim.quote else "",
        "judgement": claim.stance if claim.stance is not Stance.ACCEPTED else "",
    }


def _data(reading: Reading) -> dict[str, Any]:
    return {
        "file": reading.request.name,
        "source": reading.source,
        "known": reading.known,
        "by": reading.by,
        "claims": [claim_data(event, claim) for event, claim in reading.claims],
        "findings": [{"code": finding.code, "message": finding.message} for finding in reading.findings],
    }


def claim_data(event: Event, claim: Claim) -> dict[str, Any]:
    start, end = claim.at or (None, None)
    return {
        "id": claim.id,
        "event": event.id,
        "title": event.title,
        "kind": claim.kind or event.kind,
        "quote": claim.quote,
        "start": start,
        "end": end,
        "when": claim.when.edtf if claim.when else None,
        "when_words": claim.when.text if claim.when else None,
        "rule": claim.when.rule if claim.when else None,
        "says": claim.says,
        "said_by": ", ".join(claim.said_by) or None,
        "place": claim.place,
        "actors": [{"id": actor, "role": role.value} for role, actors in claim.actors for actor in actors],
        "judgement": claim.stance.value,
    }


def _summary(readings: list[Reading], file: str) -> str:
    claims = [claim for reading in readings for _, claim in reading.claims]
    read = sum(bool(reading.changes) for reading in readings)
    known = sum(reading.known for reading in readings)
    failed = sum(reading.failed for reading in readings)
    kept = f"{counted(read, 'article')} read, {counted(len(claims), 'claim')} kept in {file}"
    parts = [kept if read else "nothing was written"]
    parts += [f"{known} known already"] if known else []
    parts += [f"{failed} could not be read"] if failed else []
    said = ", ".join(parts)
    if any(claim.stance is Stance.SUGGESTED for claim in claims):
        said += "; they are suggestions until 'timeline accept ID' or 'timeline reject ID'"
    return said
