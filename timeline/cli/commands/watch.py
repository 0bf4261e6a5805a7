"""`timeline watch`: feeds are followed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.typed.completion import watches
from timeline.cli.typed.texts import AcceptAbove, Private


@command(
    "timeline watch feeds.yaml",
    "timeline watch feeds.yaml --every 15m",
    "timeline watch feeds.yaml --watch budapest -O md -o news.md",
)
def watch(
    run: Run,
    *,
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.yaml", help="The list of feeds.", show_default=False)],
    once: Annotated[
        bool, typer.Option("--once", help="Look once, which is also what is done without --every.")
    ] = False,
    every: Annotated[
        str | None, typer.Option("--every", metavar="LENGTH", help="Look again after 15m, 2h or 1d, until Ctrl-C.")
    ] = None,
    watch: Annotated[
        str | None,
        typer.Option("--watch", metavar="NAME", help="Tell only the news of this watch.", autocompletion=watches),
    ] = None,
    accept_above: AcceptAbove = None,
    allow_private: Private = False,
) -> None:
    """Look at feeds, read what is new, keep its claims as suggestions, and tell what came of it.

    The list holds one feed an entry: '- {name: Gazette, url: "https://gazette.example/rss", outlet: The Gazette, language: en,
    filters: {words: [Budapest], without: [Football]}}'; only name and url are needed. An article that the feed
    carries in full is read there, any other on its page ('follow: always' or 'follow: never' says otherwise).

    What was seen is kept in .timeline/ beside the ledger: the command may be stopped or killed at any moment, and goes on
    where it was. A feed that fails does not stop the others, and rests longer each time.
    """
    from timeline.cli.typed.lengths import seconds
    from timeline.cli.work.following import Following
    from timeline.errors import UsageError

    if once and every is not None:
        raise UsageError("give either --once or --every")
    pause = seconds(every, "--every") if every is not None else None
    following = Following(run, feeds, watch, private=allow_private, accept_above=accept_above)
    code = following.once() if pause is None else following.go_on(pause)
    if code:
        raise typer.Exit(code)
