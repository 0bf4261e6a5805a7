"""The options that say what a typed claim rests on; `add`, `claim` and its short forms share them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.model.vocabulary import Occurrence

if TYPE_CHECKING:
    from timeline.cli.run import Run
    from timeline.pipeline.typed import Desk, Statement

_PANEL = "What it rests on"
_STATES = ("place", "actors", "absent", "quote", "note")
"""Fields that are a statement by themselves."""


def _option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 the word that typer uses
    return typer.Option(*names, help=help, rich_help_panel=_PANEL, **more)


When = Annotated[
    str | None,
    typer.Option(
        "--when", metavar="WORDS", help="Its date: 'vendredi', 2025-10-17, '6.30pm Monday', 2025-10-20/2025-10-22."
    ),
]
Status = Annotated[Occurrence | None, typer.Option("--status", help="Whether it happens.")]


def evidence(
    *,
    published: Annotated[
        str | None,
        _option(
            "--published", metavar="DATE", help="When the words were published; relative dates are read against it."
        ),
    ] = None,
    place: Annotated[str | None, _option("--place", metavar="PLACE", help="Where.")] = None,
    actor: Annotated[
        list[str] | None, _option("--actor", metavar="NAME:ROLE", help="Who, in what role; may be repeated.")
    ] = None,
    absent: Annotated[
        list[str] | None, _option("--absent", metavar="NAME", help="Who, it says, does not take part; may be repeated.")
    ] = None,
    source: Annotated[
        str | None, _option("--source", metavar="SOURCE", help="An id, an address, or an outlet; else the desk itself.")
    ] = None,
    quote: Annotated[str | None, _option("--quote", metavar="WORDS", help="Its own words.")] = None,
    said_by: Annotated[
        list[str] | None, _option("--said-by", metavar="NAME", help="Whom it names for this; may be repeated.")
    ] = None,
    via: Annotated[
        list[str] | None,
        _option(
            "--via", metavar="OUTLET", help="Through whom the source has it, the first teller first; may be repeated."
        ),
    ] = None,
    note: Annotated[str | None, _option("--note", metavar="WORDS", help="A note of the desk.")] = None,
    embargo: Annotated[str | None, _option("--embargo", metavar="DATE", help="Not to be published before.")] = None,
    on: Annotated[
        str | None, _option("--on", metavar="DATE", help="The day the claim counts as published; else when recorded.")
    ] = None,
) -> dict[str, Any]:
    """The fields of a `Statement` but its date and status."""
    return {
        "published": published,
        "place": place,
        "actors": tuple(actor or ()),
        "absent": tuple(absent or ()),
        "source": source,
        "quote": quote,
        "said_by": tuple(said_by or ()),
        "via": tuple(via or ()),
        "note": note,
        "embargo": embargo,
        "on": on,
    }


def statement(run: Run, when: str | None, status: Occurrence | None, rest: dict[str, Any]) -> Statement:
    """With `--today`, what the desk says itself counts as published on that day."""
    from timeline.pipeline.typed import Statement

    said = Statement(when=when, status=status, **rest)
    if said.on is None and said.source is None and run.shared.today:
        from dataclasses import replace

        return replace(said, on=run.today.isoformat())
    return said


def desk(run: Run) -> Desk:
    from timeline.pipeline.typed import Desk

    return Desk(run.ledger_to_be, run.settings, run.store.read_text)


def add_claim(run: Run, reference: str, when: str | None, status: Occurrence | None, rest: dict[str, Any]) -> None:
    """Adds one claim to the event that is meant, and shows the event as it stands afterwards."""
    from timeline.cli.work.writing import say_date, write_event
    from timeline.errors import UsageError
    from timeline.pipeline.typed import typed_claim
    from timeline.query.event import resolve

    if not (when or status or any(rest[name] for name in _STATES)):
        raise UsageError("the claim says nothing; give --when, --status, --place, --actor, --absent, --quote or --note")
    event = resolve(run.ledger, reference)
    typed = typed_claim(event, statement(run, when, status, rest), desk(run))
    say_date(run, typed.timex)
    for speaker in rest["said_by"]:
        _say_unnamed(run, speaker)
    write_event(run, typed.changes, event, "added a claim to")


def _say_unnamed(run: Run, speaker: str) -> None:
    """Words that name no actor stay words, and --on-record leaves them out: it may be a slip of the pen."""
    from timeline.link.actors import find

    if find(speaker, run.ledger) is None:
        run.out.say(
            f"{speaker!r} is no actor of the ledger, so it counts as unnamed; 'timeline actor add' gives a name"
        )
