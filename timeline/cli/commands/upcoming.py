"""`timeline upcoming`: what is coming up, from today on."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command, with_options
from timeline.cli.commands.list import ExitCode
from timeline.cli.run import Run
from timeline.cli.typed.filters import Asked, some_filters


@command(
    "timeline upcoming",
    "timeline upcoming --days 7 --actor 'Donald Trump'",
    "timeline upcoming --today 2025-10-17 -O md",
)
@with_options(some_filters, "asked")
def upcoming(
    run: Run,
    asked: Asked,
    days: Annotated[int | None, typer.Option("--days", min=0, metavar="N", help="Only the next so many days.")] = None,
    exit_code: ExitCode = False,
) -> None:
    """List what is coming up: today, this week, next week, later, and what has no date yet.

    A date that is only known as a window is said as one: some day 20–26 Oct. Windows that have begun still count.
    """
    from timeline.cli.shown.agenda import agenda
    from timeline.query.upcoming import upcoming as ask

    view = ask(run.ledger, asked.filter(run), run.moment, today=run.today.isoformat(), days=days)
    run.out.show(agenda(view, run.today, run.week_start))
    if exit_code and view.rows:
        raise typer.Exit(1)
