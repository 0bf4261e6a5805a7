"""`timeline deny`: a short form of `timeline claim` with the status `did_not_occur`."""

from __future__ import annotations

from typing import Any

from timeline.cli.command import command, with_options
from timeline.cli.commands.show import Reference
from timeline.cli.run import Run
from timeline.cli.work.statement import add_claim, evidence
from timeline.model.vocabulary import Occurrence


@command(
    "timeline deny budapest-summit --said-by Kremlin --source AFP",
)
@with_options(evidence, "rest")
def deny(run: Run, event: Reference, rest: dict[str, Any]) -> None:
    """Claim that an event did not take place, or will not."""
    add_claim(run, event, None, Occurrence.DID_NOT_OCCUR, rest)
