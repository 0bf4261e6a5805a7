"""`timeline extract`: the claims of articles, printed and not kept."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command, with_options
from timeline.cli.run import Run
from timeline.cli.typed.texts import HowBroad, Texts, texts
from timeline.model.vocabulary import Breadth


@command(
    "timeline extract article.txt --published 2025-10-17",
    "timeline extract articles/ -O json",
    "timeline extract interview.txt --breadth wide",
    "timeline extract docs.jsonl -O jsonl --jobs 2 > claims.jsonl",
)
@with_options(texts, "given")
def extract(
    run: Run,
    *,
    given: Texts,
    breadth: HowBroad = Breadth.NEWS,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that share a .jsonl file.")] = 1,
) -> None:
    """Show the claims that articles make, without a ledger and without keeping anything.

    A .jsonl file of rows {"id", "lang", "dct", "text"} gives rows {"id", "claims": [...]}, in its order.
    """
    from functools import partial

    from timeline.cli.typed.row_files import Findings, RowFiles
    from timeline.cli.work.extracting import Extracting
    from timeline.pipeline.extract_rows import extract_rows

    rows, findings = RowFiles(given.names), Findings(run)
    if rows.given:
        read = partial(extract_rows, timezone=run.timezone, week_start=run.week_start, breadth=breadth)
        rows.answer(run, findings, read, "claims", jobs)
    else:
        Extracting(run, findings).articles(given._replace(breadth=breadth))
    if findings.failed:
        raise typer.Exit(1)
