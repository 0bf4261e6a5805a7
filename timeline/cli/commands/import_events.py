"""`timeline import`: events from a calendar, a table or another program's timeline."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run


@command(
    "timeline import agenda.ics --source 'City council' --until 2026-06-30",
    "timeline import events.csv --map 'What happens=title' --map Day=when --yes",
    "timeline import story.xlsx --format xlsx --sheet 2025 --accept",
)
def import_events(
    run: Run,
    *,
    events: Annotated[Path, typer.Argument(metavar="FILE", help="The file.")],
    format: Annotated[  # noqa: A002 the word of the option
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="csv, tsv, xlsx, ics, json, timelinejs, markwhen, jsonld; else by its name.",
        ),
    ] = None,
    map: Annotated[  # noqa: A002 the word of the option
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="What a column holds; '-' for nothing. May be repeated."),
    ] = None,
    delimiter: Annotated[
        str | None, typer.Option("--delimiter", metavar="SIGN", help="What stands between columns; else found out.")
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Of a workbook.")] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The horizon of what repeats; else a year from today.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NAME", help="How the file is called among the sources; else as it is."),
    ] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Its address.")] = None,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When it was published; 'Friday' is read against it."),
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="Of its words; en-US puts the month first.")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Accept the claims instead of suggesting them.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Take the columns as they were guessed.")] = False,
) -> None:
    """Read events out of a file: each becomes a claim of one more source, the file.

    What the columns of a table hold is guessed by their names, shown, and asked. The same file again adds nothing; an entry
    that changed adds a claim to its event. What cannot be read is told with its line, and the rest goes on.
    """
    from timeline.cli.work.importing import Intake, Words

    words = Words(
        format=format,
        columns=tuple(map or ()),
        delimiter=delimiter,
        sheet=sheet,
        until=until,
        source=source,
        outlet=outlet,
        url=url,
        published=published,
        language=lang,
        accept=accept,
        yes=yes,
    )
    code = Intake(run, events, words).read()
    if code:
        raise typer.Exit(code)
