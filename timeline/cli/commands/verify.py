"""`timeline verify`: do the quotes still stand where they are said to stand?"""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.typed.completion import sources
from timeline.cli.typed.texts import Private


@command(
    "timeline verify",
    "timeline verify lsi-2025-10-17 --fetch",
    "timeline verify --fetch -O md -o quotes.md",
)
def verify(
    run: Run,
    references: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...", help="Only these: ids, their beginnings, or addresses.", autocompletion=sources
        ),
    ] = None,
    fetch: Annotated[bool, typer.Option("--fetch", help="Look on the pages as they are now, too.")] = False,
    allow_private: Private = False,
) -> None:
    """Look for every quote again, word for word, in the text that was kept, and in what its page was last found to say.

    Intact: the same words between the same words. Moved: the same words elsewhere. Changed: other words that resemble
    them, shown [-old-]{+new+}; a look-alike never counts as the quote. Gone: nothing like it. A page whose quotes changed
    is kept as a new version of its source; the text that was quoted stays. Rejected claims are left out.

    Exits with 1 when a quote is changed or gone, or a page that was asked for could not be read.
    """
    from timeline.cli.work.verifying import Verifying

    checking = Verifying(run, references or [])
    checking.kept()
    if fetch:
        checking.pages(private=allow_private)
    else:
        checking.later()
    checking.show()
    if checking.failed:
        raise typer.Exit(1)
