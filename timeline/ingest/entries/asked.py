"""What a reader of entries may be told, and what it promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from timeline.diagnostics import Diagnostic
from timeline.model.entry import Entry


@dataclass(frozen=True, slots=True)
class Asked:
    """`until`: the last day of what repeats. `columns`: column -> field, as a person typed it. `language`: of the words and
    of the order of day and month. `timezone`: an IANA name, for times that name another zone than UTC.
    """

    until: date
    timezone: str
    columns: dict[str, str] = field(default_factory=dict)
    delimiter: str | None = None
    sheet: str | None = None
    language: str | None = None


class EntryReader(Protocol):
    """What the registry's table `importers` holds. What is wrong with one entry is yielded in its place, and the rest
    goes on; a file that is no such file raises `SourceError`.
    """

    def __call__(self, path: Path, asked: Asked) -> Iterator[Entry | Diagnostic]: ...
