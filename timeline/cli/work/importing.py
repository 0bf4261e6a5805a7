"""What `import` does: shows what it makes of the columns, reads, writes once, tells what it did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from timeline import registry
from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.shown.counted import counted
from timeline.cli.shown.dates import human
from timeline.cli.shown.events import STATUS_STYLES
from timeline.cli.shown.events import words as in_words
from timeline.cli.typed.days import read_day
from timeline.diagnostics import Severity
from timeline.errors import UsageError
from timeline.pipeline.importing import Importing, Wanted

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.ingest.entries.asked import Asked
    from timeline.ingest.entries.columns import Columns
    from timeline.pipeline.importing import Imported

_FAILED: Final = 1
_FORMATS: Final = {
    ".csv": "csv",
    ".htm": "jsonld",
    ".html": "jsonld",
    ".ical": "ics",
    ".ics": "ics",
    ".json": "json",
    ".jsonl": "json",
    ".jsonld": "jsonld",
    ".mw": "markwhen",
    ".tab": "tsv",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
}
_SHOWN: Final = 50
"""Rows of a table on a terminal; a file of ten thousand events is summed up."""
_COLUMNS: Final = (
    Column("id", "Event", under="when"),
    Column("when", "When"),
    Column("status", "Status", styles=STATUS_STYLES),
    Column("what", "What", wide=True),
)


@dataclass(frozen=True, slots=True)
class Words:
    """The options as they were typed."""

    format: str | None
    columns: tuple[str, ...]
    delimiter: str | None
    sheet: str | None
    until: str | None
    source: str | None
    outlet: str | None
    url: str | None
    published: str | None
    language: str | None
    accept: bool
    yes: bool


class Intake:
    def __init__(self, run: Run, file: Path, words: Words) -> None:
        self._run, self._file, self._words = run, file, words

    def read(self) -> int:
        """The exit code: 1 where entries could not be read."""
        run, words = self._run, self._words
        name = words.format or self._format()
        reader = registry.find("importers", name)
        asked = self._asked(name)
        if hasattr(reader, "columns"):
            self._confirm(reader.columns(self._file, asked), reader.sample(self._file, asked))
        from timeline.cli.work.statement import desk

        published = read_day(words.published, "--published", run, run.today) if words.published else None
        wanted = Wanted(
            file=str(self._file),
            source=words.source or self._file.name,
            title=words.source or self._file.name,
            outlet=words.outlet,
            url=words.url,
            published=published.isoformat() if published else None,
            language=words.language,
            accept=words.accept,
        )
        done = Importing(wanted, desk(run)).read(reader(self._file, asked))
        for finding in done.findings:
            run.out.tell(finding)
        if done.changes:
            run.change(done.changes)
        if not run.shared.dry_run:
            self._show(done)
        return _FAILED if any(finding.severity is Severity.ERROR for finding in done.findings) else 0

    def _format(self) -> str:
        found = _FORMATS.get(self._file.suffix.lower())
        if found is None:
            known = ", ".join(registry.names("importers"))
            raise UsageError(f"{self._file.name!r} does not say what it is; add --format, one of {known}")
        return found

    def _asked(self, name: str) -> Asked:
        from timeline.ingest.entries.asked import Asked

        run, words = self._run, self._words
        until = read_day(words.until, "--until", run, run.today) if words.until else None
        delimiter = words.delimiter.replace("\\t", "\t") if words.delimiter else "\t" if name == "tsv" else None
        if delimiter is not None and len(delimiter) != 1:
            raise UsageError(f"--delimiter {words.delimiter!r}: give one sign, or \\t")
        return Asked(
            until=until or _year_after(run.today),
            timezone=run.timezone,
            columns=dict(map(_pair, words.columns)),
            delimiter=delimiter,
            sheet=words.sheet,
            language=words.language,
        )

    def _confirm(self, columns: Columns, sample: list[list[str]]) -> None:
        """Nothing is asked where every column was typed. Raises `UsageError` where nobody can answer."""
        out = self._run.out
        for field, at in sorted(columns.fields.items(), key=lambda one: one[1]):
            first = next((row[at] for row in sample if at < len(row) and row[at].strip()), "")
            guess = " (guessed)" if field in columns.guessed else ""
            out.say(f"{columns.names[at]!r} is {field}{guess}, for example {first[:60]!r}")
        left = [name for at, name in enumerate(columns.names) if at not in columns.fields.values() and name]
        if left:
            out.say(f"not read: {', '.join(map(repr, left))}")
        if not columns.guessed or self._words.yes or self._run.shared.dry_run:
            return
        import sys

        import typer

        if not sys.stdin.isatty():
            raise UsageError(
                "add --yes if the columns are right, or say them with --map COLUMN=FIELD; nothing was read"
            )
        if not typer.confirm("Is that right?", err=True):
            raise UsageError("say the columns with --map COLUMN=FIELD; nothing was read")

    def _show(self, done: Imported) -> None:
        out = self._run.out
        rows = tuple(
            {
                "id": event.id,
                "when": human(claim.when.edtf if claim.when else None),
                "status": in_words(claim.says) if claim.says else "",
                "what": event.title,
            }
            for event, claim in done.claims[:_SHOWN]
        )
        out.show(Answer(_COLUMNS, (Section(rows),) if rows else (), _data(done), empty="nothing new"))
        more = len(done.claims) - _SHOWN
        said = [
            f"{counted(done.events, 'new event')}, {counted(len(done.claims), 'new claim')} of {done.source} in {self._run.file}"
        ]
        said += [f"{more} more than shown"] if more > 0 else []
        said += [f"{done.undated} without a date"] if done.undated else []
        said += [f"{done.known} known already"] if done.known else []
        said += [f"{done.refused} could not be read"] if done.refused else []
        out.say(", ".join(said))


def _data(done: Imported) -> dict[str, Any]:
    from timeline.cli.work.intake import claim_data

    return {
        "source": done.source,
        "events": done.events,
        "known": done.known,
        "refused": done.refused,
        "claims": [claim_data(event, claim) for event, claim in done.claims],
        "findings": [{"code": finding.code, "message": finding.message} for finding in done.findings],
    }


def _pair(words: str) -> tuple[str, str]:
    column, sign, field = words.rpartition("=")
    if not sign or not column.strip():
        raise UsageError(f"--map {words!r}: write COLUMN=FIELD")
    return column.strip(), field.strip()


def _year_after(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28))
