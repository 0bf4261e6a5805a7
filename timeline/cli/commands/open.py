"""`timeline open`: the timeline as a page in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from timeline.cli.command import command, with_options
from timeline.cli.run import Run
from timeline.cli.typed.filters import Asked, filters
from timeline.cli.typed.page import Page, page

_FOLDER: Final = ".timeline"


@command("timeline open", "timeline open --actor 'Donald Trump' --lanes place", "timeline open --no-browser")
@with_options(page, "page")
@with_options(filters, "asked")
def open_page(
    run: Run,
    asked: Asked,
    page: Page,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it, or only say where it is.")] = True,
) -> None:
    """Write the timeline as a page beside the ledger and open it in the browser.

    The page is one file that needs no network: it can be mailed as it is.
    """
    import webbrowser

    from timeline import registry
    from timeline.cli.shown.output import save
    from timeline.cli.typed.page import left_out

    view = asked.view(run, history=True)
    path = run.shared.output or _beside(run.file)
    save(path, registry.find("exporters", "html")(view, page.options()))
    for sentence in (*left_out(view, "html").sentences, *page.without_event(view), *view.notes):
        run.out.say(sentence)
    typer.echo(str(path))
    if browser and not webbrowser.open(path.resolve().as_uri()):
        run.out.say("no browser was found; open the file yourself")


def _beside(ledger: Path) -> Path:
    return ledger.parent / _FOLDER / f"{ledger.stem}.html"
