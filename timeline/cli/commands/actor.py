"""`timeline actor`: the persons, governments and organisations of the story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from timeline.cli.command import EXAMPLES, command, epilog, family, group
from timeline.cli.run import Run
from timeline.cli.shown.answer import Answer, Column, Section, table
from timeline.cli.typed.completion import actors
from timeline.cli.typed.options import CONTEXT
from timeline.cli.work.judging import Apart, Why
from timeline.model.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.model.ledger import Actor, Ledger

_COLUMNS: Final = (
    Column("name", "Name", wide=True),
    Column("id", "Id", under="name"),
    Column("kind", "Kind"),
    Column("events", "Events"),
    Column("aliases", "Also called", wide=True),
    Column("wikidata", "Wikidata"),
)
_Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="An id, a name, an alias, or a last name that only one has.", autocompletion=actors
    ),
]

app = family()


@app.callback(epilog=epilog(["timeline actor list", "timeline actor show Zelensky"]))
@group
def actor() -> None:
    """List, show, name, merge and split the persons, governments and organisations of the story."""


@command("timeline actor list", "timeline actor list -O csv")
def list_actors(run: Run) -> None:
    """List the actors, with the number of events they take part in."""
    ledger = run.ledger
    counts = _counts(ledger, run)
    rows = [_cells(actor, counts.get(actor.id, 0)) for actor in ledger.actors.values()]
    data = [_data(actor, counts.get(actor.id, 0)) for actor in ledger.actors.values()]
    run.out.show(table(_COLUMNS, rows, data, empty="no actor"))


@command("timeline actor show Zelensky", "timeline actor show donald-trump -O json")
def show_actor(run: Run, name: _Name) -> None:
    """Show an actor, then the events it takes part in."""
    from timeline.cli.shown.events import COLUMNS, cells
    from timeline.cli.typed.actors import actor_id
    from timeline.model.filter import Filter
    from timeline.query.listing import listing

    actor = run.ledger.actors[actor_id(name, run.ledger)]
    wanted = Filter(actors=(actor.id,))
    view = listing(run.ledger, wanted, run.moment, today=run.today.isoformat(), timezone=run.timezone)
    known = ", ".join(part for part in (actor.kind or "", *actor.aliases, actor.wikidata or "") if part)
    heading = f"{actor.name}  ({actor.id})" + (f"  {known}" if known else "")
    data = {**_data(actor, len(view.rows)), "events": [row.contract() for row in view.rows]}
    rows = tuple(cells(row) for row in view.rows)
    run.out.show(Answer(COLUMNS, (Section(rows, heading),), data, empty=f"{heading}\ntakes part in no event"))


@command("timeline actor add 'Viktor Orban' --kind person --alias Orbán", "timeline actor add NATO --kind organisation")
def add_actor(
    run: Run,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The fullest form of the name.")],
    kind: Annotated[ActorKind | None, typer.Option("--kind", help="What sort of actor.")] = None,
    alias: Annotated[
        list[str] | None, typer.Option("--alias", metavar="NAME", help="Another name; may be repeated.")
    ] = None,
    wikidata: Annotated[str | None, typer.Option("--wikidata", metavar="QID", help="Its Wikidata item.")] = None,
) -> None:
    """Add an actor."""
    from timeline.errors import UsageError
    from timeline.link.actors import find
    from timeline.link.ids import actor_id, actors_taken
    from timeline.model.change import AddActor
    from timeline.model.ledger import Actor

    ledger = run.ledger_to_be
    known = find(name, ledger)
    if known is not None:
        raise UsageError(f"{name!r} is known as {known}; 'timeline actor alias {known} NAME' gives it another name")
    actor = Actor(
        id=actor_id(name, actors_taken(ledger)), name=name, kind=kind, aliases=tuple(alias or ()), wikidata=wikidata
    )
    if run.change([AddActor(actor=actor)]) is not None:
        run.out.say(f"added {actor.id} to {run.file}")


@command("timeline actor alias volodymyr-zelensky Zelenskyy Зеленський")
def alias_actor(
    run: Run, name: _Name, alias: Annotated[list[str], typer.Argument(metavar="ALIAS...", help="Other names of it.")]
) -> None:
    """Give an actor other names, under which it is then recognised."""
    from timeline.cli.typed.actors import actor_id
    from timeline.model.change import AddAlias

    actor = actor_id(name, run.ledger)
    if run.change([AddAlias(actor=actor, alias=words) for words in alias]) is not None:
        run.out.say(f"{actor} is now also called {', '.join(alias)}")


def _add(name: str, function: Callable[..., Any]) -> None:
    app.command(name, epilog=getattr(function, EXAMPLES), context_settings=CONTEXT)(function)


@command("timeline actor merge 'V. Orban' viktor-orban --why 'same person, another spelling'")
def merge_actor(
    run: Run,
    name: _Name,
    into: Annotated[
        str, typer.Argument(metavar="INTO", help="Who it is: an id, a name or an alias.", autocompletion=actors)
    ],
    why: Why = None,
    apart: Apart = False,
) -> None:
    """Say that two actors are one: whatever names the first is about the second, who takes over its names.

    Both stay in the ledger; the judgement stands on the first, with who, when and why. 'timeline actor split' takes it back.
    """
    from timeline.cli.typed.actors import actor_id
    from timeline.cli.work.judging import signed
    from timeline.errors import UsageError
    from timeline.model.change import MergeActor
    from timeline.model.ledger import Merger
    from timeline.model.vocabulary import Stance

    one, other = actor_id(name, run.ledger), actor_id(into, run.ledger)
    if one == other:
        raise UsageError(f"{name!r} and {into!r} are one already: {one}")
    stance = Stance.REJECTED if apart else Stance.ACCEPTED
    if run.change([MergeActor(actor=one, merged=Merger(into=other, stance=stance, **signed(run, why)))]) is not None:
        said = "is not {}, whatever they have in common," if apart else "is {} from now on"
        run.out.say(f"{one} {said.format(other)} in {run.file}")


@command(
    "timeline actor split v-orban --why 'his brother'",
    "timeline actor split viktor-orban c7f3a1 c09b2e --name 'Anna Orban' --why 'the minister, not her brother'",
)
def split_actor(
    run: Run,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="One that was merged; with claims: whom they name wrongly.")
    ],
    claims: Annotated[
        list[str] | None, typer.Argument(metavar="CLAIM...", help="The claims that mean another.")
    ] = None,
    other: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Whom the claims mean; added when it is not known.")
    ] = None,
    why: Why = None,
) -> None:
    """Say that an actor is not the one it was merged into; or that some claims mean another than they seem to.

    What the claims say stays; the judgement stands beside it.
    """
    from timeline.cli.work.splitting import actor_apart, claims_of_another
    from timeline.errors import UsageError

    if bool(claims) != bool(other):
        raise UsageError("say which claims, and with --name whom they mean; or name an actor that was merged")
    if claims and other:
        claims_of_another(run, name, claims, other, why)
    else:
        actor_apart(run, name, why)


_add("list", list_actors)
_add("show", show_actor)
_add("add", add_actor)
_add("alias", alias_actor)
_add("merge", merge_actor)
_add("split", split_actor)


def _counts(ledger: Ledger, run: Run) -> dict[str, int]:
    """How many listed events each actor takes part in."""
    from collections import Counter

    from timeline.fold.state import states

    return Counter(
        actor
        for state in states(ledger, run.moment).values()
        if state.listed
        for actor in {actor for _, actors in state.participants for actor in actors}
    )


def _cells(actor: Actor, events: int) -> dict[str, str]:
    return {
        "name": actor.name,
        "id": actor.id,
        "kind": actor.kind or "",
        "events": str(events),
        "aliases": ", ".join(actor.aliases),
        "wikidata": actor.wikidata or "",
    }


def _data(actor: Actor, events: int) -> dict[str, Any]:
    return {**actor.model_dump(mode="json"), "event_count": events}
