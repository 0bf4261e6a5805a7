"""`timeline reject`: the desk's word on what the machine suggests."""

from __future__ import annotations

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.work.judging import References, Why, judge
from timeline.model.vocabulary import Stance


@command("timeline reject zelensky-in-washington", "timeline reject c7f3a1 c09b2e --why 'it speaks of another meeting'")
def reject(run: Run, ids: References, why: Why = None) -> None:
    """Reject claims: they stay in the ledger and no longer count."""
    judge(run, ids, Stance.REJECTED, why)
