"""`timeline export`: the events that match, as a page, a calendar, a table or data."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from timeline.cli.command import command, with_options
from timeline.cli.run import Run
from timeline.cli.typed.filters import Asked, filters
from timeline.cli.typed.page import Page, page

_FORMATS: Final = "html, ics, csv, xlsx, md, json, jsonl, schema, timelinejs, markwhen, ninjs, schemaorg, ftm, prov, graphml, gexf, parquet, timeml, or a plug-in's."
_FOR_FILES: Final = frozenset({"html", "parquet", "xlsx"})
"""Formats that a terminal could do nothing with."""
_ARTICLES: Final = "timeml"
"""Made of the texts behind the events, which no exporter sees."""


@command(
    "timeline export html -o story.html --title 'The road to Budapest'",
    "timeline export ics -o story.ics --status expected --status confirmed",
    "timeline export csv --from 2025-10-01 --to 2025-10-31 -o october.csv",
    "timeline export timelinejs -o timeline.json",
)
@with_options(page, "page")
@with_options(filters, "asked")
def export(
    run: Run,
    name: Annotated[str, typer.Argument(metavar="FORMAT", help=_FORMATS)],
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
    from timeline.cli.typed.page import left_out
    from timeline.errors import UsageError

    if name == _ARTICLES:
        _export_articles(run, asked)
        return
    write = registry.find("exporters", name)
    if name in _FOR_FILES and run.shared.output is None and run.out.on_terminal:
        instead = ", or use 'timeline open'" if name == "html" else ""
        raise UsageError(f"{name} goes into a file: give -o story.{name}{instead}")
    view = asked.view(run, history=name == "html")
    options = page.options(strict_ics=strict_ics)
    parts = getattr(write, "parts", None)
    run.out.write_parts(parts(view, options)) if parts else run.out.write(write(view, options))
    left = left_out(view, name, write)
    for sentence in (*left.sentences, *page.without_event(view), *view.notes):
        run.out.say(sentence)
    if run.shared.output is not None:
        run.out.say(f"wrote {left.kept} {'event' if left.kept == 1 else 'events'} to {run.shared.output}")


def _export_articles(run: Run, asked: Asked) -> None:
    """One article as the document it is, several as a zip of documents."""
    from timeline.errors import UsageError
    from timeline.pipeline.kept_timeml import archive, kept, marked

    view = asked.view(run)
    sources = kept(view, run.ledger)
    if not sources:
        raise UsageError("no event that matches rests on an article whose text is kept")
    if len(sources) > 1 and run.shared.output is None:
        raise UsageError(f"TimeML is one document an article, and there are {len(sources)}: give -o articles.zip")
    done = list(marked(sources, run.store.read_text, run.timezone))
    for finding in (finding for one in done for finding in one.findings):
        run.out.tell(finding)
    documents = [one for one in done if one.document is not None]
    run.out.write(documents[0].document or "" if len(sources) == 1 and documents else archive(documents))
    if run.shared.output is not None:
        run.out.say(f"wrote {len(documents)} articles to {run.shared.output}")
    if len(documents) < len(done):
        raise typer.Exit(1)
