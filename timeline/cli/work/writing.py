"""What is said after something was written: the event as it now stands, and one sentence about what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.cli.shown.answer import Answer, Section
from timeline.diagnostics import Diagnostic

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.model.change import Change
    from timeline.model.ledger import Ledger
    from timeline.model.timex import Timex


def write_event(run: Run, changes: Sequence[Change], event: str, done: str) -> None:
    """Makes the changes and shows the event as it stands afterwards; with `--dry-run`, the diff alone."""
    ledger = run.change(changes)
    if ledger is not None:
        run.out.say(f"{done} {event} in {run.file}")
        show_events(run, ledger, [event])


def show_events(run: Run, ledger: Ledger, events: Sequence[str]) -> None:
    """One row an event; one event as one JSON object."""
    from timeline.cli.shown.events import COLUMNS, cells
    from timeline.query.event import show

    rows = [show(ledger, event, run.moment) for event in events]
    data = [row.contract() for row in rows]
    answer = Answer(COLUMNS, (Section(tuple(cells(row) for row in rows)),), data[0] if len(data) == 1 else data)
    run.out.show(answer)


def say_date(run: Run, timex: Timex | None) -> None:
    """How the words of a date were understood, when they were words."""
    from timeline.cli.shown.dates import human

    if timex is None or timex.text == timex.edtf:
        return
    run.out.say(f"{timex.text!r} was read as {human(timex.edtf)}")
    if timex.alternatives:
        others = " or ".join(human(edtf) for edtf in timex.alternatives)
        run.out.tell(Diagnostic("W302", f"{timex.text!r} may also be {others}"))
