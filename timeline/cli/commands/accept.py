"""`timeline accept`: the desk's word on what the machine suggests."""

from __future__ import annotations

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.work.judging import References, Why, judge
from timeline.model.vocabulary import Stance


@command("timeline accept zelensky-in-washington", "timeline accept c7f3a1 c09b2e --why 'checked with the Élysée'")
def accept(run: Run, ids: References, why: Why = None) -> None:
    """Accept suggested claims: from now on the event rests on them."""
    judge(run, ids, Stance.ACCEPTED, why)
