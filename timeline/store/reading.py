"""The state of one reading: what is known to exist, what went wrong, which scalars must be looked up in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError

from timeline.model.shape import Shape
from timeline.store.problem import Problem, Steps, Want


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

    def refuse(self, code: str, message: str, steps: Steps, hint: str | None = None) -> UnreadableError:
        """Notes a problem; what it returns is to be raised."""
        self.problems.append(Problem(code, message, steps, hint))
        return UnreadableError(message)

    def want(self, steps: Steps, *, at_key: bool = False) -> UnreadableError:
        """Notes that the words of a scalar must be looked up in the text; what it returns is to be raised."""
        self.wants.append(Want(steps, at_key))
        return UnreadableError("its words are not known yet")

    def unknown_key(self, key: object, known: Iterable[str], steps: Steps) -> None:
        message = f"unknown key {key!r}{nearest(str(key), known)}; known: {', '.join(known)}"
        self.problems.append(Problem("E202", message, (*steps, key), at_key=True))  # type: ignore[arg-type]


Reader = Callable[[Any, Reading, Steps], Any]
"""Reads one value; raises `UnreadableError` once it has told why it cannot."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the file: the field it fills and how its value is read. `words`: a string is taken as it stands."""

    fills: str
    read: Reader
    required: bool = False
    words: bool = False


Table = Mapping[str, Key]

S = TypeVar("S", bound=Shape)


def read_shape(shape: type[S], raw: Any, table: Table, reading: Reading, steps: Steps, **given: Any) -> S:
    """Every problem in the mapping is told, then `UnreadableError`; unknown keys alone do not spoil the rest.

    `given` fills the fields that the file leaves out. The shape itself has the last word on what it holds.
    """
    fields = _fields(raw, table, reading, steps)
    try:
        return shape.model_validate({**given, **fields} if given else fields)
    except ValidationError as error:
        first = error.errors()[0]
        raise reading.refuse("E206", f"{'.'.join(map(str, first['loc']))}: {first['msg']}", steps) from None


def _fields(raw: Any, table: Table, reading: Reading, steps: Steps) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise reading.refuse("E206", f"{brief(raw)} stands where keys are expected: {', '.join(table)}", steps)
    fields: dict[str, Any] = {}
    whole = True
    for name, value in raw.items():
        key = table.get(name)
        if key is None:
            reading.unknown_key(name, table, steps)
        elif key.words and value.__class__ is str:
            fields[key.fills] = value
        elif value is not None or key.required:
            try:
                fields[key.fills] = key.read(value, reading, (*steps, name))
            except UnreadableError:
                whole = False
    if not (_complete(raw, table, reading, steps) and whole):
        raise UnreadableError
    return fields


def _complete(raw: Any, table: Table, reading: Reading, steps: Steps) -> bool:
    missing = [name for name, key in table.items() if key.required and name not in raw]
    for name in missing:
        reading.problems.append(Problem("E205", f"required key {name!r} is missing", steps, at_key=True))
    return not missing


def nearest(word: str, known: Iterable[str]) -> str:
    """`, did you mean 'place'?`, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f", did you mean {close[0]!r}?" if close else ""


def brief(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
