"""`timeline search`: events by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command, with_options
from timeline.cli.commands.list import ExitCode
from timeline.cli.run import Run
from timeline.cli.typed.filters import Asked, some_filters


@command("timeline search budapest", "timeline search 'sommet orban' --status expected -O json")
@with_options(some_filters, "asked")
def search(
    run: Run,
    query: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All of them must occur.")],
    asked: Asked,
    exit_code: ExitCode = False,
) -> None:
    """Find events whose title, notes, quotes, place or people hold all the words; the best match comes first.

    Accents and case do not matter.
    """
    from timeline.cli.shown.events import listed
    from timeline.query.search import search as ask

    words = " ".join(query)
    view = ask(run.ledger, words, asked.filter(run), run.moment, today=run.today.isoformat(), timezone=run.timezone)
    run.out.show(listed(view, empty=f"no event holds {words!r}"))
    if exit_code and view.rows:
        raise typer.Exit(1)
