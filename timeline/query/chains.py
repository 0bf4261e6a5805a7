"""The quotes along a chain of constraints: how one claim limits one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.fold.statement import stated_when
from timeline.model.bounds import ChainStep, Circle
from timeline.model.vocabulary import RelationKind
from timeline.query.evidence import evidence

if TYPE_CHECKING:
    from timeline.graph.bounds import Contradiction, Link
    from timeline.model.ledger import Claim, Event
    from timeline.query.story import Story

_TURNED = {RelationKind.BEFORE: "after", RelationKind.AFTER: "before", RelationKind.DURING: "includes"}
"""The same relation, told from the other event."""


def chain(links: tuple[Link, ...], story: Story) -> tuple[ChainStep, ...]:
    """From the event asked about outwards to a date."""
    return tuple(_step(link.event, link.other, *story.homes[claim], story) for link in links for claim in link.claims)


def circle(found: Contradiction, story: Story) -> Circle:
    """Each claim once, told from the event that it stands on."""
    steps = tuple(_own_step(*story.homes[claim], found, story) for claim in found.claims)
    return Circle(events=found.events, steps=steps)


def _step(event: str, other: str, home: Event, claim: Claim, story: Story) -> ChainStep:
    said = evidence(claim, story)
    if event == other:
        return ChainStep(event=event, relation="dated", when=stated_when(claim), said=said)
    partner = other if home.id == event else event
    relation = next((one for one in claim.relations if one.event == partner), None)
    if relation is None:
        raise AssertionError  # the constraint was made from this claim
    told = relation.kind.value if home.id == event else _TURNED.get(relation.kind, relation.kind.value)
    return ChainStep(event=event, relation=told, other=other, gap=relation.gap, within=relation.within, said=said)


def _own_step(home: Event, claim: Claim, found: Contradiction, story: Story) -> ChainStep:
    """What the claim says of the other events of the circle, else the date that it gives."""
    relation = next((one for one in claim.relations if one.event in found.events), None)
    if relation is None:
        return _step(home.id, home.id, home, claim, story)
    return _step(home.id, relation.event, home, claim, story)
