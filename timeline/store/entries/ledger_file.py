"""A ledger text with what it says: parsed, read, and every problem located."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline.diagnostics import Diagnostic, Where
from timeline.model.ledger import Ledger
from timeline.store.entries import ledger_reading
from timeline.store.text.problem import Problem
from timeline.store.text.yaml_values import (
    CONFLICT,
    CONFLICT_NEXT,
    DuplicateKeyError,
    MalformedError,
    decode,
    parse,
    place,
    without_gc,
)

if TYPE_CHECKING:
    from timeline.store.text.positions import Positions


@dataclass(frozen=True, slots=True)
class LedgerText:
    """`data` is what the parser made of the text, the words of scalars given back; `ledger` leaves out what is broken."""

    text: str
    data: dict[Any, Any]
    ledger: Ledger
    findings: tuple[Diagnostic, ...]


def read_bytes(content: bytes, file: str) -> LedgerText:
    """Raises `MalformedError` when the content is no YAML mapping at all."""
    return read_text(decode(content), file)


def read_text(text: str, file: str) -> LedgerText:
    """Raises `MalformedError`; where a merge conflict is all that is wrong, its first version is read."""
    with without_gc():
        try:
            return _parsed(text, file, ())
        except MalformedError:
            read = _first_version(text, file)
            if read is None:
                raise
            return read


def _parsed(text: str, file: str, found: tuple[Diagnostic, ...]) -> LedgerText:
    try:
        return _read(text, parse(text), file, found)
    except DuplicateKeyError:
        doubled = tuple(_doubled(text, file))
        return _read(text, parse(text, first_of_duplicates=True), file, (*found, *doubled))


def _first_version(text: str, file: str) -> LedgerText | None:
    """`None` when there is no merge conflict, or the first version is no YAML either."""
    from timeline.store.entries.conflicts import conflicts, first_version  # noqa: PLC0415 - asked for when the text is no YAML

    found = conflicts(text)
    told = tuple(
        Diagnostic("E201", CONFLICT, Where(file, *place(text, conflict.start)), CONFLICT_NEXT) for conflict in found
    )
    try:
        return _parsed(first_version(text, found), file, told) if found else None
    except MalformedError:
        return None


def _read(text: str, data: dict[Any, Any], file: str, found: tuple[Diagnostic, ...]) -> LedgerText:
    result = ledger_reading.read(data)
    if not result.reading.wants and not result.reading.problems:
        return LedgerText(text, data, result.ledger, found)

    from timeline.store.text import literals  # noqa: PLC0415 - positions cost, so they are loaded when there is need
    from timeline.store.text.positions import Positions  # noqa: PLC0415

    while result.reading.wants:  # again when an id had to be recovered before what stands under it could be read
        literals.recover(data, result.reading.wants, Positions(text, data))
        result = ledger_reading.read(data)
    located = _locate(result.reading.problems, Positions(text, data), file)
    return LedgerText(text, data, result.ledger, (*found, *located))


def _locate(problems: Iterable[Problem], positions: Positions, file: str) -> list[Diagnostic]:
    """In the order of the file."""
    located = [
        Diagnostic(
            problem.code,
            problem.message,
            Where(file, *positions.place(problem.steps, at_key=problem.at_key)),
            problem.hint,
        )
        for problem in problems
    ]
    return sorted(
        located, key=lambda finding: (finding.where.line or 0, finding.where.column or 0) if finding.where else (0, 0)
    )


def _doubled(text: str, file: str) -> Iterable[Diagnostic]:
    from timeline.store.text.duplicates import duplicates  # noqa: PLC0415 - as above
    from timeline.store.text.positions import Positions  # noqa: PLC0415

    positions = Positions(text, {})
    seen = False
    for key, first, again in duplicates(text):
        seen = True
        line, _ = positions.line_and_column(first)
        message = f"{key!r} stands here again; it is already on line {line}"
        yield Diagnostic("E203", message, Where(file, *positions.line_and_column(again)))
    if not seen:
        yield Diagnostic("E203", "a key stands twice in one mapping", Where(file))


def malformed(error: MalformedError, file: str) -> Diagnostic:
    return Diagnostic("E201", error.message, Where(file, error.line, error.column), error.hint)
