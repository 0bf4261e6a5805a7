"""Claims as they stand in the file."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Final

from timeline.model.ledger import DESK, Claim, Relation
from timeline.model.vocabulary import Anchor, Occurrence, RelationKind, Role, Stance
from timeline.store.entries.reading import Reading, Table, brief, nearest, read_fields, read_shape
from timeline.store.entries.scalars import (
    Choice,
    edtf,
    edtf_list,
    moment,
    number,
    offsets,
    words,
    words_list,
    words_pair,
)
from timeline.store.text.problem import Trail, steps_of

_GAP = re.compile(r"P(\d+)([DW])")
_GAPS: Final = ("gap", "within")
_SPACED: Final = (RelationKind.BEFORE, RelationKind.AFTER)

_stance = Choice(Stance)
_role = Choice(Role)


def claim(raw: Any, own_id: str, reading: Reading, trail: Trail) -> Claim:
    """One claim; `own_id` is for a claim that bears none."""
    return read_shape(Claim, raw, CLAIM, reading, trail, id=own_id)


def when(value: Any, reading: Reading, trail: Trail) -> dict[str, Any]:
    """The fields of a `When`: a mapping, or a plain EDTF date as shorthand."""
    if isinstance(value, dict) and not (value and all(inner is None for inner in value.values())):
        return read_fields(value, WHEN, reading, trail, edtf=None)
    return {"edtf": edtf(value, reading, trail)}


def judgement(value: Any, reading: Reading, trail: Trail) -> dict[str, Any]:
    """The fields of a `Judgement`: a mapping, or the bare word."""
    if isinstance(value, dict):
        return read_fields(value, JUDGEMENT, reading, trail)
    return {"stance": _stance(value, reading, trail)}


def roles(value: Any, reading: Reading, trail: Trail) -> tuple[tuple[Role, tuple[str, ...]], ...]:
    """Role to actor, or to a list of actors; actors without roles are participants."""
    if not isinstance(value, dict):
        return ((Role.PARTICIPANT, _actors(value, reading, trail)),)
    return tuple(
        (Role(_role.key(role, reading, trail)), _actors(who, reading, (trail, role))) for role, who in value.items()
    )


def _actors(value: Any, reading: Reading, trail: Trail) -> tuple[str, ...]:
    found = words_list(value, reading, trail)
    for actor in found:
        if actor not in reading.actors:
            raise reading.refuse("E204", f"no actor {actor!r} in this ledger{nearest(actor, reading.actors)}", trail)
    return found


def _source(value: Any, reading: Reading, trail: Trail) -> str:
    name = words(value, reading, trail)
    if name not in reading.sources and name != DESK:
        close = nearest(name, reading.sources)
        raise reading.refuse(
            "E204", f"no source {name!r} in this ledger{close} (a person's own claim has source: {DESK})", trail
        )
    return name


def preferred(value: Any, reading: Reading, trail: Trail) -> dict[str, Any]:
    """The fields of a `Preference`: a mapping, or the field that it is about."""
    if isinstance(value, dict):
        return read_fields(value, PREFERENCE, reading, trail)
    return {"about": _fields(value, reading, trail)}


def _fields(value: Any, reading: Reading, trail: Trail) -> tuple[str, ...]:
    found = words_list(value, reading, trail)
    for name in found:
        if name not in FIELDS:
            raise reading.refuse("E206", f"{name!r} is nothing to prefer; expected: {', '.join(FIELDS)}", trail)
    if not found:
        raise reading.refuse("E206", f"nothing is preferred; expected: {', '.join(FIELDS)}", trail)
    return found


def relations(value: Any, reading: Reading, trail: Trail) -> tuple[Relation, ...]:
    """A list of `{before: event}` with an optional gap; one alone may stand without the list."""
    if not isinstance(value, list):
        return tuple(_relation(value, reading, trail))
    return tuple(relation for index, item in enumerate(value) for relation in _relation(item, reading, (trail, index)))


def _relation(value: Any, reading: Reading, trail: Trail) -> list[Relation]:
    if not isinstance(value, dict):
        raise reading.refuse(
            "E206", f"{brief(value)} is no relation; expected for instance {{before: event-id}}", trail
        )
    gaps: dict[str, str | None] = {}
    found: list[tuple[RelationKind, str]] = []
    named = False
    for name, inner in value.items():
        if name in _GAPS:
            gaps[name] = _gap(inner, reading, (trail, name)) if inner is not None else None
        elif name in RelationKind.__members__.values():
            named = True
            found.extend((RelationKind(name), event) for event in _events(inner, reading, (trail, name)))
        else:
            raise reading.unknown_key(name, (*RelationKind, *_GAPS), trail)
    if not named:
        raise reading.refuse("E205", f"a relation needs one of: {', '.join(RelationKind)}", trail)
    _refuse_gaps(gaps, found, reading, trail)
    return [Relation(kind=kind, event=event, **gaps) for kind, event in found]


def _refuse_gaps(
    gaps: dict[str, str | None], found: list[tuple[RelationKind, str]], reading: Reading, trail: Trail
) -> None:
    """Raises for a gap where no days can lie between two events, and for more days at least than at most."""
    least, most = gaps.get("gap"), gaps.get("within")
    if (least or most) and any(kind not in _SPACED for kind, _ in found):
        raise reading.refuse("E206", f"a gap goes with {' or '.join(_SPACED)} only", trail)
    if least and most and int(least[1:-1]) > int(most[1:-1]):
        raise reading.refuse("E206", f"{least} at least and {most} at most leave no day", trail)


def _events(value: Any, reading: Reading, trail: Trail) -> tuple[str, ...]:
    """Those that are there. What points nowhere is told and left out, what points at its own event is told."""
    own = steps_of(trail)[1]
    found = words_list(value, reading, trail)
    for event in found:
        if event not in reading.events:
            reading.refuse("W213", f"no event {event!r} in this ledger{nearest(event, reading.events)}", trail)
        elif event == own:
            reading.refuse("W214", f"{event!r} cannot come before, after or with itself", trail)
    return tuple(event for event in found if event in reading.events)


def _gap(value: Any, reading: Reading, trail: Trail) -> str:
    text = words(value, reading, trail)
    match = _GAP.fullmatch(text)
    if match is None:
        raise reading.refuse(
            "E206", f"{text!r} is no gap: a number of days or weeks such as P3D or P2W is expected", trail
        )
    return text if match[2] == "D" else f"P{int(match[1]) * 7}D"


WHEN: Final = Table(words, text=None, edtf=edtf, anchor=Choice(Anchor), rule=None, alternatives=edtf_list)

JUDGEMENT: Final = Table(
    words, required=["is"], fills={"is": "stance"}, **{"is": _stance, "who": None, "at": moment, "why": None}
)


def filed(value: Any, reading: Reading, trail: Trail) -> dict[str, Any] | None:
    """The fields of a `Filing`: a mapping, or the event alone."""
    return judged(value, FILING, "under", reading.events, reading, trail)


def recast(value: Any, reading: Reading, trail: Trail) -> dict[str, Any] | None:
    return judged(value, RECASTING, "to", reading.actors, reading, trail)


def judged(
    value: Any, table: Table, key: str, known: Collection[str], reading: Reading, trail: Trail
) -> dict[str, Any] | None:
    """What the desk said of something and of another thing, by the id under `key`; told and left out where there is none."""
    if not isinstance(value, dict):
        value = {key: value}
    fields = read_fields(value, table, reading, trail)
    name = fields[table.fills[key]]
    if name in known:
        return fields
    reading.refuse("W217", f"there is no {name!r} in this ledger{nearest(name, known)}", (trail, key))
    return None


FIELDS: Final = ("when", "occurrence", "place", "actors")
"""What a person may prefer one claim for."""

PREFERENCE: Final = Table(words, required=["about"], about=_fields, who=None, at=moment, why=None)

FILING: Final = Table(words, required=["under"], under=None, who=None, at=moment, why=None)

RECASTING: Final = Table(words, required=["actor", "to"], actor=None, to=None, who=None, at=moment, why=None)

MERGER: Final = Table(
    words,
    required=["into"],
    fills={"is": "stance"},
    **{"into": None, "is": _stance, "who": None, "at": moment, "why": None},
)

CLAIM: Final = Table(
    words,
    required=["source"],
    id=None,
    source=_source,
    quote=None,
    at=offsets,
    around=words_pair,
    says=Choice(Occurrence),
    kind=None,
    when=when,
    place=None,
    actors=roles,
    absent=_actors,
    said_by=words_list,
    via=words_list,
    relations=relations,
    note=None,
    embargo=moment,
    on=moment,
    recorded=moment,
    score=number,
    by=None,
    cue=None,
    judgement=judgement,
    preferred=preferred,
    filed=filed,
    recast=recast,
)
