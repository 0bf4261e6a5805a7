"""`timeline prefer`: the desk picks one of two readings."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.command import command
from timeline.cli.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.change import Change
    from timeline.model.ledger import Claim, Event, Ledger


class About(StrEnum):
    WHEN = "when"
    OCCURRENCE = "occurrence"
    PLACE = "place"
    ACTORS = "actors"


@command(
    "timeline prefer c7f3a1 --because 'the palace confirmed it by telephone'",
    "timeline prefer c7f3a1 --about when --because 'the others copied a misprint'",
    "timeline prefer c7f3a1 --withdraw",
)
def prefer(
    run: Run,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of the claim that is right.")],
    because: Annotated[
        str | None, typer.Option("--because", metavar="WORDS", help="The reason, kept beside the choice.")
    ] = None,
    about: Annotated[
        list[About] | None,
        typer.Option("--about", help="On what; else on what it is in conflict about; may be repeated."),
    ] = None,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the choice back.")] = False,
) -> None:
    """Pick a reading without deleting the other: the event follows the claim, and the conflict is settled.

    The choice is kept on the claim, with who, when and why. It outweighs what was known then; what is recorded later is
    news, and may start the conflict anew. A suggestion that is preferred is accepted.
    """
    from timeline.cli.work.writing import write_event
    from timeline.errors import UsageError

    event, found = _claim(run.ledger, claim)
    if withdraw == bool(because):
        raise UsageError("say why with --because, or take a choice back with --withdraw")
    write_event(run, tuple(_changes(run, event, found, because, about or [])), event.id, "picked a reading of")


def _changes(run: Run, event: Event, claim: Claim, because: str | None, about: list[About]) -> Iterator[Change]:
    from timeline.cli.work.judging import signed
    from timeline.fold.preference import picked_at
    from timeline.model.change import Judge, Prefer
    from timeline.model.ledger import Judgement, Preference
    from timeline.model.vocabulary import Stance

    if because is None:
        yield Prefer(claim=claim.id, preferred=None)
        return
    signature = signed(run, because)
    if claim.stance is not Stance.ACCEPTED:
        yield Judge(claim=claim.id, judgement=Judgement(stance=Stance.ACCEPTED, **signature))
    fields = tuple(about) or _contested(run.ledger, event, claim)
    at = picked_at(event.claims, run.ledger, run.now.isoformat())
    yield Prefer(claim=claim.id, preferred=Preference(about=fields, **{**signature, "at": at}))


def _contested(ledger: Ledger, event: Event, claim: Claim) -> tuple[str, ...]:
    """What it is in conflict about; all that it states where it is in none."""
    from timeline.errors import UsageError
    from timeline.fold.statement import stated_fields
    from timeline.query.conflicts import preferable

    stated = stated_fields(claim)
    all_of_it = tuple(about.value for about in About if about in stated)
    if claim.actors or claim.absent:
        all_of_it = (*all_of_it, About.ACTORS.value)
    fields = preferable(ledger, event.id, claim.id) or all_of_it
    if not fields:
        raise UsageError(f"claim {claim.id!r} states no date, status, place or participant that could be preferred")
    return fields


def _claim(ledger: Ledger, name: str) -> tuple[Event, Claim]:
    from timeline.errors import UnknownIdError

    for event in ledger.events.values():
        for claim in event.claims:
            if claim.id == name:
                return event, claim
    raise UnknownIdError(f"no claim has the id {name!r}; 'timeline conflicts' and 'timeline show EVENT' list them")
