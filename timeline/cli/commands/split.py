"""`timeline split`: what was taken for one event is two."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.typed.completion import events
from timeline.cli.work.judging import Why


@command(
    "timeline split sommet-de-budapest --why 'two meetings after all'",
    "timeline split budapest-summit c7f3a1 c09b2e --title 'Talks of the advisers' --kind talks",
    "timeline split budapest-summit c7f3a1 --into advisers-talks",
)
def split(
    run: Run,
    *,
    event: Annotated[
        str,
        typer.Argument(
            metavar="EVENT",
            help="One that was merged, by its id; with claims: the event they stand in.",
            autocompletion=events,
        ),
    ],
    claims: Annotated[
        list[str] | None, typer.Argument(metavar="CLAIM...", help="The claims that are about another event.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="A new event, with that title.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Its kind; else that of the claims.")
    ] = None,
    into: Annotated[str | None, typer.Option("--into", metavar="EVENT", help="An event that is there.")] = None,
    why: Why = None,
) -> None:
    """Say that claims are about another event, or that an event is not the one it was merged into.

    Every claim stays where it stands, with the judgement on it: who, when and why. Claims that were put under the wrong
    event go back with 'timeline split EVENT CLAIM --into FIRST'.
    """
    from timeline.cli.typed.kinds import known_kind
    from timeline.cli.work.splitting import Elsewhere, claims_apart, event_apart
    from timeline.errors import UsageError

    if title is not None and into is not None:
        raise UsageError("give --title for a new event, or --into for one that is there")
    if claims:
        claims_apart(run, event, claims, Elsewhere(into, title, kind and known_kind(kind)), why)
    elif title or into:
        raise UsageError("say which claims are about the other event; 'timeline show EVENT' lists them")
    else:
        event_apart(run, event, why)
