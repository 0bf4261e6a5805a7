"""How a language puts the title of an event: frames filled with who is in which role."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from timeline.lang.yaml_data import broken, read

NAMES: Final = "names"
"""The role of everybody together."""


@dataclass(frozen=True, slots=True)
class Frame:
    """`example` and `negative` are rows of the file, which the tests run."""

    id: str
    roles: tuple[str, ...]
    text: str
    kinds: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    example: dict[str, Any] = field(default_factory=dict, compare=False)
    negative: dict[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class TitlePack:
    """`frames` in the order they are tried; `last` joins the last two names, `comma` those before, `place` adds a place."""

    frames: tuple[Frame, ...]
    last: str
    comma: str
    place: str


@cache
def load(code: str) -> TitlePack:
    """The titles of a language. Raises `timeline.lang.yaml_data.PackError` for a broken file."""
    path = f"{code}/titles.yaml"
    data = read(path)
    frames = tuple(_frame(path, number, row) for number, row in enumerate(data["frames"]))
    return TitlePack(frames, last=data["and"], comma=data["comma"], place=data["place"])


def _frame(path: str, number: int, row: dict[str, Any]) -> Frame:
    lists = {name: tuple(row.get(name, ())) for name in ("roles", "kinds", "alone", "several")}
    unknown = set(row) - {"id", "text", "example", "not", *lists}
    if unknown or not {"id", "text", "example", "not"} <= set(row):
        raise broken(
            path, ("frames", number), "a frame has id, roles, text, example and not; besides kinds, alone, several"
        )
    return Frame(id=row["id"], text=row["text"], example=row["example"], negative=row["not"], **lists)
