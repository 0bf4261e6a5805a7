"""`timeline read`: what articles say of themselves, and their text."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run


@command(
    "timeline read page.html",
    "timeline read saved/*.html https://example.org/a -O jsonl --jobs 2 > read.jsonl",
    "timeline read crawl.warc.gz -O jsonl",
)
def read(
    run: Run,
    *,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCES...",
            help="Files, folders, patterns, addresses, archives, feeds, or - for what is piped in.",
        ),
    ],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When they were published.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="CODE", help="Their language; else it is recognised.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also ask addresses that are not on the public internet.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that share the work.")] = 1,
) -> None:
    """Show what is read of articles, without looking for claims and without a ledger.

    With -O jsonl one line a document, in order: source, published, signal, candidates, modified, language, title, author,
    outlet, url, text, diagnostics. One that cannot be read has its line too, with what is wrong with it. Every sign of the
    publication date is a candidate with where it was found; when they disagree, a diagnostic says which was taken.
    """
    from timeline.cli.articles import requested
    from timeline.cli.documents import show
    from timeline.pipeline.request import Request

    given = Request("", None, published, lang)
    requests = requested(sources, given, run.out.tell, private=allow_private)
    if show(run, requests, jobs):
        raise typer.Exit(1)
