"""Accepting and rejecting what the machine suggests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.typed.completion import events
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.model.change import Judge
    from timeline.model.ledger import Judgement, Ledger

References = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="Claims by id, or events: those stand for all their suggested claims.",
        autocompletion=events,
    ),
]
Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="The reason, kept beside the judgement.")]


Apart = Annotated[
    bool, typer.Option("--apart", help="Say that they are two, whatever they have in common: 'check' asks no more.")
]


def signed(run: Run, why: str | None) -> dict[str, str | None]:
    """Who says it, when and why: what every judgement keeps."""
    return {"who": run.settings.who, "at": run.now.isoformat(), "why": why}


def judge(run: Run, references: list[str], stance: Stance, why: str | None) -> None:
    """Judges claims and shows the events they stand in. Raises `UnknownIdError`."""
    from timeline.cli.work.writing import show_events
    from timeline.model.ledger import Judgement

    judgement = Judgement(stance=stance, **signed(run, why))
    meant = list(dict.fromkeys(pair for words in references for pair in _meant(run.ledger, words)))
    changes = [change for _, claim in meant for change in _changes(run.ledger, claim, judgement)]
    if not changes:
        done = f"{stance} already" if meant else "no claim there is suggested; one that was judged goes by its own id"
        run.out.say(f"nothing to judge: {done}")
        return
    ledger = run.change(changes)
    if ledger is not None:
        run.out.say(f"{stance} {len(changes)} claim{'s' if len(changes) > 1 else ''} in {run.file}")
        show_events(run, ledger, list(dict.fromkeys(event for event, _ in meant)))


def _meant(ledger: Ledger, words: str) -> Iterator[tuple[str, str]]:
    """Event and claim ids: the claim of that id, else the suggested claims of the event that is meant."""
    from timeline.query.event import resolve

    event = ledger.events[resolve(ledger, words)]
    named = [claim.id for claim in event.claims if claim.id == words]
    suggested = [claim.id for claim in event.claims if claim.stance is Stance.SUGGESTED]
    yield from ((event.id, claim) for claim in named or suggested)


def _changes(ledger: Ledger, claim_id: str, judgement: Judgement) -> Iterator[Judge]:
    """A claim that is judged like this already keeps its first judgement."""
    from timeline.model.change import Judge

    claim = next(claim for event in ledger.events.values() for claim in event.claims if claim.id == claim_id)
    if claim.stance is not judgement.stance:
        yield Judge(claim=claim_id, judgement=judgement)
