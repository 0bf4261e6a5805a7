"""Claims as they stand in the file."""

from __future__ import annotations

import re
from typing import Any

from timeline.model.ledger import DESK, Claim, Judgement, Relation, When
from timeline.model.vocabulary import Anchor, Occurrence, RelationKind, Role, Stance
from timeline.store.problem import Steps
from timeline.store.reading import Key, Reading, Table, brief, nearest, read_shape
from timeline.store.scalars import (
    choice,
    edtf,
    edtf_list,
    moment,
    number,
    offsets,
    words,
    words_list,
    words_pair,
)

_GAP = re.compile(r"P(\d+)([DW])")

_stance = choice(Stance)
_role = choice(Role)


def claim(raw: Any, own_id: str, reading: Reading, steps: Steps) -> Claim:
    """One claim; `own_id` is for a claim that bears none."""
    return read_shape(Claim, raw, CLAIM, reading, steps, id=own_id)


def when(value: Any, reading: Reading, steps: Steps) -> When:
    """A mapping, or a plain EDTF date as shorthand."""
    if isinstance(value, dict) and not (value and all(inner is None for inner in value.values())):
        return read_shape(When, value, WHEN, reading, steps, edtf=None)
    return When(edtf=edtf(value, reading, steps))


def judgement(value: Any, reading: Reading, steps: Steps) -> Judgement:
    """A mapping, or the bare word."""
    if isinstance(value, dict):
        return read_shape(Judgement, value, JUDGEMENT, reading, steps)
    return Judgement(stance=_stance(value, reading, steps))


def roles(value: Any, reading: Reading, steps: Steps) -> tuple[tuple[Role, tuple[str, ...]], ...]:
    """Role to actor, or to a list of actors; actors without roles are participants."""
    if not isinstance(value, dict):
        return ((Role.PARTICIPANT, _actors(value, reading, steps)),)
    return tuple((_role(role, reading, steps), _actors(who, reading, (*steps, role))) for role, who in value.items())


def _actors(value: Any, reading: Reading, steps: Steps) -> tuple[str, ...]:
    found = words_list(value, reading, steps)
    for actor in found:
        if actor not in reading.actors:
            raise reading.refuse("E204", f"no actor {actor!r} in this ledger{nearest(actor, reading.actors)}", steps)
    return found


def _source(value: Any, reading: Reading, steps: Steps) -> str:
    name = words(value, reading, steps)
    if name not in reading.sources and name != DESK:
        close = nearest(name, reading.sources)
        raise reading.refuse(
            "E204", f"no source {name!r} in this ledger{close} (a person's own claim has source: {DESK})", steps
        )
    return name


def relations(value: Any, reading: Reading, steps: Steps) -> tuple[Relation, ...]:
    """A list of `{before: event}` with an optional gap; one alone may stand without the list."""
    if not isinstance(value, list):
        return tuple(_relation(value, reading, steps))
    return tuple(relation for index, item in enumerate(value) for relation in _relation(item, reading, (*steps, index)))


def _relation(value: Any, reading: Reading, steps: Steps) -> list[Relation]:
    allowed = f"{', '.join(RelationKind)}, gap"
    if not isinstance(value, dict):
        raise reading.refuse(
            "E206", f"{brief(value)} is no relation; expected for instance {{before: event-id}}", steps
        )
    gap = None
    found: list[tuple[RelationKind, str]] = []
    for name, inner in value.items():
        if name == "gap":
            gap = _gap(inner, reading, (*steps, name)) if inner is not None else None
        elif name in RelationKind.__members__.values():
            found.extend((RelationKind(name), event) for event in _events(inner, reading, (*steps, name)))
        else:
            raise reading.refuse(
                "E202", f"unknown key {name!r}{nearest(str(name), RelationKind)}; known: {allowed}", steps
            )
    if not found:
        raise reading.refuse("E205", f"a relation needs one of: {', '.join(RelationKind)}", steps)
    return [Relation(kind=kind, event=event, gap=gap) for kind, event in found]


def _events(value: Any, reading: Reading, steps: Steps) -> tuple[str, ...]:
    found = words_list(value, reading, steps)
    for event in found:
        if event not in reading.events:
            raise reading.refuse("E204", f"no event {event!r} in this ledger{nearest(event, reading.events)}", steps)
    return found


def _gap(value: Any, reading: Reading, steps: Steps) -> str:
    text = words(value, reading, steps)
    match = _GAP.fullmatch(text)
    if match is None:
        raise reading.refuse(
            "E206", f"{text!r} is no gap: a number of days or weeks such as P3D or P2W is expected", steps
        )
    return text if match[2] == "D" else f"P{int(match[1]) * 7}D"


WHEN: Table = {
    "text": Key("text", words, words=True),
    "edtf": Key("edtf", edtf),
    "anchor": Key("anchor", choice(Anchor)),
    "rule": Key("rule", words, words=True),
    "alternatives": Key("alternatives", edtf_list),
}

JUDGEMENT: Table = {
    "is": Key("stance", _stance, required=True),
    "who": Key("who", words, words=True),
    "at": Key("at", moment),
    "why": Key("why", words, words=True),
}

CLAIM: Table = {
    "id": Key("id", words, words=True),
    "source": Key("source", _source, required=True),
    "quote": Key("quote", words, words=True),
    "at": Key("at", offsets),
    "around": Key("around", words_pair),
    "says": Key("says", choice(Occurrence)),
    "kind": Key("kind", words, words=True),
    "when": Key("when", when),
    "place": Key("place", words, words=True),
    "actors": Key("actors", roles),
    "said_by": Key("said_by", words_list),
    "relations": Key("relations", relations),
    "note": Key("note", words, words=True),
    "embargo": Key("embargo", moment),
    "on": Key("on", moment),
    "recorded": Key("recorded", moment),
    "score": Key("score", number),
    "by": Key("by", words, words=True),
    "judgement": Key("judgement", judgement),
}
"""The keys of a claim, in the order in which they are written."""
