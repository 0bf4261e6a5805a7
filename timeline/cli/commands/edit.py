"""`timeline edit`: the desk's labels of an event; everything else about it comes from its claims."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.commands.show import Reference
from timeline.cli.run import Run


@command(
    "timeline edit budapest-summit --title 'Sommet de Budapest' --kind summit",
    "timeline edit budapest-summit --tag ukraine --tag sommet --notes 'Dates to be checked with the Hungarian side.'",
)
def edit(
    run: Run,
    event: Reference,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="Another title.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="visit, summit, vote, ...")] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="Its tags; may be repeated; '' for none.")
    ] = None,
    notes: Annotated[
        str | None, typer.Option("--notes", metavar="WORDS", help="Notes of the desk; '' for none.")
    ] = None,
) -> None:
    """Change the title, kind, tags or notes of an event; tags and notes replace what stood there.

    Date, status, place and people are not edited: add a claim.
    """
    from timeline.cli.typed.kinds import known_kind
    from timeline.cli.work.writing import write_event
    from timeline.errors import UsageError
    from timeline.model.change import EditEvent
    from timeline.query.event import resolve

    if title is None and kind is None and tag is None and notes is None:
        raise UsageError("nothing to change; give --title, --kind, --tag or --notes")
    if title is not None and not title.strip():
        raise UsageError("an event needs a title")
    name = resolve(run.ledger, event)
    tags = None if tag is None else tuple(word for word in tag if word)
    change = EditEvent(event=name, title=title, kind=kind and known_kind(kind), tags=tags, notes=notes)
    write_event(run, [change], name, "changed")
