"""`timeline claim`: what another source, or the desk itself, says of an event that is known."""

from __future__ import annotations

from typing import Any

from timeline.cli.command import command, with_options
from timeline.cli.commands.show import Reference
from timeline.cli.run import Run
from timeline.cli.work.statement import Status, When, add_claim, evidence


@command(
    "timeline claim budapest-summit --status cancelled --source AFP --on 2025-10-22 --quote 'no longer planned'",
    "timeline claim budapest-summit --when 'within two weeks' --published 2025-10-16 --said-by 'Donald Trump'",
)
@with_options(evidence, "rest")
def claim(run: Run, event: Reference, rest: dict[str, Any], when: When = None, status: Status = None) -> None:
    """Add a claim to an event: a date, a status, a place, who takes part, and who says so.

    Nothing is overwritten: the event is what its latest accepted claims say, and the older ones stay in its history.
    """
    add_claim(run, event, when, status, rest)
