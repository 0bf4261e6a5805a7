"""The ledger as a graph: actors, events, claims and sources are nodes; what joins them are edges.

| edge (`type`) | from | to | besides |
|---|---|---|---|
| `takes_part` | actor | event | `role`, `claim` when one claim gives it |
| `about` | claim | event | |
| `stands_in` | claim | source | |
| `said_by` | claim | actor | |
| `before`, `during`, `starts-with`, `same-day` | event | event | `claim`, `gap`, `within`; an `after` is written as the `before` it is |

A node's name is its type and its id (`actor:donald-trump`), because an actor and an event may share an id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.fold.moment import NOW, Moment
from timeline.fold.publication import published_on, stance
from timeline.fold.state import states
from timeline.model.vocabulary import RelationKind, Stance

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from timeline.fold.state import EventState
    from timeline.model.ledger import Claim, Ledger


def build(ledger: Ledger, moment: Moment = NOW) -> MultiDiGraph:
    """Everything listed at a moment; rejected claims are left out. Attributes are strings, numbers, booleans or `None`."""
    from networkx import MultiDiGraph  # noqa: PLC0415  # loading it costs more than most questions

    graph = MultiDiGraph()
    for actor in ledger.actors.values():
        graph.add_node(
            _node("actor", actor.id), type="actor", label=actor.name, kind=actor.kind, wikidata=actor.wikidata
        )
    listed = {name: state for name, state in states(ledger, moment).items() if state.listed}
    for state in listed.values():
        _add_event(graph, state, ledger)
    for state in listed.values():
        counting = {claim.id for claim in state.counting}
        for claim in state.known:
            standing = stance(claim, ledger, moment)
            if standing is not Stance.REJECTED:
                _add_claim(graph, claim, ledger, judgement=standing.value, counts=claim.id in counting)
                graph.add_edge(_node("claim", claim.id), _node("event", state.event.id), type="about")
        _add_order(graph, state, listed)
    return graph


def _node(type_: str, name: str) -> str:
    return f"{type_}:{name}"


def _add_event(graph: MultiDiGraph, state: EventState, ledger: Ledger) -> None:
    event = state.event
    node = _node("event", event.id)
    graph.add_node(
        node,
        type="event",
        label=event.title,
        kind=event.kind,
        when=state.when,
        occurrence=state.occurrence.value,
        judgement=state.stance.value,
        place=state.place,
        disputed=state.disputed,
        rescheduled=state.rescheduled,
    )
    for role, actors in state.participants:
        for actor in actors:
            _add_actor(graph, actor, ledger)
            graph.add_edge(_node("actor", actor), node, type="takes_part", role=role.value)


def _add_actor(graph: MultiDiGraph, actor: str, ledger: Ledger) -> None:
    """A participant without an entry among the actors is a node all the same."""
    if actor not in ledger.actors:
        graph.add_node(_node("actor", actor), type="actor", label=actor)


def _add_claim(graph: MultiDiGraph, claim: Claim, ledger: Ledger, *, judgement: str, counts: bool) -> None:
    node = _node("claim", claim.id)
    when = claim.when
    graph.add_node(
        node,
        type="claim",
        label=claim.quote or claim.note or claim.id,
        says=claim.says,
        when=when.edtf if when is not None else None,
        published=published_on(claim, ledger),
        judgement=judgement,
        counts=counts,
    )
    source = ledger.sources.get(claim.source)
    graph.add_node(
        _node("source", claim.source),
        type="source",
        label=(source.title if source is not None else None) or claim.source,
        outlet=source.outlet if source is not None else None,
        url=source.url if source is not None else None,
        published=source.published if source is not None else None,
    )
    graph.add_edge(node, _node("source", claim.source), type="stands_in")
    for speaker in claim.said_by:
        if speaker in ledger.actors:
            graph.add_edge(node, _node("actor", speaker), type="said_by")


def _add_order(graph: MultiDiGraph, state: EventState, listed: dict[str, EventState]) -> None:
    for relation, claim in state.relations:
        if relation.event not in listed:
            continue
        ends: list[Any] = [_node("event", state.event.id), _node("event", relation.event)]
        kind = relation.kind
        if kind is RelationKind.AFTER:
            ends.reverse()
            kind = RelationKind.BEFORE
        graph.add_edge(*ends, type=kind.value, claim=claim.id, gap=relation.gap, within=relation.within)
