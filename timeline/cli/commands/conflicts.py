"""`timeline conflicts`: claims that cannot both hold, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Final

import typer

from timeline.cli.command import command, with_options
from timeline.cli.commands.list import ExitCode
from timeline.cli.run import Run
from timeline.cli.shown.answer import SUGGESTED, Answer, Column, Section
from timeline.cli.typed.completion import events
from timeline.cli.typed.filters import Asked, some_filters

if TYPE_CHECKING:
    from timeline.model.bounds import Conflict, Side

_COLUMNS: Final = (
    Column("value", "Says"),
    Column("origins", "Behind it", under="value"),
    Column("who", "Who said so"),
    Column("place", "Placed", under="who"),
    Column("published", "Published"),
    Column("mark", "", under="published", styles={SUGGESTED: "yellow"}),
    Column("quote", "Quote", wide=True),
    Column("claim", "Claim"),
)
_WORDS: Final = {
    "when": "dates that do not meet",
    "occurrence": "did it happen, will it",
    "place": "two places",
    "actors": "who takes part",
    "order": "an order that closes a circle",
}


@command(
    "timeline conflicts",
    "timeline conflicts budapest-summit -O json",
    "timeline conflicts --actor 'Donald Trump' --exit-code",
)
@with_options(some_filters, "asked")
def conflicts(
    run: Run,
    asked: Asked,
    event: Annotated[
        str | None,
        typer.Argument(metavar="EVENT", help="Its id, or words of its title; else all.", autocompletion=events),
    ] = None,
    exit_code: ExitCode = False,
) -> None:
    """List claims that cannot both hold: both quotes, both sources, and how many independent origins stand behind each.

    A date or a status that a later word of the same or a better-placed source explains is no conflict: the actors of an
    event know better than others with a name, and those better than unnamed ones. Copies of one text count once.
    'timeline prefer CLAIM' picks a reading; nothing is superseded by itself.
    """
    from timeline.query.conflicts import conflicts as ask
    from timeline.query.event import resolve

    named = resolve(run.ledger, event) if event else None
    found = ask(run.ledger, asked.filter(run), run.moment, event=named)
    sections = tuple(Section(tuple(_cells(one.field, side) for side in one.sides), _heading(one)) for one in found)
    run.out.show(Answer(_COLUMNS, sections, [one.contract() for one in found], empty="no conflict"))
    if exit_code and found:
        raise typer.Exit(1)


def _heading(one: Conflict) -> str:
    about = f": {one.about}" if one.about else ""
    return f"{one.title}  ({', '.join(one.events)}): {_WORDS[one.field]}{about}"


def _cells(field: str, side: Side) -> Mapping[str, str]:
    from timeline.cli.shown.dates import human
    from timeline.cli.shown.events import words
    from timeline.cli.shown.news import cited

    in_words = {"when": human, "occurrence": words}.get(field, str)
    claims, origins = len(side.claims), len(side.origins)
    behind = f"{origins} independent origin{'s' if origins != 1 else ''}"
    return {
        "value": in_words(side.value),
        "origins": behind + (f" in {claims} claims" if claims != origins else ""),
        "place": side.place,
        "mark": SUGGESTED if side.said.judgement == SUGGESTED else "",
        "claim": side.said.claim,
        **cited(side.said),
    }
