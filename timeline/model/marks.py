"""What the desk remembers between two looks: saved filters, what was seen, what was put off."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from timeline.model.filter import Filter
from timeline.model.shape import Shape
from timeline.model.vocabulary import Stance


class Watch(Shape):
    """A saved filter with a name."""

    name: str
    filter: Filter


class Seen(Shape):
    """Where a reader stopped: `at` an ISO time, `day` the day it was for the desk.

    What bears an earlier stamp than `at` was seen. `claims` (with the stance that each had) and `sources` name the others:
    those typed into the file without a stamp, and those of that very second.
    """

    at: str
    day: str
    claims: Mapping[str, Stance] = Field(default_factory=dict)
    sources: tuple[str, ...] = ()


class Marks(Shape):
    """`seen` by the name of the watch, `""` for the whole ledger; `snoozed`: event id to the ISO day on which it is back."""

    seen: Mapping[str, Seen] = Field(default_factory=dict)
    snoozed: Mapping[str, str] = Field(default_factory=dict)
