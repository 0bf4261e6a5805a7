"""`timeline tag`: the dates in articles, marked up or listed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.command import command, with_options
from timeline.cli.run import Run
from timeline.cli.typed.texts import Texts, texts


class GenreName(StrEnum):
    NEWS = "news"
    NARRATIVE = "narrative"


@command(
    "timeline tag article.txt --published 2025-10-17",
    "timeline tag docs.jsonl -O jsonl --jobs 4 > timexes.jsonl",
    "timeline tag articles/ --into marked/",
)
@with_options(texts, "given")
def tag(
    run: Run,
    *,
    given: Texts,
    genre: Annotated[
        GenreName | None,
        typer.Option(
            "--genre", help="Read relative dates against the publication day (news) or the story; else detected."
        ),
    ] = None,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="FOLDER", help="Write one TimeML file an article into a folder.")
    ] = None,
    tree: Annotated[
        bool,
        typer.Option(
            "--tree", help="Parse the texts too, with the language's model, and ask the tree which way a clause looks."
        ),
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that share a .jsonl file.")] = 1,
) -> None:
    """Find the dates in texts and say what they mean, without a ledger.

    Articles come out as TimeML, or as rows with -O table, json, jsonl, csv or md. A .jsonl file of rows {"id", "lang",
    "dct", "text", "genre"} gives rows {"id", "timexes": [{"start", "end", "text", "type", "value"}]}, in its order.
    """
    from functools import partial

    from timeline.cli.typed.row_files import Findings, RowFiles
    from timeline.cli.work.tagging import Tagging
    from timeline.pipeline.tag_rows import tag_rows

    rows, findings = RowFiles(given.names), Findings(run)
    if rows.given:
        rows.answer(
            run,
            findings,
            partial(tag_rows, timezone=run.timezone, tree=tree, week_start=run.week_start),
            "timexes",
            jobs,
            together=1,
        )
    else:
        tagging = Tagging(run, findings, genre.value if genre else None, into, tree=tree)
        tagging.articles(given)
    if findings.failed:
        raise typer.Exit(1)
