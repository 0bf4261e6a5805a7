"""`timeline confirm`: a short form of `timeline claim` with the status `confirmed`."""

from __future__ import annotations

from typing import Any

from timeline.cli.command import command, with_options
from timeline.cli.commands.show import Reference
from timeline.cli.run import Run
from timeline.cli.work.statement import When, add_claim, evidence
from timeline.model.vocabulary import Occurrence


@command(
    "timeline confirm zelensky-in-washington --source https://example.org/b",
    "timeline confirm budapest-summit --when 2025-11-05 --said-by 'Viktor Orban'",
)
@with_options(evidence, "rest")
def confirm(run: Run, event: Reference, rest: dict[str, Any], when: When = None) -> None:
    """Claim that an event is confirmed, on its date or on another."""
    add_claim(run, event, when, Occurrence.CONFIRMED, rest)
