"""Contradictions and bounds over 10,000 events with 50,000 claims, against loading their ledger. Goal: at most 1.0.

Bounds are also timed on 10,000 events that 20,000 relations tie into one group, with and without circles in it: in
seconds, against the goal of one second.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from big_ledger import write_ledger
from pairs import Ratio, call_cost, compare

from timeline.edtf.days import iso_day
from timeline.fold.state import EventState, states
from timeline.graph.bounds import bounds
from timeline.model.ledger import Claim, Event, Ledger, Relation, When
from timeline.model.vocabulary import RelationKind
from timeline.query.conflicts import conflicts
from timeline.query.story import Story
from timeline.store.yaml_ledger import YamlStore

EVENTS, CLAIMS, RELATIONS = 10_000, 50_000, 20_000


def run() -> list[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        store = YamlStore(write_ledger(Path(folder) / "events.yaml", EVENTS, claims=CLAIMS))
        ledger = store.load()
        load = call_cost(store.load)
        size = f"{EVENTS:,} events, {CLAIMS:,} claims"
        return [
            compare(f"conflicts / loading, {size}", 1.0, call_cost(lambda: conflicts(ledger)), load, rounds=5),
            compare(f"bounds / loading, {size}", 1.0, call_cost(lambda: Story(ledger).bounds), load, rounds=5),
            *(_tied(circles) for circles in (0, 100)),
        ]


def _tied(circles: int) -> Ratio:
    tied = network(circles)
    name = f"bounds of {EVENTS:,} tied events, {circles} relations turned round / 1 s"
    return compare(name, 1.0, call_cost(lambda: bounds(tied)), lambda: 1.0, rounds=5)


def network(turned: int, *, seed: int = 7) -> dict[str, EventState]:
    """One group: events in the order of their numbers, a third of them dated; `turned` relations say the opposite."""
    dice = random.Random(seed)  # noqa: S311 (made-up data, not a secret)
    relations: dict[int, list[Relation]] = {number: [] for number in range(EVENTS)}
    for number in range(RELATIONS):
        earlier = dice.randrange(EVENTS - 1)
        later = min(EVENTS - 1, earlier + dice.randint(1, 400))
        if number < turned:
            earlier, later = later, earlier
        relations[earlier].append(Relation(kind=RelationKind.BEFORE, event=_name(later)))
    events = {_name(number): _event(number, tuple(relations[number]), dice) for number in relations}
    return states(Ledger(events=events))


def _name(number: int) -> str:
    return f"event-{number:05d}"


def _event(number: int, relations: tuple[Relation, ...], dice: random.Random) -> Event:
    when = When(edtf=iso_day(20_000 + number // 10)) if dice.random() < 1 / 3 else None
    claim = Claim(id=f"c{number}", source="desk", when=when, relations=relations)
    return Event(id=_name(number), title=f"Event {number}", claims=(claim,))
