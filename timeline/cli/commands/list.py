"""`timeline list`: events that match, in the order asked for."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command, with_options
from timeline.cli.run import Run
from timeline.cli.typed.filters import Asked, filters

ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when there is anything to list.")]


@command(
    "timeline list --from 2025-10-20 --to 2025-10-26",
    "timeline list --actor 'Volodymyr Zelensky' --status expected --status confirmed",
    "timeline list --as-of 2025-10-19 -O json",
)
@with_options(filters, "asked")
def list_events(run: Run, asked: Asked, exit_code: ExitCode = False) -> None:
    """List events: what is known of each, as of a moment.

    Events that rest on suggested claims alone are marked until somebody accepts or rejects them.
    """
    from timeline.cli.shown.events import listed

    view = asked.view(run)
    run.out.show(listed(view))
    if exit_code and view.rows:
        raise typer.Exit(1)
