"""What the chart is drawn from: per event and moment a row of numbers, and the names that they stand for."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import day_number, parse_day
from timeline.export.marks import MARKS
from timeline.export.page.columns import NOTHING, Block, Numbered
from timeline.export.placing import Extent, placements_of, slot
from timeline.export.plain_text import one_line, printable
from timeline.model.vocabulary import Role, Stance

if TYPE_CHECKING:
    from timeline.export.placing import Placement
    from timeline.model.view import ActorRow, EventRow, MomentRow

_MARKS: Final = {key: place for place, key in enumerate(MARKS)}
_ROLES: Final = {role: place for place, role in enumerate(Role)}
_EXTENTS: Final = {extent: place for place, extent in enumerate(Extent)}
_FIRST_DAY: Final = day_number(-9999, 1, 1)
_LAST_DAY: Final = day_number(9999, 12, 31)

DISPUTED, SUGGESTED, RESCHEDULED, UNNAMED, FAR = 1, 2, 4, 8, 16
"""Bits of the column `flags`."""


class Names:
    """The lists that the rows of all moments share."""

    def __init__(self) -> None:
        self.dates = Numbered()
        self.actors = Numbered()
        self.places = Numbered()
        self.outlets = Numbered()
        self.casts: list[tuple[ActorRow, ...]] = []
        self._casts: dict[str, int] = {}
        self.actor_names: list[str] = []
        self._days: dict[str, int] = {}

    def day(self, iso: str | None) -> int:
        if iso is None:
            return NOTHING
        found = self._days.get(iso)
        if found is None:
            found = self._days[iso] = parse_day(iso)
        return found

    def cast(self, actors: tuple[ActorRow, ...]) -> int:
        key = "\n".join([text for actor in actors for text in (actor.id, actor.role)])
        found = self._casts.get(key)
        if found is None:
            found = self._casts[key] = len(self._casts)
            self.casts.append(actors)
        return found

    def write(self, block: Block) -> None:
        self._write_casts(block)
        block.texts("actors", self.actor_names)
        block.texts("actorIds", map(printable, self.actors))
        block.texts("places", map(one_line, self.places))
        block.texts("outlets", map(one_line, self.outlets))
        self._write_dates(block)

    def _write_casts(self, block: Block) -> None:
        ends, actors, roles = array("i", [0]), array("i"), bytearray()
        for cast in self.casts:
            for actor in cast:
                place = self.actors.place(actor.id)
                if place == len(self.actor_names):
                    self.actor_names.append(one_line(actor.name) or actor.id)
                actors.append(place)
                roles.append(_ROLES[actor.role])
            ends.append(len(actors))
        block.numbers("castAt", ends)
        block.numbers("castActor", actors)
        block.octets("castRole", roles)

    def _write_dates(self, block: Block) -> None:
        ends, first, last, clock, extent = array("i", [0]), array("i"), array("i"), array("i"), bytearray()
        for edtf in self.dates:
            for kind, opens, closes, starts, _ in _near(placements_of(edtf)):
                first.append(NOTHING if opens is None else opens)
                last.append(NOTHING if closes is None else closes)
                clock.append(-1 if starts is None else starts.hour * 60 + starts.minute)
                extent.append(_EXTENTS[kind])
            ends.append(len(first))
        for name, column in (("dateAt", ends), ("first", first), ("last", last), ("clock", clock)):
            block.numbers(name, column)
        block.octets("extent", extent)


def _near(placed: tuple[Placement, ...]) -> tuple[Placement, ...]:
    """All of them, or none where an axis of four-digit years ends before one of them."""
    for one in placed:
        for day in one[1:3]:
            if day is not None and not _FIRST_DAY <= day <= _LAST_DAY:
                return ()
    return placed


class States:
    """Columns with one place for each row added: what was known of an event from a moment on."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.date, self.low, self.high = array("i"), array("i"), array("i")
        self.place, self.cast, self.outlet, self.since = array("i"), array("i"), array("i"), array("i")
        self.status, self.flags = bytearray(), bytearray()

    def add(self, row: EventRow | MomentRow, outlet: str | None, *, unnamed: bool = False) -> None:
        names = self._names
        edtf = slot(row)
        self.date.append(-1 if edtf is None else names.dates[edtf])
        self.low.append(names.day(row.earliest) if edtf is None else NOTHING)
        self.high.append(names.day(row.latest) if edtf is None else NOTHING)
        self.place.append(names.places[row.place] if row.place else -1)
        self.cast.append(names.cast(row.actors))
        self.outlet.append(-1 if outlet is None else names.outlets[outlet])
        self.since.append(names.day(row.since))
        self.status.append(_MARKS[row.occurrence])
        self.flags.append(
            (DISPUTED if row.disputed else 0)
            | (SUGGESTED if row.judgement is Stance.SUGGESTED else 0)
            | (RESCHEDULED if row.rescheduled else 0)
            | (UNNAMED if unnamed else 0)
        )

    def write(self, block: Block, prefix: str = "") -> None:
        for name in ("date", "low", "high", "place", "cast", "outlet", "since"):
            block.numbers(prefix + name, getattr(self, name))
        block.octets(f"{prefix}status", self.status)
        block.octets(f"{prefix}flags", self.flags)
