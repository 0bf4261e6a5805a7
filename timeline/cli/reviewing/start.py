"""How a review begins: which suggestions, and whether somebody sits at the keyboard."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.cli.typed.kinds import known_kind
from timeline.cli.typed.options import OutputFormat
from timeline.errors import UnknownIdError
from timeline.query.event import resolve
from timeline.query.suggestions import Suggestion, Wanted, suggestions

if TYPE_CHECKING:
    from timeline.cli.run import Run


def wanted(run: Run, event: str | None, source: str | None, below: float | None, kind: str | None) -> Wanted:
    """Raises `UnknownIdError` for what the ledger does not have."""
    if source is not None and source not in run.ledger.sources:
        near = [name for name in run.ledger.sources if source in name]
        raise UnknownIdError(f"no source is called {source!r}{'; the nearest: ' + ', '.join(near[:5]) if near else ''}")
    return Wanted(
        event=resolve(run.ledger, event) if event is not None else None,
        source=source,
        below=below,
        kind=known_kind(kind) if kind is not None else None,
    )


def review(run: Run, asked: Wanted) -> None:
    found = suggestions(run.ledger, asked, run.moment)
    if found and _somebody_is_there(run):
        _walk(run, found)
        return
    from timeline.cli.reviewing.printed import answer

    run.out.show(answer(found))


def _somebody_is_there(run: Run) -> bool:
    """A dry run writes nothing, so it has nothing to ask."""
    plain = run.out.format is OutputFormat.TABLE and run.shared.output is None and not run.shared.dry_run
    return plain and run.out.on_terminal and sys.stdin.isatty()


def _walk(run: Run, found: tuple[Suggestion, ...]) -> None:
    from timeline.cli import clock
    from timeline.cli.reviewing.dialogue import Beside, Dialogue
    from timeline.cli.reviewing.keyboard import Keyboard
    from timeline.cli.reviewing.screen import Terminal, told
    from timeline.cli.reviewing.session import Session
    from timeline.fold.merging import united
    from timeline.pipeline.explaining import explain
    from timeline.pipeline.typed import Desk

    settings, store = run.settings, run.store
    session = Session(
        found,
        run.ledger,
        run.apply,
        lambda ledger: Desk(ledger, replace(settings, now=clock.now(run.timezone)), store.read_text),
    )
    console = run.out.console()
    screen = Terminal(console, store.read_text, brackets=console.no_color)
    beside = Beside(lambda ledger, event, claim: explain(ledger, store, event, claim), lambda: united(store.load()))
    try:
        Dialogue(session, Keyboard(), screen, beside).run()
    finally:
        done = told(session) or "nothing was decided"
        run.out.say(f"{done}; {session.open} left to review in {run.file}")
