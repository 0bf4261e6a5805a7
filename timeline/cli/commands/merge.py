"""`timeline merge`: two events are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.command import command
from timeline.cli.commands.show import Reference
from timeline.cli.run import Run
from timeline.cli.typed.completion import events
from timeline.cli.work.judging import Apart, Why

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.ledger import Ledger


@command(
    "timeline merge sommet-de-budapest budapest-summit",
    "timeline merge c7f3a1 budapest-summit --why 'the same meeting, under its French name'",
)
def merge(
    run: Run,
    event: Reference,
    into: Annotated[
        str,
        typer.Argument(metavar="INTO", help="The event it is: its id, or words of its title.", autocompletion=events),
    ],
    why: Why = None,
    apart: Apart = False,
) -> None:
    """Say that two events are one: the claims of the first count for the second, whose title it goes by from now on.

    Both stay in the ledger, and every claim where it stands: the judgement is one line on the first, with who, when and
    why. Its tags, notes, and what is said in relation to it, follow. 'timeline split' takes it back.
    """
    from timeline.cli.work.judging import signed
    from timeline.cli.work.writing import write_event
    from timeline.errors import UsageError
    from timeline.model.change import MergeEvent
    from timeline.model.ledger import Merger
    from timeline.model.vocabulary import Stance
    from timeline.query.event import resolve

    one, other = resolve(run.ledger, event), resolve(run.ledger, into)
    if one == other:
        raise UsageError(f"{event!r} and {into!r} are one already: {one}")
    if apart:
        run.change([MergeEvent(event=one, merged=Merger(into=other, stance=Stance.REJECTED, **signed(run, why)))])
        run.out.say(f"{one} is not {other}, whatever they have in common")
        return
    for claim, said in _unsaid(run.ledger, one, other):
        run.out.say(f"claim {claim} says {said}: of one event that counts for nothing")
    write_event(
        run, [MergeEvent(event=one, merged=Merger(into=other, **signed(run, why)))], other, f"merged {one} into"
    )


def _unsaid(ledger: Ledger, one: str, other: str) -> Iterator[tuple[str, str]]:
    """What would hold between an event and itself."""
    for home, there in ((one, other), (other, one)):
        for claim in ledger.events[home].claims:
            for relation in claim.relations:
                if relation.event == there:
                    yield claim.id, f"{relation.kind} {relation.event}"
