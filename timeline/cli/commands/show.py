"""`timeline show`: one event, then every claim it rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.typed.completion import events

Reference = Annotated[
    str,
    typer.Argument(metavar="EVENT", help="Its id, the beginning of it, or words of its title.", autocompletion=events),
]


@command(
    "timeline show budapest-summit", "timeline show budapest --as-of 2025-10-19", "timeline show budapest --attribution"
)
def show(
    run: Run,
    event: Reference,
    attribution: Annotated[
        bool, typer.Option("--attribution", help="Who told whom: speaker, outlet, outlet, one line a claim.")
    ] = False,
) -> None:
    """Show what is known of an event, then every claim behind it.

    Each claim comes with its quote, its source, the words of its date, the day they were read as, the rule that read
    them, and where the desk stands on it.
    """
    if attribution:
        from timeline.cli.shown.attribution import attributed
        from timeline.query.attribution import attribution as chains

        run.out.show(attributed(chains(run.ledger, event, run.moment)))
        return
    from timeline.cli.shown.account import account
    from timeline.query.event import show as ask

    row = ask(run.ledger, event, run.moment)
    run.out.show(account(row))
