"""`timeline cancel`: a short form of `timeline claim` with the status `cancelled`."""

from __future__ import annotations

from typing import Any

from timeline.cli.command import command, with_options
from timeline.cli.commands.show import Reference
from timeline.cli.run import Run
from timeline.cli.work.statement import add_claim, evidence
from timeline.model.vocabulary import Occurrence


@command(
    "timeline cancel budapest-summit --source https://example.org/off --quote 'no longer planned'",
)
@with_options(evidence, "rest")
def cancel(run: Run, event: Reference, rest: dict[str, Any]) -> None:
    """Claim that an event is cancelled."""
    add_claim(run, event, None, Occurrence.CANCELLED, rest)
