"""`timeline add`: an event typed by hand, in one line or field by field."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from timeline.cli.command import command, with_options
from timeline.cli.run import Run
from timeline.cli.work.statement import Status, When, evidence


@command(
    "timeline add 'Press conference at the Élysée' --when 'Monday 6.30pm'",
    "timeline add 'Trump reçoit Zelensky' --when vendredi --published 2025-10-16 --kind visit --status expected "
    "--actor 'Donald Trump:host' --actor 'Volodymyr Zelensky:visitor' --place Washington --source https://example.org/a",
    "timeline add -i",
)
@with_options(evidence, "rest")
def add(
    run: Run,
    *,
    rest: dict[str, Any],
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="What happens, in a few words.")] = None,
    when: When = None,
    status: Status = None,
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help="visit, summit, vote, ...")] = "other",
    tag: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="May be repeated.")] = None,
    interactive: Annotated[bool, typer.Option("--interactive", "-i", help="Ask for the fields.")] = False,
) -> None:
    """Add an event by hand, with its first claim.

    Only the title is needed. The date may be typed as an article would say it; it is read against --published, else
    against the day it is typed. Without --status, a date that has passed has occurred, everything else is expected.
    """
    from timeline.cli.typed import form
    from timeline.cli.typed.kinds import known_kind
    from timeline.cli.work.statement import desk, statement
    from timeline.cli.work.writing import say_date, write_event
    from timeline.errors import UsageError
    from timeline.model.ledger import Event
    from timeline.pipeline.typed import typed_event

    fields = {"title": title, "when": when, "status": status, "kind": kind, "tags": tuple(tag or ()), **rest}
    if interactive:
        fields = form.ask(fields, run)
    title = fields.pop("title")
    if not title:
        raise UsageError("an event needs a title; add -i asks for it")
    labels = Event(id="", title=title, kind=known_kind(fields.pop("kind")), tags=fields.pop("tags"))
    said = statement(run, fields.pop("when"), fields.pop("status"), fields)
    typed = typed_event(labels, said, desk(run))
    say_date(run, typed.timex)
    write_event(run, typed.changes, typed.event, "added")
