"""`timeline when`: how words of time would be read, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run


@command(
    "timeline when 'la semaine prochaine' --published 2025-10-17 --explain",
    "timeline when 'He will be received on Friday, and left last week.' --published 2025-10-15 --lang en",
    "timeline when 2025-W43 -O json",
)
def when(
    run: Run,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="A date in words, or a sentence with dates in it.")
    ],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When the words were published; else today.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="Their language; else all are asked.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which rules matched, and what was dropped and why.")
    ] = False,
) -> None:
    """Say which day or days some words would be read as, without writing anything.

    With -O json: {"timexes": [...]}, one object for each date in the words.
    """
    from timeline.cli.shown.reading import Reading, shown

    reading = Reading.of(" ".join(text), run, published, lang)
    run.out.show(shown(reading, explain=explain))
