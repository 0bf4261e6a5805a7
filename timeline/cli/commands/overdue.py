"""`timeline overdue`: what should have happened by now, and nobody said whether it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from timeline.cli.command import command, with_options
from timeline.cli.run import Run
from timeline.cli.shown.answer import SUGGESTED, Answer, Column, Section
from timeline.cli.typed.filters import Asked, some_filters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.news import OverdueRow

_COLUMNS: Final = (
    Column("due", "Due by"),
    Column("late", "Late", under="due"),
    Column("status", "Status"),
    Column("mark", "", under="status", styles={SUGGESTED: "yellow"}),
    Column("what", "What", wide=True),
    Column("id", "Id", under="what"),
    Column("mentioned", "Last mentioned"),
    Column("origins", "Sources", under="mentioned"),
    Column("quote", "Quote", wide=True),
)


@command(
    "timeline overdue",
    "timeline overdue --grace 1d --actor 'Marco Rubio'",
    "timeline overdue --snooze budapest-summit 3d",
    "timeline overdue -q -O json || mail -s 'calls to make' desk@example.org",
)
@with_options(some_filters, "asked")
def overdue(
    run: Run,
    asked: Asked,
    grace: Annotated[
        str, typer.Option("--grace", metavar="LENGTH", help="Leave an event in peace so long after its day: 1d, 2w.")
    ] = "0d",
    snooze: Annotated[
        tuple[str, str] | None,
        typer.Option("--snooze", metavar="EVENT LENGTH", help="Put this event off first, as in --snooze talks 3d."),
    ] = None,
) -> None:
    """List planned events whose last day has passed with no word of what became of them.

    With the day on which somebody last spoke of each, and how many independent sources did. 'timeline outcome' closes
    one. Exits with 1 when there are any.
    """
    from timeline.cli.typed.lengths import days
    from timeline.query.overdue import overdue as ask
    from timeline.store.beside import marks

    wanted = asked.filter(run)
    if snooze is not None:
        _snooze(run, *snooze)
    known, findings = marks.load(run.file)
    for finding in findings:
        run.out.tell(finding)
    today, after = run.today.isoformat(), days(grace, "--grace")
    found = ask(run.ledger, wanted, run.moment, today=today, grace=after, snoozed=known.snoozed)
    if run.moment.as_of is not None and run.shared.today is None:
        run.out.say(f"seen from {today}; --today {run.moment.as_of} asks on that day itself")
    rows = tuple(_cells(row) for row in found.rows)
    data = [row.contract() for row in found.rows]
    run.out.show(Answer(_COLUMNS, (Section(rows),), data, notes=found.notes, empty="nothing is overdue"))
    if rows:
        raise typer.Exit(1)


def _snooze(run: Run, event: str, length: str) -> None:
    from datetime import timedelta

    from timeline.cli.typed.lengths import days
    from timeline.model.marks import Marks
    from timeline.query.event import resolve
    from timeline.store.beside import marks

    name = resolve(run.ledger, event)
    until = (run.today + timedelta(days=days(length, "--snooze"))).isoformat()

    def put_off(known: Marks) -> Marks:
        """Those whose rest is over are forgotten on the way."""
        resting = {one: day for one, day in known.snoozed.items() if day > run.today.isoformat()}
        return known.model_copy(update={"snoozed": {**resting, name: until}})

    if run.shared.dry_run:
        run.out.say(f"{name} would rest until {until}; nothing was written (--dry-run)")
        return
    marks.change(run.file, put_off, command=run.command)
    run.out.say(f"{name} rests until {until}")


def _cells(row: OverdueRow) -> Mapping[str, str]:
    from timeline.cli.shown.dates import human_day
    from timeline.cli.shown.events import words
    from timeline.cli.shown.news import in_words

    said = [SUGGESTED] if row.judgement == SUGGESTED else []
    said += ["unnamed"] if row.unnamed else []
    return {
        "due": human_day(row.due),
        "late": f"{row.days} day{'s' if row.days > 1 else ''} ago",
        "status": words(row.occurrence),
        "mark": ", ".join(said),
        "what": row.title,
        "id": row.event,
        "mentioned": human_day(row.mentioned) if row.mentioned else "never",
        "origins": f"{len(row.origins)} independent source{'s' if len(row.origins) != 1 else ''}",
        "quote": in_words(row.said) if row.said is not None else "",
    }
