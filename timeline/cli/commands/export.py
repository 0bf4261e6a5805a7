"""`timeline export`: the events that match, as a page, a calendar, a table or data."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command, with_options
from timeline.cli.filters import Asked, filters
from timeline.cli.page import Page, page
from timeline.cli.run import Run


@command(
    "timeline export html -o story.html --title 'The road to Budapest'",
    "timeline export ics -o story.ics --status expected --status confirmed",
    "timeline export csv --from 2025-10-01 --to 2025-10-31 -o october.csv",
)
@with_options(page, "page")
@with_options(filters, "asked")
def export(
    run: Run,
    name: Annotated[str, typer.Argument(metavar="FORMAT", help="html, ics, csv, json, ...")],
    asked: Asked,
    page: Page,
    strict_ics: Annotated[
        bool, typer.Option("--strict-ics", help="Mark cancelled entries as such, though some calendars then hide them.")
    ] = False,
) -> None:
    """Write the events that match into a file of another format, and say what it could not hold.

    Every format is made from the same answer as `timeline list`, with the same filters.
    """
    from timeline import registry
    from timeline.cli.page import left_out
    from timeline.errors import UsageError
    from timeline.query.listing import listing

    write = registry.find("exporters", name)
    if name == "html" and run.shared.output is None and run.out.on_terminal:
        raise UsageError("a page goes into a file: give -o story.html, or use 'timeline open'")
    view = listing(
        run.ledger,
        asked.filter(run),
        run.moment,
        today=run.today.isoformat(),
        timezone=run.timezone,
        history=name == "html",
    )
    run.out.write(write(view, page.options(strict_ics=strict_ics)))
    for sentence in (*left_out(view, name), *view.notes):
        run.out.say(sentence)
    if run.shared.output is not None:
        run.out.say(f"wrote {len(view.rows)} events to {run.shared.output}")
