"""`timeline check`: what is wrong with the ledger, and what is odd about the story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.shown.answer import Answer, Column, table
from timeline.diagnostics import CODES, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS: Final = (
    Column("where", "Where"),
    Column("code", "Code", styles={}),
    Column("severity", "", under="code", styles={"error": "red", "warning": "yellow", "info": "blue"}),
    Column("message", "What was found", wide=True),
    Column("about", "", under="where"),
    Column("next", "Next", under="message"),
)


@command(
    "timeline check",
    "timeline check --strict -f story.yaml",
    "timeline check --only W401 -O json",
    "timeline check --list",
)
def check(
    run: Run,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Information counts as a finding too.")] = False,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="CODE", help="Only this code; may be repeated.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Only list the codes, what they mean and what to do.")] = False,
) -> None:
    """Look for mistakes in the ledger (E2..) and for what is odd about the story (W4..).

    The story is looked at when the ledger is without errors. Exits with 1 when there is an error or a warning.
    """
    from timeline.check.run import check as look
    from timeline.store.history.last_written import last_written

    if listed:
        run.out.show(_codes())
        return
    codes = tuple(code.upper() for code in only or ())
    ledger, findings = run.found()
    shown = [finding for finding in findings if not codes or finding.code in codes]
    if ledger is not None and not any(finding.severity is Severity.ERROR for finding in findings):
        today = run.today.isoformat()
        shown += run.store.locate(
            look(
                ledger,
                today=today,
                moment=run.moment,
                read_text=run.store.read_text,
                before=last_written(run.file),
                only=codes,
            )
        )
    run.out.show(_answer(shown, run))
    if any(strict or finding.severity is not Severity.INFO for finding in shown):
        raise typer.Exit(1)


def _codes() -> Answer:
    """Of the ledger and of the story; the others belong to other commands."""
    known = {code: row for code, row in CODES.items() if code[1] in "24"}
    rows = [
        {"code": code, "severity": row.severity, "message": row.title, "next": row.next_step}
        for code, row in known.items()
    ]
    return table(_COLUMNS, rows, rows)


def _answer(findings: Sequence[Diagnostic], run: Run) -> Answer:
    rows = [
        {
            "where": str(finding.where or run.file),
            "about": _about(finding),
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "next": finding.next_step,
        }
        for finding in findings
    ]
    return table(_COLUMNS, rows, [_data(finding) for finding in findings], empty=f"{run.file}: nothing to report")


def _about(finding: Diagnostic) -> str:
    where = finding.where
    return f"{where.kind} {where.id}" if where is not None and where.id is not None else ""


def _data(finding: Diagnostic) -> dict[str, object]:
    where = finding.where
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": where.file if where else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
        "kind": where.kind if where else None,
        "id": where.id if where else None,
        "next": finding.next_step,
    }
