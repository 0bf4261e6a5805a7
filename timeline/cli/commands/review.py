"""`timeline review`: going through what the machine suggests, one claim at a time."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.typed.completion import events, sources


@command(
    "timeline review",
    "timeline review --source lsi-2025-10-17 --below 0.7",
    "timeline review budapest-summit",
    "timeline review --kind visit -O jsonl",
)
def review(
    run: Run,
    event: Annotated[
        str | None,
        typer.Argument(
            metavar="EVENT", help="Only of this event: its id, or words of its title.", autocompletion=events
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="ID", help="Only what this article says.", autocompletion=sources),
    ] = None,
    below: Annotated[
        float | None, typer.Option("--below", metavar="S", min=0, max=1, help="Only what scored less, from 0 to 1.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="Only visit, summit, vote, ...")] = None,
) -> None:
    """Go through the suggestions one by one: accept, reject, edit, merge, split, undo.

    By article, then down the text, each in its paragraph; ? tells the keys. Every decision is written at once, and u
    takes it back. Without a terminal, what is to be reviewed is printed.
    """
    from timeline.cli.reviewing import start

    start.review(run, start.wanted(run, event, source, below, kind))
