"""`timeline digest`: what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from timeline.cli.command import command
from timeline.cli.commands.list import ExitCode
from timeline.cli.run import Run
from timeline.cli.typed.completion import watches
from timeline.cli.typed.options import OutputFormat

if TYPE_CHECKING:
    from timeline.model.marks import Marks
    from timeline.model.news import Digest

_LAST: Final = "last"


@command(
    "timeline digest",
    "timeline digest --mark-seen",
    "timeline digest --since 2025-10-20 -O md -o monday.md",
    "timeline digest --watch budapest --mark-seen",
)
def digest(
    run: Run,
    since: Annotated[
        str,
        typer.Option("--since", metavar="DATE", help="What was published on that day or later; or the last look."),
    ] = _LAST,
    mark_seen: Annotated[bool, typer.Option("--mark-seen", help="The next look begins here.")] = False,
    watch: Annotated[
        str | None,
        typer.Option(
            "--watch", metavar="NAME", help="Only this watch, with a last look of its own.", autocompletion=watches
        ),
    ] = None,
    exit_code: ExitCode = False,
) -> None:
    """Tell what is new: events, dates that moved, statuses, what is newly overdue or contradicted, sources.

    Each with the quote that says so. --since last (as without) goes by what the desk recorded, so that an old article
    read late is not missed; --since DATE goes by publication. With -O md it is a text to paste into a mail. A watch is
    a filter that 'timeline saved add' keeps.
    """
    from timeline.cli.shown.news import news
    from timeline.store.beside import marks

    _refuse_part(run, mark_seen=mark_seen)
    known, findings = marks.load(run.file)
    for finding in findings:
        run.out.tell(finding)
    found = _asked(run, since, watch, known)
    headline = _headline(found)
    if run.out.format is OutputFormat.MD:
        from timeline.cli.shown.letter import letter

        run.out.write(letter(found, headline))
    else:
        run.out.show(news(found.rows, found.contract(), empty="nothing new", notes=found.notes))
        run.out.say(headline)
    if mark_seen:
        _mark(run, watch or "")
    if exit_code and found.rows:
        raise typer.Exit(1)


def _refuse_part(run: Run, *, mark_seen: bool) -> None:
    """What a limited moment leaves out would be marked as seen unseen. Raises `UsageError`."""
    from timeline.errors import UsageError

    if mark_seen and not run.moment.open:
        raise UsageError("--mark-seen marks all there is; leave out --as-of, --known-at and --on-record")


def _asked(run: Run, since: str, watch: str | None, known: Marks) -> Digest:
    from timeline.cli.typed.days import read_period
    from timeline.cli.work.watching import watched
    from timeline.errors import DateError
    from timeline.query.digest import digest_since, digest_unseen

    wanted, today = watched(run, watch), run.today.isoformat()
    if since == _LAST:
        seen = known.seen.get(watch or "")
        found = digest_unseen(run.ledger, seen, wanted, run.moment, today=today)
        if seen is None:
            note = "nothing was marked as seen before, so all of it is new; --mark-seen sets the mark"
            found = found.model_copy(update={"notes": (note,)})
    else:
        first = read_period(since, "--since", run, run.today)[0]
        if first is None:
            raise DateError(f"--since wants a day to begin with; {since!r} has none")
        found = digest_since(run.ledger, first, wanted, run.moment, today=today)
    return found.model_copy(update={"watch": watch, "timezone": run.timezone})


def _headline(found: Digest) -> str:
    from timeline.cli.shown.dates import human_day

    about = f"{found.watch}: " if found.watch else ""
    if found.since is None:
        return f"{about}Everything so far, {human_day(found.today)}"
    last = "the last look, " if found.by == "recording" else ""
    until = f" until {human_day(found.as_of)}" if found.as_of else ""
    return f"{about}New since {last}{human_day(found.since)}{until}"


def _mark(run: Run, watch: str) -> None:
    from timeline.fold.seen import mark
    from timeline.store.beside import marks

    if run.shared.dry_run:
        run.out.say("nothing was marked as seen (--dry-run)")
        return
    if run.broken:
        run.out.say("nothing was marked as seen: mend the ledger first, lest what cannot be read be missed")
        return
    seen = mark(run.ledger, run.now.isoformat(), run.today.isoformat())

    def change(known: Marks) -> Marks:
        return known.model_copy(update={"seen": {**known.seen, watch: seen}})

    marks.change(run.file, change, command=run.command)
    run.out.say("marked as seen")
