"""GraphML (yEd, Cytoscape) and GEXF (Gephi) of a selection: actors, events, claims and sources as nodes.

The same types of nodes and edges as `timeline graph` writes of a whole ledger, made from the answer alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.graph.formats import gexf as write_gexf
from timeline.graph.formats import graphml as write_graphml

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from timeline.export.options import ExportOptions
    from timeline.model.view import ClaimRow, EventRow, View


def graphml(view: View, options: ExportOptions) -> bytes:
    return write_graphml(graph(view, options))


def gexf(view: View, options: ExportOptions) -> bytes:
    return write_gexf(graph(view, options))


def graph(view: View, options: ExportOptions) -> MultiDiGraph:
    """Edges run from an actor to an event, from a claim to its event and its source, from the earlier event to the later."""
    from networkx import MultiDiGraph  # noqa: PLC0415  # loading it costs more than most questions

    made = MultiDiGraph(name=options.title or view.title)
    for row in view.rows:
        _add_event(made, row)
    shown = {row.id for row in view.rows}
    for row in view.rows:
        for later in row.before:
            if later in shown:
                made.add_edge(f"event:{row.id}", f"event:{later}", type="before")
    return made


def _add_event(made: MultiDiGraph, row: EventRow) -> None:
    event = f"event:{row.id}"
    made.add_node(
        event,
        type="event",
        label=row.title,
        kind=row.kind,
        when=row.when,
        earliest=row.earliest,
        latest=row.latest,
        occurrence=row.occurrence.value,
        judgement=row.judgement.value,
        place=row.place,
        disputed=row.disputed,
        rescheduled=row.rescheduled,
    )
    for actor in row.actors:
        made.add_node(f"actor:{actor.id}", type="actor", label=actor.name)
        made.add_edge(f"actor:{actor.id}", event, type="takes_part", role=actor.role.value)
    for claim in row.claims:
        _add_claim(made, event, claim)


def _add_claim(made: MultiDiGraph, event: str, claim: ClaimRow) -> None:
    node, source = f"claim:{claim.id}", f"source:{claim.source}"
    said: dict[str, Any] = {"says": claim.says.value if claim.says else None, "when": claim.when}
    made.add_node(
        node,
        type="claim",
        label=claim.quote or claim.note or claim.id,
        published=claim.published,
        judgement=claim.judgement.value,
        said_by=claim.said_by,
        **said,
    )
    made.add_node(source, type="source", label=claim.source_title or claim.source, outlet=claim.outlet, url=claim.url)
    made.add_edge(node, event, type="about")
    made.add_edge(node, source, type="stands_in")
