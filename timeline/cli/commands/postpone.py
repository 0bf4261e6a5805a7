"""`timeline postpone`: a short form of `timeline claim` for an event that is put off."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from timeline.cli.command import command, with_options
from timeline.cli.commands.show import Reference
from timeline.cli.run import Run
from timeline.cli.work.statement import add_claim, evidence
from timeline.model.vocabulary import Occurrence


@command(
    "timeline postpone budapest-summit --source https://example.org/later",
    "timeline postpone budapest-summit --to 2025-11-05 --said-by 'Donald Trump'",
)
@with_options(evidence, "rest")
def postpone(
    run: Run,
    event: Reference,
    rest: dict[str, Any],
    to: Annotated[str | None, typer.Option("--to", metavar="WORDS", help="The new date, when there is one.")] = None,
) -> None:
    """Claim that an event is postponed: without a date it is no longer promised for any day.

    With --to it is expected on the new date, and shown as rescheduled.
    """
    add_claim(run, event, to, Occurrence.EXPECTED if to else Occurrence.POSTPONED, rest)
