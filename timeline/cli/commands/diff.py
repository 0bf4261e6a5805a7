"""`timeline diff`: what one day knew that another did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run

if TYPE_CHECKING:
    from timeline.fold.moment import Moment


@command(
    "timeline diff 2025-10-17 2025-10-22",
    "timeline diff 2025-10-17 --exit-code -O json",
    "timeline diff 2025-10-20 2025-10-23 --known",
)
def diff(
    run: Run,
    earlier: Annotated[str, typer.Argument(metavar="DATE", help="The one day, at its end.")],
    later: Annotated[str | None, typer.Argument(metavar="DATE", help="The other day, at its end; else now.")] = None,
    known: Annotated[
        bool, typer.Option("--known", help="By what the desk had recorded, not by what was published.")
    ] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when the two differ.")] = False,
) -> None:
    """Compare what the ledger says at the end of two days.

    Events that are new, dates, statuses, places and participants that changed, and what is newly contradicted, each
    with the claim that gives the later value.
    """
    from timeline.cli.shown.news import news
    from timeline.query.diff import diff as ask

    first, last = _moments(run, earlier, later, known=known)
    rows = ask(run.ledger, first, last)
    run.out.show(news(rows, [row.contract() for row in rows], empty="no difference"))
    if exit_code and rows:
        raise typer.Exit(1)


def _moments(run: Run, earlier: str, later: str | None, *, known: bool) -> tuple[Moment, Moment]:
    """The two moments; the other axis of knowledge stays where `--as-of` or `--known-at` puts it."""
    from timeline.cli.typed.days import read_day
    from timeline.errors import UsageError

    option, said = ("--known-at", run.moment.known_at) if known else ("--as-of", run.moment.as_of)
    if said is not None:
        raise UsageError(f"the two days of diff say what {option} would; leave it out")
    first = read_day(earlier, "DATE", run, run.today).isoformat()
    last = read_day(later, "DATE", run, run.today).isoformat() if later else None
    if last is not None and last < first:
        raise UsageError(f"{first} is after {last}; give the earlier day first")
    if known:
        return run.moment._replace(known_at=first), run.moment._replace(known_at=last)
    return run.moment._replace(as_of=first), run.moment._replace(as_of=last)
