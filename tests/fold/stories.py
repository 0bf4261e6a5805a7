"""Ledgers from the short notation of the case files: `when` is EDTF, `judgement` a stance, a source its publication."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml_rs

from timeline.model.ledger import Actor, Claim, Event, Judgement, Ledger, Relation, Source, When

CASES = Path(__file__).parent.parent


def cases(path: str) -> list[Any]:
    """The cases of a file, named relative to `tests/`; dates stay strings."""
    return list(yaml_rs.loads((CASES / path).read_text(encoding="utf-8"), parse_datetime=False))


def story(told: dict[str, Any]) -> Ledger:
    """`claims` at the top belong to one event called `event`."""
    events = told.get("events", {"event": {"title": "The event", "claims": told.get("claims", [])}})
    return Ledger(
        timezone=told.get("timezone", "Europe/Paris"),
        sources={name: source(name, row) for name, row in told.get("sources", {}).items()},
        actors={name: actor(name, row) for name, row in told.get("actors", {}).items()},
        events={name: event(name, row) for name, row in events.items()},
    )


def source(name: str, row: str | dict[str, Any] | None) -> Source:
    return Source(id=name, **(row if isinstance(row, dict) else {"published": row}))


def actor(name: str, row: str | dict[str, Any]) -> Actor:
    return Actor(id=name, **(row if isinstance(row, dict) else {"name": row}))


def event(name: str, row: dict[str, Any]) -> Event:
    fields = {"title": name.replace("-", " ").capitalize(), **row}
    rows = fields.pop("claims", [])
    return Event(id=name, claims=tuple(claim(f"{name}-{n}", row) for n, row in enumerate(rows, 1)), **fields)


def claim(name: str, row: dict[str, Any]) -> Claim:
    fields = {"id": name, "source": "desk", **row}
    if "when" in fields:
        fields["when"] = When(edtf=fields["when"])
    if isinstance(fields.get("judgement"), str):
        fields["judgement"] = Judgement(stance=fields["judgement"])
    fields["actors"] = tuple((role, tuple(ids)) for role, ids in fields.get("actors", {}).items())
    fields["relations"] = tuple(relation(row) for row in fields.get("relations", ()))
    return Claim(**fields)


def relation(row: dict[str, str]) -> Relation:
    """`{after: other, gap: P3D, within: P9D}`."""
    gaps = {name: row[name] for name in ("gap", "within") if name in row}
    kind, other = next((kind, other) for kind, other in row.items() if kind not in gaps)
    return Relation.model_validate({"kind": kind, "event": other, **gaps})
