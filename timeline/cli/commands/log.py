"""`timeline log`: how what is known of an event came to be what it is."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.typed.completion import events


class Field(StrEnum):
    DATE = "date"
    STATUS = "status"
    PLACE = "place"
    PARTICIPANTS = "participants"
    BOUNDS = "bounds"


@command(
    "timeline log budapest-summit",
    "timeline log budapest-summit --field date --field status -O json",
    "timeline log --since 2025-10-20 --until 2025-10-22",
)
def log(
    run: Run,
    event: Annotated[
        str | None,
        typer.Argument(metavar="EVENT", help="Its id, or words of its title; else all.", autocompletion=events),
    ] = None,
    field: Annotated[list[Field] | None, typer.Option("--field", help="Only changes of this; may be repeated.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what was published on that day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Only what was published on that day or earlier.")
    ] = None,
) -> None:
    """List every change of date, status, place and participants, with the claim that made it.

    Each line says who said so, in which source and in which words; the earliest word comes first. A claim that
    repeats what was known changes nothing and is not listed: 'timeline show' has them all. Of one event without a date
    the log also tells how the days that others leave it changed, and why.
    """
    from timeline.cli.shown.news import logged
    from timeline.cli.typed.days import read_span
    from timeline.model.news import Topic
    from timeline.query.log import log as ask

    first, last = read_span(run, since, until, ("--since", "--until"))
    topics = [Topic(one) for one in field or ()]
    rows = ask(run.ledger, event, run.moment, topics=topics, since=first, until=last)
    run.out.show(logged(rows, one=event is not None, empty="no change"))
