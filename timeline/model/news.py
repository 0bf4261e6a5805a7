"""What is different: steps of an event's log, two moments compared, a digest. Each line with the claim that made it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from timeline.model.shape import Shape
from timeline.model.vocabulary import Occurrence, Role, Stance


class Topic(StrEnum):
    """What a line is about; in the order in which a digest tells them."""

    NEW = "new"
    DATE = "date"
    STATUS = "status"
    OVERDUE = "overdue"
    CONTRADICTED = "contradicted"
    BOUNDS = "bounds"
    PLACE = "place"
    PARTICIPANTS = "participants"
    WITHDRAWN = "withdrawn"
    SOURCE = "source"


class Evidence(Shape):
    """A claim as the proof of something.

    `speakers`: names, or the words of the source; `named`: whether one of them is known by name, `None` where nobody is
    cited. `published`: as written, an ISO day or time. When the desk recorded it is left out: a digest by publication is to
    be the same whenever its claims were read.
    """

    claim: str
    source: str
    outlet: str | None = None
    source_title: str | None = None
    url: str | None = None
    published: str | None = None
    speakers: tuple[str, ...] = ()
    named: bool | None = None
    via: tuple[str, ...] = ()
    quote: str | None = None
    note: str | None = None
    judgement: Stance = Stance.ACCEPTED


class NewsRow(Shape):
    """One difference. `before`, `after`: EDTF, an occurrence, a place, or names joined with a comma; for `new` and
    `withdrawn` the date, for `overdue` the day that has passed, for `contradicted` the older and the later reading of
    `field` (`when`, `occurrence`, `place`, `actors`, `order`).

    `event` is `None` for a source. `when`, `occurrence`: the event's date and status now. `said` made it so, `why` tells
    how where that is not plain; `against` says otherwise.
    """

    topic: Topic
    event: str | None = None
    title: str
    role: Role | None = None
    before: str | None = None
    after: str | None = None
    field: str | None = None
    why: str | None = None
    when: str | None = None
    occurrence: Occurrence | None = None
    said: Evidence | None = None
    against: Evidence | None = None

    def contract(self) -> dict[str, Any]:
        """The documented JSON object, keys in documented order; some only where they say something."""
        found = self.model_dump(mode="json")
        return {key: value for key, value in found.items() if value is not None or key not in _ONLY_SOME}


_ONLY_SOME: Final = frozenset({"role", "field", "why", "against"})


class OverdueRow(Shape):
    """A planned event whose latest day (`due`) has passed without word of what became of it.

    `days`: since then. `mentioned`: the day on which a source last spoke of it. `origins`: the independent sources that did.
    """

    event: str
    title: str
    kind: str
    when: str | None
    occurrence: Occurrence
    due: str
    days: int
    mentioned: str | None
    origins: tuple[str, ...]
    unnamed: bool = False
    judgement: Stance = Stance.ACCEPTED
    said: Evidence | None = None

    def contract(self) -> dict[str, Any]:
        """The documented JSON object, keys in documented order."""
        return self.model_dump(mode="json")


class Digest(Shape):
    """`since`: an ISO day (`by` publication), or the ISO time of the last look (`by` recording; `None`: none yet)."""

    since: str | None
    by: str
    today: str
    timezone: str
    as_of: str | None = None
    watch: str | None = None
    rows: tuple[NewsRow, ...] = ()
    notes: tuple[str, ...] = ()

    def about(self, topic: Topic) -> tuple[NewsRow, ...]:
        return tuple(row for row in self.rows if row.topic is topic)

    def contract(self) -> dict[str, Any]:
        """The documented JSON object, keys in documented order."""
        head = self.model_dump(mode="json", exclude={"rows", "notes"})
        return {**head, "news": [row.contract() for row in self.rows], "notes": list(self.notes)}
