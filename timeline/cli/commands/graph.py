"""`timeline graph`: who is linked to whom, by which events."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from timeline.cli.answer import Answer, Column, table
from timeline.cli.command import command
from timeline.cli.options import OutputFormat
from timeline.cli.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_COLUMNS: Final = (
    Column("from", "From", wide=True),
    Column("link", "Link"),
    Column("to", "To", wide=True),
    Column("when", "When"),
)


class GraphFormat(StrEnum):
    TABLE = "table"
    GRAPHML = "graphml"
    JSON = "json"


@command(
    "timeline graph --actor 'Donald Trump'",
    "timeline graph --actor 'Volodymyr Zelensky' --depth 2 --format graphml -o zelensky.graphml",
    "timeline graph --format json -o story.json",
)
def graph(
    run: Run,
    actor: Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Around this actor; else all.")] = None,
    depth: Annotated[
        int, typer.Option("--depth", min=0, metavar="N", help="1: its events; 2: who else is in them; and so on.")
    ] = 2,
    format: Annotated[  # noqa: A002 the word of the option
        GraphFormat | None, typer.Option("--format", help="GraphML for Gephi or yEd, JSON for programs, or a table.")
    ] = None,
) -> None:
    """Show actors, events, claims and sources as a graph: as a table of links, or as a file for other programs."""
    from timeline.cli.actors import actor_id
    from timeline.graph.build import build
    from timeline.graph.formats import write
    from timeline.graph.neighbourhood import neighbourhood

    whole = build(run.ledger, run.moment)
    part = neighbourhood(whole, actor_id(actor, run.ledger), depth) if actor else whole
    wanted = format or (GraphFormat.JSON if run.out.format is OutputFormat.JSON else GraphFormat.TABLE)
    if wanted is GraphFormat.TABLE:
        run.out.show(_links(part))
    else:
        run.out.write(write(part, wanted))
        if run.shared.output is not None:
            run.out.say(f"wrote {len(part)} nodes to {run.shared.output}")


def _links(graph: Any) -> Answer:
    rows = list(_rows(graph))
    return table(_COLUMNS, rows, rows, empty="no link")


def _rows(graph: Any) -> Iterator[Mapping[str, str]]:
    """Actors with their events, and events with what comes after; claims and sources are for programs."""
    from timeline.cli.dates import human
    from timeline.cli.events import words

    nodes = graph.nodes
    for tail, head, data in graph.edges(data=True):
        if data["type"] in {"takes_part", "before", "during"}:
            event = nodes[head]
            link = data.get("role") or data["type"]
            date = human(event["when"]) if event.get("when") else ""
            yield {"from": nodes[tail]["label"], "link": words(link), "to": event["label"], "when": date}
