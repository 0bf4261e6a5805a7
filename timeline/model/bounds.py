"""What limits the days of an event, and which claims contradict each other: answers of `bounds` and `conflicts`."""

from __future__ import annotations

from typing import Any

from timeline.model.news import Evidence
from timeline.model.shape import Shape


class ChainStep(Shape):
    """`event` is limited by `other` through `relation` (`after`, `same-day`, ...), or by its own date (`dated`, in `when`)."""

    event: str
    relation: str
    other: str | None = None
    when: str | None = None
    gap: str | None = None
    within: str | None = None
    said: Evidence


class Circle(Shape):
    """Claims that no calendar allows together, each with what it says, in the order in which they contradict."""

    events: tuple[str, ...]
    steps: tuple[ChainStep, ...]


class BoundChange(Shape):
    """`before`, `after`: windows in EDTF, `None` where nothing limits; `why` in words, `said` the claim behind it."""

    on: str
    before: str | None
    after: str | None
    why: str
    said: Evidence


class BoundAnswer(Shape):
    """Of one event. `when`: its own date, where it has one. `earliest`, `latest`: ISO days, inclusive."""

    event: str
    title: str
    when: str | None = None
    earliest: str | None = None
    latest: str | None = None
    earliest_chain: tuple[ChainStep, ...] = ()
    latest_chain: tuple[ChainStep, ...] = ()
    changes: tuple[BoundChange, ...] = ()
    contradictions: tuple[Circle, ...] = ()

    def contract(self) -> dict[str, Any]:
        """The documented JSON object, keys in documented order."""
        return self.model_dump(mode="json")


class Side(Shape):
    """One of the readings that cannot both hold.

    `said`: its claim; `claims`: all that agree with it and not with the other; `origins`: who stands behind them, copies
    counted once. `place`: how well its speaker is placed to know.
    """

    value: str
    said: Evidence
    place: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]


class Conflict(Shape):
    """`field`: `when`, `occurrence`, `place`, `actors`, or `order`, of which the sides are the claims on the circle.

    Of two sides the later word comes first.
    """

    field: str
    events: tuple[str, ...]
    title: str
    about: str | None = None
    sides: tuple[Side, ...]

    def contract(self) -> dict[str, Any]:
        """The documented JSON object, keys in documented order."""
        return self.model_dump(mode="json")
