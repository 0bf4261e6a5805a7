"""Ledgers laid out by other programs, in every style they know, can be changed like our own."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from tests.store.ledger_strategies import ids, ledgers, text
from timeline.model.change import AddActor, AddAlias, AddClaim, AddEvent, AddSource, Change, EditEvent, Judge, MoveClaim
from timeline.model.ledger import Actor, Claim, Event, Judgement, Ledger, Source
from timeline.model.vocabulary import Stance
from timeline.store.splice import writing
from timeline.store.splice.changing import Changing
from timeline.store.text.layout import Items, Keys, Node, Number
from timeline.store.yaml_ledger import YamlStore


def plain(node: Node) -> Any:
    if isinstance(node, Keys):
        return {key: plain(value) for key, value in node.pairs}
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return node.value if isinstance(node, Number) else str(node.text)


def data_of(ledger: Ledger) -> dict[str, Any]:
    return {
        "timeline": 1,
        "sources": {name: plain(writing.source(one)) for name, one in ledger.sources.items()},
        "actors": {name: plain(writing.actor(one)) for name, one in ledger.actors.items()},
        "events": {name: plain(writing.event(one)) for name, one in ledger.events.items()},
    }


styles = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([False, None]),
        "default_style": st.sampled_from([None, None, '"']),
        "indent": st.integers(2, 5),
        "width": st.sampled_from([20, 80, 10_000]),
        "line_break": st.sampled_from(["\n", "\r\n"]),
        "explicit_start": st.booleans(),
        "explicit_end": st.booleans(),
    }
)


@st.composite
def changes(draw: st.DrawFn, ledger: Ledger) -> list[Change]:
    found: list[Change] = []
    for event in ledger.events.values():
        found.append(EditEvent(event=event.id, title=draw(text), kind=draw(text), tags=("t",), notes=draw(text)))
        found.append(AddClaim(event=event.id, claim=Claim(id=f"new in {event.id}", source="desk", note=draw(text))))
        verdicts = [Judgement(stance=Stance.REJECTED, why=draw(text)) for _ in event.claims]
        found.extend(Judge(claim=claim.id, judgement=one) for claim, one in zip(event.claims, verdicts, strict=True))
    found.extend(AddAlias(actor=actor, alias=draw(text)) for actor in ledger.actors)
    new = draw(ids.filter(lambda name: name not in {**ledger.sources, **ledger.actors, **ledger.events}))
    found.append(AddSource(source=Source(id=new, title=draw(text))))
    found.append(AddActor(actor=Actor(id=new, name=draw(text))))
    found.append(AddEvent(event=Event(id=new, title=draw(text), claims=(Claim(id="quite new", source=new),))))
    shuffled = draw(st.permutations(found).filter(lambda order: order.index(found[-1]) > order.index(found[-3])))
    return [*shuffled, *draw(moves(ledger, new))]


@st.composite
def moves(draw: st.DrawFn, ledger: Ledger, new: str) -> list[Change]:
    """Some of the claims, which are all rejected by now, go to other events."""
    events = [*ledger.events, new]
    claims = [claim.id for event in ledger.events.values() for claim in event.claims]
    return [
        MoveClaim(claim=claim, event=draw(st.sampled_from(events)), rank=draw(st.sampled_from([None, 0, 1])))
        for claim in draw(st.permutations(claims))[:3]
    ]


@given(st.data(), ledgers(), styles)
@settings(deadline=None, max_examples=60, phases=[Phase.generate])
def test_changes_in_any_layout(data: st.DataObject, ledger: Ledger, style: dict[str, Any]) -> None:
    wanted = Changing(ledger)
    made = data.draw(changes(ledger))
    for change in made:
        for step in wanted.effective(change):
            wanted.make(step)
    with TemporaryDirectory() as folder:
        store = YamlStore(Path(folder) / "events.yaml")
        store.path.write_bytes(yaml.safe_dump(data_of(ledger), sort_keys=False, **style).encode())
        assume(store.load() == ledger)  # the other program and ours do not agree about every odd character
        assert store.apply(made) == wanted.ledger()
        assert store.load() == wanted.ledger()
