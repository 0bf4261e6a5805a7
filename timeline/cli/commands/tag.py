"""`timeline tag`: the dates in articles, marked up or listed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run


class GenreName(StrEnum):
    NEWS = "news"
    NARRATIVE = "narrative"


@command(
    "timeline tag article.txt --published 2025-10-17",
    "timeline tag docs.jsonl -O jsonl --jobs 4 > timexes.jsonl",
    "timeline tag articles/ --into marked/",
)
def tag(
    run: Run,
    *,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES...", help="Articles, folders of them, .jsonl files of texts, or - for what is piped in."
        ),
    ],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When the articles were published.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="Their language; else it is recognised.")
    ] = None,
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

    from timeline.cli.row_files import Findings, RowFiles
    from timeline.cli.tagging import Tagging
    from timeline.pipeline.request import Request
    from timeline.pipeline.tag_rows import tag_row

    rows, findings = RowFiles(files), Findings(run)
    if rows.given:
        rows.answer(run, findings, partial(tag_row, timezone=run.timezone, tree=tree), "timexes", jobs)
    else:
        tagging = Tagging(run, findings, genre.value if genre else None, into, tree=tree)
        tagging.articles(files, Request("", None, published, lang))
    if findings.failed:
        raise typer.Exit(1)
