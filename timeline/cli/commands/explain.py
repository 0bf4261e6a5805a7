"""`timeline explain`: how a claim came about."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run


@command("timeline explain c7f3a1", "timeline explain c7f3a1 -O json")
def explain(
    run: Run,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, as 'timeline show' has it.")],
) -> None:
    """Replay how a claim came about, by reading its article again.

    Which word named the event, what decided whether it happened, how the date was read and against what, who the names
    are, and what the desk has said since.
    """
    from timeline.cli.shown.explaining import meant, told
    from timeline.pipeline.explaining import explain as replay

    ledger = run.ledger
    event, one = meant(ledger, claim)
    run.out.show(told(replay(ledger, run.store, event, one)))
