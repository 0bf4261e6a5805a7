"""Batches of texts as JSON lines: a row in, a row out, in the order of the file, whatever goes wrong in one of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, Final, NamedTuple, TypeVar

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import DateError, TimelineError
from timeline.model.document import Dct
from timeline.pipeline.parallel import LONGEST, TOGETHER, batches, ordered
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
Work = Callable[[Sequence[Row]], Sequence[Callable[[], Found]]]
"""What is to be done for each of some rows. Doing it is left to the caller, so that one that fails fails alone."""


def answers(lines: Iterable[Line], work: Work, name: str, jobs: int, *, together: int = TOGETHER) -> Iterator[Said]:
    """One answer {"id", NAME: [...]} a line, in order and as they come; `jobs` processes share the work.

    Blank lines are left out. `work` is pickled when there are several jobs. `together`: how many rows may wait for
    each other when there is one.
    """
    full = (line for line in lines if line.content.strip())
    taken = batches(full, lambda line: len(line.content), together if jobs == 1 else TOGETHER, LONGEST)
    return ordered(partial(_answers, work=work, name=name), taken, jobs)


def _answers(lines: list[Line], *, work: Work, name: str) -> list[Said]:
    rows = [_guarded(partial(_row, line)) for line in lines]
    works = iter(work([row for row in rows if isinstance(row, Row)]))
    said = []
    for line, row in zip(lines, rows, strict=True):
        found = row if isinstance(row, _Failed) else _guarded(next(works))
        values, findings = ([], found.findings) if isinstance(found, _Failed) else found
        said.append(_said(line, getattr(row, "id", None), {name: values}, findings))
    return said


class _Failed(NamedTuple):
    findings: tuple[Diagnostic, ...]


_Result = TypeVar("_Result")


def _guarded(work: Callable[[], _Result]) -> _Result | _Failed:
    """A row that cannot be read is answered with its diagnostics, as one whose text trips a rule is."""
    try:
        return work()
    except TimelineError as error:
        return _Failed(tuple(one for one in error.findings if isinstance(one, Diagnostic)))
    except Exception as error:  # noqa: BLE001  one text that trips a rule must not stop a million others
        return _Failed((Diagnostic("E604", f"{type(error).__name__}: {error}"),))


def _said(line: Line, row: Any, found: dict[str, Any], findings: tuple[Diagnostic, ...]) -> Said:
    where = Where(line.file, line.number)
    placed = tuple(Diagnostic(one.code, one.message, where, one.hint) for one in findings)
    said: dict[str, Any] = {"id": row, **found}
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
