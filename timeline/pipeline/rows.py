"""Batches of texts as JSON lines: a row in, a row out, in the order of the file, whatever goes wrong in one of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import DateError, TimelineError
from timeline.model.document import Dct
from timeline.pipeline.parallel import ordered
from timeline.pipeline.tagging import Genre, created

_GENRES: Final = frozenset({"news", "narrative"})


class Line(NamedTuple):
    """One line of a file: `number` counts from 1."""

    file: str
    number: int
    content: str


class Row(NamedTuple):
    """One text of a batch. `dct`: what it says of its publication, not yet read."""

    id: Any
    text: str
    language: str | None = None
    dct: str | None = None
    genre: Genre | None = None

    def created(self, timezone: str) -> tuple[Dct | None, tuple[Diagnostic, ...]]:
        """The day to read against; one that is none is told, and what needs no day is read all the same."""
        try:
            return created(self.dct or None, timezone), ()
        except DateError as error:
            return None, tuple(finding for finding in error.findings if isinstance(finding, Diagnostic))


class Said(NamedTuple):
    """The row to write, as JSON, and what there is to tell about it."""

    row: str
    findings: tuple[Diagnostic, ...] = ()


Found = tuple[list[dict[str, Any]], tuple[Diagnostic, ...]]
Work = Callable[[Row], Found]


def answers(lines: Iterable[Line], work: Work, name: str, jobs: int) -> Iterator[Said]:
    """One answer {"id", NAME: [...]} a line, in order and as they come; `jobs` processes share the work.

    Blank lines are left out. `work` is pickled when there are several jobs.
    """
    return ordered(partial(_answer, work=work, name=name), (line for line in lines if line.content.strip()), jobs)


def _answer(line: Line, *, work: Work, name: str) -> Said:
    """A row that cannot be read is answered with its diagnostics, as one whose text trips a rule is."""
    row = Row(None, "")
    try:
        row = _row(line)
        found, findings = work(row)
    except TimelineError as error:
        found, findings = [], tuple(one for one in error.findings if isinstance(one, Diagnostic))
    except Exception as error:  # noqa: BLE001  one text that trips a rule must not stop a million others
        found, findings = [], (Diagnostic("E604", f"{type(error).__name__}: {error}"),)
    where = Where(line.file, line.number)
    placed = tuple(Diagnostic(one.code, one.message, where, one.hint) for one in findings)
    said: dict[str, Any] = {"id": row.id, name: found}
    if placed:
        said["diagnostics"] = [
            {"code": one.code, "severity": one.severity, "message": one.message, "where": str(where)} for one in placed
        ]
    return Said(json.dumps(said, ensure_ascii=False) + "\n", placed)


def _row(line: Line) -> Row:
    """Raises `TimelineError` with E109."""
    try:
        row = json.loads(line.content)
    except ValueError as error:
        raise _refused(f"it is not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise _refused('expected an object with "text"')
    wrong = next((key for key in ("lang", "dct") if not isinstance(row.get(key), str | None)), None)
    if wrong is not None:
        raise _refused(f"{wrong!r} must be text or null")
    if row.get("genre") not in {*_GENRES, None}:
        raise _refused(f"genre {row['genre']!r} is none of: {', '.join(sorted(_GENRES))}")
    return Row(row.get("id"), row["text"], row.get("lang"), row.get("dct"), row.get("genre"))


def _refused(message: str) -> TimelineError:
    return TimelineError(message, findings=[Diagnostic("E109", message)])
