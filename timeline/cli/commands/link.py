"""`timeline link`: a claim about the order of two events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.command import command, with_options
from timeline.cli.run import Run
from timeline.cli.typed.completion import events
from timeline.cli.work.statement import evidence
from timeline.model.vocabulary import RelationKind

if TYPE_CHECKING:
    from timeline.model.change import Change
    from timeline.model.ledger import Ledger, Relation

Event = Annotated[str, typer.Argument(metavar="EVENT", help="Its id, or words of its title.", autocompletion=events)]


@command(
    "timeline link advisers-talks before budapest-summit --source AFP --quote 'will meet before the summit'",
    "timeline link budapest-summit after advisers-talks --gap 3d --within 2w",
    "timeline link press-conference same-day zelensky-in-washington",
)
@with_options(evidence, "rest")
def link(
    run: Run,
    *,
    event: Event,
    kind: Annotated[RelationKind, typer.Argument(metavar="RELATION", help=", ".join(RelationKind) + ".")],
    other: Event,
    rest: dict[str, Any],
    gap: Annotated[
        str | None, typer.Option("--gap", metavar="LENGTH", help="So long lies between them at least: 3d, 2w.")
    ] = None,
    within: Annotated[
        str | None, typer.Option("--within", metavar="LENGTH", help="So long lies between them at most: 3d, 2w.")
    ] = None,
) -> None:
    """Claim that one event comes before, after, during, on the day of, or begins with another.

    The claim stands on the first event. It bounds the days of whichever of the two has no date, and of all that hangs on
    them: see 'timeline bounds'. When it contradicts what is known, it is kept all the same, and the quotes that cannot
    all hold are named.
    """
    from timeline.cli.work.statement import desk, statement
    from timeline.cli.work.writing import write_event
    from timeline.errors import UsageError
    from timeline.model.change import AddClaim
    from timeline.pipeline.typed import typed_claim
    from timeline.query.event import resolve

    first, second = resolve(run.ledger, event), resolve(run.ledger, other)
    if first == second:
        raise UsageError(f"{first!r} cannot come before, after or with itself; name two events")
    relation = _relation(kind, second, gap, within)
    typed = typed_claim(first, statement(run, None, None, rest), desk(run))
    changes: tuple[Change, ...] = tuple(
        change.model_copy(update={"claim": change.claim.model_copy(update={"relations": (relation,)})})
        if isinstance(change, AddClaim)
        else change
        for change in typed.changes
    )
    write_event(run, changes, first, "linked")
    if not run.shared.dry_run:
        _tell_contradictions(run, run.store.load(), first)


def _relation(kind: RelationKind, other: str, gap: str | None, within: str | None) -> Relation:
    from timeline.cli.typed.lengths import days
    from timeline.errors import UsageError
    from timeline.model.ledger import Relation

    least, most = (days(gap, "--gap") if gap else None), (days(within, "--within") if within else None)
    if kind not in {RelationKind.BEFORE, RelationKind.AFTER} and (gap or within):
        raise UsageError(
            f"no days lie between events when one is {kind} the other; --gap and --within go with before, after"
        )
    if least is not None and most is not None and least > most:
        raise UsageError(f"--gap {gap} is more than --within {within}")
    lengths = (None if length is None else f"P{length}D" for length in (least, most))
    return Relation(kind=kind, event=other, **dict(zip(("gap", "within"), lengths, strict=True)))


def _tell_contradictions(run: Run, ledger: Ledger, event: str) -> None:
    from timeline.cli.commands.bounds import saying
    from timeline.diagnostics import Diagnostic
    from timeline.query.bounds import event_bounds

    for circle in event_bounds(ledger, event).contradictions:
        said = "; ".join(f"{step.said.claim} ({step.said.source}) {saying(step)}" for step in circle.steps)
        run.out.tell(Diagnostic("E406", f"{', '.join(circle.events)} cannot all hold: {said}"))
