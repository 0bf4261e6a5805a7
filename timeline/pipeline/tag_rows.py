"""Batches of texts as JSON lines: a row in, a row out, in the order of the file, whatever goes wrong in one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from timeline.diagnostics import Diagnostic, Where
from timeline.errors import DateError, TimelineError
from timeline.model.document import Dct
from timeline.pipeline.parallel import ordered
from timeline.pipeline.tagging import created, tagged

SHOWN: Final = {"start", "end", "text", "type", "value"}
_GENRES: Final = frozenset({"news", "narrative"})


class Line(NamedTuple):
    """One line of a file: `number` counts from 1."""

    file: str
    number: int
    content: str


class Said(NamedTuple):
    """The row to write, as JSON, and what there is to tell about it."""

    row: str
    findings: tuple[Diagnostic, ...] = ()


def answers(lines: Iterable[Line], timezone: str, jobs: int, *, tree: bool = False) -> Iterator[Said]:
    """One answer a line, in order and as they come; `jobs` processes share the work. Blank lines are left out."""
    return ordered(
        partial(answer, timezone=timezone, tree=tree), (line for line in lines if line.content.strip()), jobs
    )


def answer(line: Line, timezone: str, *, tree: bool = False) -> Said:
    """Reads one row {"id", "lang", "dct", "text", "genre"?}: a row that cannot be read is answered with its diagnostics."""
    row: dict[str, Any] = {}
    try:
        row = _row(line)
        dct, doubts = _created(row, timezone)
        found = tagged(row["text"], dct, row.get("lang"), row.get("genre"), tree=tree)
    except TimelineError as error:
        return _said(row, [], tuple(_placed(one, line) for one in error.findings if isinstance(one, Diagnostic)))
    except Exception as error:  # noqa: BLE001  one text that trips a rule must not stop a million others
        return _said(row, [], (Diagnostic("E604", f"{type(error).__name__}: {error}", _where(line)),))
    shown = [timex.model_dump(mode="json", include=SHOWN) for timex in found.timexes]
    return _said(row, shown, tuple(_placed(finding, line) for finding in (*doubts, *found.findings)))


def _row(line: Line) -> dict[str, Any]:
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
    return row


def _created(row: dict[str, Any], timezone: str) -> tuple[Dct | None, tuple[Diagnostic, ...]]:
    """The day to read against; one that is none is told, and what needs no day is read all the same."""
    try:
        return created(row.get("dct"), timezone), ()
    except DateError as error:
        return None, tuple(finding for finding in error.findings if isinstance(finding, Diagnostic))


def _refused(message: str) -> TimelineError:
    return TimelineError(message, findings=[Diagnostic("E109", message)])


def _said(row: dict[str, Any], timexes: list[dict[str, Any]], findings: tuple[Diagnostic, ...]) -> Said:
    said: dict[str, Any] = {"id": row.get("id"), "timexes": timexes}
    if findings:
        said["diagnostics"] = [
            {"code": one.code, "severity": one.severity, "message": one.message, "where": str(one.where)}
            for one in findings
        ]
    return Said(json.dumps(said, ensure_ascii=False) + "\n", findings)


def _placed(finding: Diagnostic, line: Line) -> Diagnostic:
    return Diagnostic(finding.code, finding.message, _where(line), finding.hint)


def _where(line: Line) -> Where:
    return Where(line.file, line.number)
