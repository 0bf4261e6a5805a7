"""`timeline lang`: which languages are read, and what of each."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run


@command("timeline lang", "timeline lang de", "timeline lang -O json")
def lang(
    run: Run,
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="One language, to see its rules with their examples.")
    ] = None,
) -> None:
    """Show what is covered: language by TIMEX type by construction, counted in examples that the tests run.

    With a language, its rules: what each reads, and as what.
    """
    from timeline.cli.shown.languages import covered, rules_of

    run.out.show(covered() if code is None else rules_of(code))
