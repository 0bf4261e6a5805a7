"""`timeline read`: what articles say of themselves, and their text."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command, with_options
from timeline.cli.run import Run
from timeline.cli.typed.texts import Texts, texts


@command(
    "timeline read page.html",
    "timeline read saved/*.html https://example.org/a -O jsonl --jobs 2 > read.jsonl",
    "timeline read crawl.warc.gz -O jsonl",
)
@with_options(texts, "given")
def read(
    run: Run,
    *,
    given: Texts,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that share the work.")] = 1,
) -> None:
    """Show what is read of articles, without looking for claims and without a ledger.

    With -O jsonl one line a document, in order: source, published, signal, candidates, modified, language, title, author,
    outlet, url, text, diagnostics. One that cannot be read has its line too, with what is wrong with it. Every sign of the
    publication date is a candidate with where it was found; when they disagree, a diagnostic says which was taken.
    """
    from timeline.cli.shown.documents import show

    if show(run, given.requests(run.out.tell), jobs):
        raise typer.Exit(1)
