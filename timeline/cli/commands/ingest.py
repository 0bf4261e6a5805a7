"""`timeline ingest`: articles go in, claims come out."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.typed.texts import AcceptAbove, HowBroad, Language, Private, Published, Sources
from timeline.model.vocabulary import Breadth


@command(
    "timeline ingest article.txt --published 2025-10-17",
    "timeline ingest articles/ --accept-above 0.9",
    "timeline ingest speeches/ --breadth wide",
    "timeline ingest https://example.org/a saved/*.html --keep-page",
    "curl -s https://example.org/a.txt | timeline ingest - --published 2025-10-17 --url https://example.org/a.txt",
)
def ingest(
    run: Run,
    *,
    sources: Sources,
    published: Published = None,
    lang: Language = None,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="The headline.")] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Its address.")] = None,
    origin: Annotated[
        str | None,
        typer.Option("--origin", metavar="GROUP", help="Whose text they print: copies count once, however many."),
    ] = None,
    breadth: HowBroad = Breadth.NEWS,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Accept the claims instead of suggesting them.")] = False,
    accept_above: AcceptAbove = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Read articles again that are known; their suggestions are made anew.")
    ] = False,
    keep_page: Annotated[
        bool, typer.Option("--keep-page", help="Keep pages and documents as they came, in pages/ beside the ledger.")
    ] = False,
    allow_private: Private = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that share an archive (.warc).")] = 1,
) -> None:
    """Read articles, find the claims they make, and keep those as suggestions.

    Each claim comes with its quote, the day its words mean, and who takes part. Without --published, an article must
    say its date itself (front matter, the many signs of a page): no day is ever guessed. The same article again adds nothing. An article that shares
    half its passages with another of the same days is marked as resembling it, and the two count as one source until
    'timeline source edit' says otherwise.

    Of an archive (.warc, .warc.gz) the articles that make claims are kept, and a report is printed: read, skipped and why,
    claims found. One that was interrupted, or killed, goes on where it was when the same is asked again.
    """
    from timeline.cli.typed.articles import requested
    from timeline.cli.work.archives import Archives, all_archives
    from timeline.cli.work.intake import Intake
    from timeline.errors import UsageError
    from timeline.pipeline.request import Request

    given = Request(
        "",
        published=published,
        language=lang,
        title=title,
        outlet=outlet,
        url=url,
        accept=yes,
        accept_above=accept_above,
        replace=replace,
        breadth=breadth,
        keep_page=keep_page,
    )
    if all_archives(sources):
        if keep_page:
            raise UsageError("an archive keeps its pages itself: --keep-page is for pages and documents")
        if code := Archives(run, given, origin, jobs=jobs).read(sources):
            raise typer.Exit(code)
        return
    intake = Intake(run, origin)
    intake.read(requested(sources, given, run.out.tell, private=allow_private), len(sources))
    intake.show()
    if intake.exit_code:
        raise typer.Exit(intake.exit_code)
