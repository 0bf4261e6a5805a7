"""`timeline outcome`: what became of an event that was planned."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Final

import typer

from timeline.cli.command import command, with_options
from timeline.cli.commands.show import Reference
from timeline.cli.run import Run
from timeline.cli.work.statement import add_claim, evidence
from timeline.model.vocabulary import Occurrence


class Outcome(StrEnum):
    HAPPENED = "happened"
    DID_NOT_HAPPEN = "did-not-happen"
    UNCLEAR = "unclear"


_SAYS: Final = {
    Outcome.HAPPENED: Occurrence.OCCURRED,
    Outcome.DID_NOT_HAPPEN: Occurrence.DID_NOT_OCCUR,
    Outcome.UNCLEAR: Occurrence.UNKNOWN,
}


@command(
    "timeline outcome advisers-talks happened --source AFP --on 2025-10-25 --quote 'met for six hours'",
    "timeline outcome budapest-summit did-not-happen --source https://example.org/off",
    "timeline outcome accreditation unclear --note 'the press office does not answer'",
)
@with_options(evidence, "rest")
def outcome(
    run: Run,
    event: Reference,
    became: Annotated[Outcome, typer.Argument(metavar="OUTCOME", help="happened, did-not-happen or unclear.")],
    rest: dict[str, Any],
) -> None:
    """Claim what became of an event whose day has passed: it is then no longer overdue.

    The plan and its quotes stay. 'unclear' says that somebody asked and nobody knows; a later claim may still tell.
    """
    add_claim(run, event, None, _SAYS[became], rest)
