"""`timeline graph`: who is linked to whom, by which events."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.command import command
from timeline.cli.run import Run
from timeline.cli.typed.options import OutputFormat

if TYPE_CHECKING:
    from timeline.cli.shown.meetings import Found
    from timeline.query.meetings import Which

_ASK = "What is asked"
_WHICH = "Which events"


class GraphFormat(StrEnum):
    TABLE = "table"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSON = "json"
    HTML = "html"


def _ask(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 the word that typer uses
    return typer.Option(*names, help=help, rich_help_panel=_ASK, **more)


def _which(*names: str, help: str, **more: Any) -> Any:  # noqa: A002 the word that typer uses
    return typer.Option(*names, help=help, rich_help_panel=_WHICH, **more)


@command(
    "timeline graph --actor 'Donald Trump'",
    "timeline graph --between 'Donald Trump' 'Vladimir Putin' --happened",
    "timeline graph --path 'Marco Rubio' 'Viktor Orban'",
    "timeline graph --connected 5 --from 2025-10-01 --to 2025-10-31",
    "timeline graph --joins --format gexf -o joins.gexf",
    "timeline graph --format html -o story.html",
)
def graph(
    run: Run,
    *,
    actor: Annotated[str | None, _ask("--actor", metavar="NAME", help="What lies around this actor.")] = None,
    depth: Annotated[
        int, _ask("--depth", min=0, metavar="N", help="With --actor; 1: its events; 2: who else is in them; and so on.")
    ] = 2,
    between: Annotated[
        tuple[str, str] | None, _ask("--between", metavar="NAME NAME", help="When and where the two met.")
    ] = None,
    path: Annotated[
        tuple[str, str] | None,
        _ask("--path", metavar="NAME NAME", help="The meetings by which word can have come from one to the other."),
    ] = None,
    connected: Annotated[
        int | None, _ask("--connected", min=1, metavar="N", help="The N actors who met the most others.")
    ] = None,
    communities: Annotated[bool, _ask("--communities", help="Circles of actors who meet among themselves.")] = False,
    joins: Annotated[bool, _ask("--joins", help="The events at which two circles met.")] = False,
    first: Annotated[str | None, _which("--from", metavar="DATE", help="On that day or later.")] = None,
    last: Annotated[str | None, _which("--to", metavar="DATE", help="On that day or earlier.")] = None,
    kind: Annotated[list[str] | None, _which("--kind", metavar="KIND", help="Of this kind; may be repeated.")] = None,
    happened: Annotated[bool, _which("--happened", help="Only what took place; else also what is planned.")] = False,
    format: Annotated[  # noqa: A002 the word of the option
        GraphFormat | None,
        typer.Option("--format", help="A table; GraphML (yEd), GEXF (Gephi), JSON node-link; a page to look at."),
    ] = None,
) -> None:
    """Show who is linked to whom and by which events, or answer one question about it.

    An event is a node, and those who take part hang on it by their roles. Two actors have met when both were present at
    an event that was not called off; an agent and its patient have not. In a file format, an answer is the events it
    rests on with their people, claims and sources.
    """
    asked = {
        "--actor": actor,
        "--between": between,
        "--path": path,
        "--connected": connected,
        "--communities": communities or None,
        "--joins": joins or None,
    }
    question = _one(asked)
    if question in {None, "--actor"}:
        _refuse_filters({"--from": first, "--to": last, "--kind": kind, "--happened": happened or None})
        _show_part(run, actor, depth, format)
        return
    which = _period(run, first, last, frozenset(kind or ()), happened=happened)
    _show(run, _answer(run, str(question), asked[str(question)], which), format)


def _one(asked: dict[str, Any]) -> str | None:
    from timeline.errors import UsageError

    said = [name for name, value in asked.items() if value is not None]
    if len(said) > 1:
        raise UsageError(f"ask one question at a time: {' or '.join(said)}")
    return said[0] if said else None


def _refuse_filters(said: dict[str, Any]) -> None:
    from timeline.errors import UsageError

    named = [name for name, value in said.items() if value]
    if named:
        raise UsageError(f"{', '.join(named)} goes with --between, --path, --connected, --communities or --joins")


def _period(run: Run, first: str | None, last: str | None, kinds: frozenset[str], *, happened: bool) -> Which:
    from timeline.cli.typed.days import read_span
    from timeline.query.meetings import Which

    return Which(*read_span(run, first, last), happened, kinds)


def _answer(run: Run, question: str, value: Any, which: Which) -> Found:
    from timeline.cli.shown import meetings as answers
    from timeline.cli.typed.actors import actor_id
    from timeline.errors import UsageError
    from timeline.query.meetings import meetings

    ledger = run.ledger
    found = meetings(ledger, which, run.moment)
    if question in {"--between", "--path"}:
        one, other = (actor_id(name, ledger) for name in value)
        if one == other:
            raise UsageError(f"{question} wants two actors; {value[0]!r} and {value[1]!r} are both {one!r}")
        return (answers.between if question == "--between" else answers.path)(found, one, other, ledger)
    if question == "--connected":
        return answers.connected(found, ledger, value)
    return (answers.communities if question == "--communities" else answers.joins)(found, ledger)


def _show_part(run: Run, actor: str | None, depth: int, wanted: GraphFormat | None) -> None:
    from timeline.cli.shown.meetings import links
    from timeline.cli.typed.actors import actor_id
    from timeline.graph.build import build
    from timeline.graph.neighbourhood import neighbourhood

    whole = build(run.ledger, run.moment)
    part = neighbourhood(whole, actor_id(actor, run.ledger), depth) if actor else whole
    wanted = wanted or (GraphFormat.JSON if run.out.format is OutputFormat.JSON else GraphFormat.TABLE)
    if wanted is GraphFormat.TABLE:
        run.out.show(links(part))
    else:
        _write(run, part, wanted)


def _show(run: Run, found: Found, wanted: GraphFormat | None) -> None:
    """`-O json` prints the answer, `--format json` the part of the graph that it rests on."""
    if wanted in {None, GraphFormat.TABLE}:
        run.out.show(found.answer)
        return
    from timeline.graph.build import build
    from timeline.graph.neighbourhood import around_events

    _write(run, around_events(build(run.ledger, run.moment), found.events), wanted)


def _write(run: Run, part: Any, wanted: GraphFormat | None) -> None:
    from timeline.export.graph_page import page
    from timeline.graph.formats import write

    run.out.write(page(part) if wanted is GraphFormat.HTML else write(part, str(wanted)))
    if run.shared.output is not None:
        run.out.say(f"wrote {len(part)} nodes to {run.shared.output}")
