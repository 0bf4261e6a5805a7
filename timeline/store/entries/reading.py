"""The state of one reading: what is known to exist, what went wrong, which scalars must be looked up in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError

from timeline.model.shape import Shape
from timeline.store.text.problem import Problem, Trail, Want, steps_of


class UnreadableError(Exception):
    """A value cannot be read; the reading knows why, and goes on with the next one."""


@dataclass(slots=True)
class Reading:
    """One pass over the data. `sources`, `actors`, `events`: the ids that may be referred to."""

    sources: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    wants: list[Want] = field(default_factory=list)

    def refuse(self, code: str, message: str, trail: Trail, hint: str | None = None) -> UnreadableError:
        """Notes a problem; what it returns is to be raised."""
        self.problems.append(Problem(code, message, steps_of(trail), hint))
        return UnreadableError(message)

    def want(self, trail: Trail, *, at_key: bool = False) -> UnreadableError:
        """Notes that the words of a scalar must be looked up in the text; what it returns is to be raised."""
        self.wants.append(Want(steps_of(trail), at_key))
        return UnreadableError("its words are not known yet")

    def refuse_key(self, code: str, message: str, trail: Trail) -> UnreadableError:
        """As `refuse`, for the key at the end of the trail."""
        self.problems.append(Problem(code, message, steps_of(trail), at_key=True))
        return UnreadableError(message)

    def unknown_key(self, key: Any, known: Iterable[str], trail: Trail) -> UnreadableError:
        message = f"unknown key {key!r}{nearest(str(key), known)}; known: {', '.join(known)}"
        return self.refuse_key("E202", message, (trail, key))


Reader = Callable[[Any, Reading, Trail], Any]
"""Reads one value; raises `UnreadableError` once it has told why it cannot."""


class Table:
    """The keys that a mapping may hold, in the order in which they are written, each with how its value is read.

    A key fills the field of the same name unless `fills` says otherwise. `plain`: the keys whose value is a text that
    is taken as it stands.
    """

    def __init__(
        self,
        plain: Reader,
        *,
        required: Iterable[str] = (),
        fills: Mapping[str, str] | None = None,
        **readers: Reader | None,
    ) -> None:
        self.readers = {name: reader or plain for name, reader in readers.items()}
        self.plain = frozenset(name for name, reader in readers.items() if reader is None)
        self.required = frozenset(required)
        self.fills = {name: (fills or {}).get(name, name) for name in readers}

    def __iter__(self) -> Iterator[str]:
        return iter(self.readers)


S = TypeVar("S", bound=Shape)


def read_shape(shape: type[S], raw: Any, table: Table, reading: Reading, trail: Trail, **given: Any) -> S:
    """As `read_fields`; the shape itself has the last word on what it holds."""
    fields = read_fields(raw, table, reading, trail, **given)
    try:
        return shape.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        raise reading.refuse("E206", f"{'.'.join(map(str, first['loc']))}: {first['msg']}", trail) from None


def read_fields(raw: Any, table: Table, reading: Reading, trail: Trail, **fields: Any) -> dict[str, Any]:
    """Every problem in the mapping is told, then `UnreadableError`; unknown keys alone do not spoil the rest.

    `fields` are given for what the file leaves out.
    """
    if not isinstance(raw, dict):
        raise reading.refuse("E206", f"{brief(raw)} stands where keys are expected: {', '.join(table)}", trail)
    whole = _read_keys(raw, table, reading, trail, fields)
    if not table.required <= raw.keys():
        for name in table.required - raw.keys():
            reading.refuse_key("E205", f"required key {name!r} is missing", trail)
        whole = False
    if not whole:
        raise UnreadableError
    return fields


def _read_keys(raw: dict[Any, Any], table: Table, reading: Reading, trail: Trail, fields: dict[str, Any]) -> bool:
    """Whether every key that is known could be read. This loop is where the time of a reading goes."""
    whole = True
    plain, readers, fills, required = table.plain, table.readers, table.fills, table.required
    for name, value in raw.items():
        if value.__class__ is str and name in plain:
            fields[name] = value
        elif name not in readers:
            reading.unknown_key(name, table, trail)
        elif value is not None or name in required:
            try:
                fields[fills[name]] = readers[name](value, reading, (trail, name))
            except UnreadableError:
                whole = False
    return whole


def nearest(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'place'?`, or nothing."""
    close = get_close_matches(word, list(map(str, known)), n=1, cutoff=0.6)
    return f", did you mean {close[0]!r}?" if close else ""


def brief(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
