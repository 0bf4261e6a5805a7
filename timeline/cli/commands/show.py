"""`timeline show`: one event, then every claim it rests on."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.completion import events
from timeline.cli.run import Run

Reference = Annotated[
    str,
    typer.Argument(metavar="EVENT", help="Its id, the beginning of it, or words of its title.", autocompletion=events),
]


@command("timeline show budapest-summit", "timeline show budapest --as-of 2025-10-19", "timeline show budapest -O json")
def show(run: Run, event: Reference) -> None:
    """Show what is known of an event, then every claim behind it.

    Each claim comes with its quote, its source, the words of its date, the day they were read as, the rule that read
    them, and where the desk stands on it.
    """
    from timeline.cli.account import account
    from timeline.query.event import show as ask

    row = ask(run.ledger, event, run.moment, run.today.isoformat())
    run.out.show(account(row))
