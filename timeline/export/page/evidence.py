"""What the panel shows and the chart does not: claims with their quotes and sources, relations, tags, contradictions."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import parse_day
from timeline.export.links import safe
from timeline.export.marks import MARKS
from timeline.export.options import Redact
from timeline.export.page.columns import NOTHING, Block, Numbered
from timeline.export.plain_text import one_line, printable
from timeline.fold.moment import local_day
from timeline.model.ledger import DESK
from timeline.model.vocabulary import Anchor, Stance

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from timeline.model.view import ClaimRow, EventRow, View

_MARKS: Final = {key: place for place, key in enumerate(MARKS)}
_ANCHORS: Final = {anchor: place for place, anchor in enumerate(Anchor)}
_NONE: Final = 255

CURRENT, SUGGESTED, REJECTED, FROM_DESK = 1, 2, 4, 8
"""Bits of the column `flags`."""

_STANCES: Final = {Stance.ACCEPTED: 0, Stance.SUGGESTED: SUGGESTED, Stance.REJECTED: REJECTED}
_RARE: Final = ("words", "others", "by", "note", "place")
_SOURCE: Final = ("outlet", "article", "link")


def evidence(view: View, redact: Collection[Redact]) -> Block:
    """Texts stand once, in the list `texts`; columns hold their places in it, those of rare things pairs of a number and
    a place.
    """
    claims = _Claims(view.timezone, redact)
    events = _Events(claims.texts, redact)
    for row in view.rows:
        for claim in row.claims:
            claims.add(claim)
        claims.close()
        events.add(row)
    block = Block()
    claims.write(block)
    events.write(block)
    block.texts("texts", claims.texts)
    return block


class _Claims:
    """One place a claim in each column; what belongs to its article stands in the columns of `_Sources`."""

    def __init__(self, timezone: str, redact: Collection[Redact]) -> None:
        self.texts = Numbered()
        self._zone = timezone
        self._sources = _Sources(self.texts, shown=Redact.SOURCES not in redact)
        self._speakers = Redact.SOURCES not in redact
        self._notes = Redact.NOTES not in redact
        self._quote, self._when, self._source = array("i"), array("i"), array("i")
        self._published, self._day, self._ends = array("i"), array("i"), array("i", [0])
        self._rare = {name: array("i") for name in _RARE}
        self._says, self._anchor, self._flags = bytearray(), bytearray(), bytearray()
        self._days: dict[str | None, tuple[int, int]] = {None: (-1, NOTHING)}

    def add(self, claim: ClaimRow) -> None:
        texts, rare, number = self.texts, self._rare, len(self._says)
        quote, when, published = claim.quote, claim.when, claim.published
        self._quote.append(texts[printable(quote)] if quote else -1)
        self._when.append(texts[when] if when else -1)
        self._source.append(self._sources.place(claim))
        place, day = self._days.get(published) or self._read(published)
        self._published.append(place)
        self._day.append(day)
        self._says.append(_NONE if claim.says is None else _MARKS[claim.says])
        self._anchor.append(_NONE if claim.anchor is None else _ANCHORS[claim.anchor])
        self._flags.append(
            (CURRENT if claim.current else 0) | _STANCES[claim.judgement] | (FROM_DESK if claim.source == DESK else 0)
        )
        if claim.when_words:
            rare["words"].extend((number, texts[printable(claim.when_words)]))
        if claim.alternatives:
            rare["others"].extend((number, texts[" ".join(claim.alternatives)]))
        if claim.said_by and self._speakers:
            rare["by"].extend((number, texts[printable(claim.said_by)]))
        if claim.note and self._notes:
            rare["note"].extend((number, texts[printable(claim.note)]))
        if claim.place:
            rare["place"].extend((number, texts[printable(claim.place)]))

    def close(self) -> None:
        self._ends.append(len(self._says))

    def _read(self, published: str | None) -> tuple[int, int]:
        assert published is not None  # noqa: S101  # none has its entry from the start
        day = local_day(published, self._zone)
        found = (self.texts[printable(published)], NOTHING if day is None else parse_day(day))
        self._days[published] = found
        return found

    def write(self, block: Block) -> None:
        own = {"quote": self._quote, "when": self._when, "published": self._published, "source": self._source}
        for name, column in {**own, "claimDay": self._day, "claimAt": self._ends, **self._rare}.items():
            block.numbers(name, column)
        block.octets("says", self._says)
        block.octets("anchor", self._anchor)
        block.octets("claimFlags", self._flags)
        self._sources.write(block)


class _Sources:
    """Outlet, article and link, once for all the claims that have the same."""

    def __init__(self, texts: Numbered, *, shown: bool) -> None:
        self._texts = texts
        self._shown = shown
        self._known: dict[tuple[str | None, ...], int] = {}
        self._columns = {name: array("i") for name in _SOURCE}

    def place(self, claim: ClaimRow) -> int:
        if not self._shown:
            return -1
        key = (claim.source, claim.outlet, claim.source_title, claim.url)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self._known)
            values = (claim.outlet, claim.source_title or claim.source, safe(claim.url))
            for column, text in zip(self._columns.values(), values, strict=True):
                column.append(self._texts[printable(text)] if text else -1)
        return found

    def write(self, block: Block) -> None:
        for name, column in self._columns.items():
            block.numbers(name, column)


class _Events:
    """Few events have any of these: pairs of an event and a text, in the order of the events."""

    def __init__(self, texts: Numbered, redact: Collection[Redact]) -> None:
        self._texts = texts
        self._notes = Redact.NOTES not in redact
        self._pairs: dict[str, array[int]] = {
            name: array("i") for name in ("tags", "notes", "was", "after", "before", "bounded")
        }
        self._disputes = array("i")
        self._count = 0

    def add(self, row: EventRow) -> None:
        if row.tags or row.notes or row.previous_when or row.after or row.before or row.bounded_by:
            self._add("tags", row.tags)
            self._add("notes", [row.notes] if row.notes and self._notes else [])
            self._add("was", row.previous_when)
            self._add("after", row.after)
            self._add("before", row.before)
            self._add("bounded", row.bounded_by)
        if row.disputes:
            places = {claim.id: place for place, claim in enumerate(row.claims)}
            for one in row.disputes:
                if one.claim in places and one.against in places:
                    self._disputes.extend((self._count, places[one.claim], places[one.against]))
        self._count += 1

    def _add(self, name: str, texts: Iterable[str]) -> None:
        column = self._pairs[name]
        for text in texts:
            column.extend((self._count, self._texts[one_line(text)]))

    def write(self, block: Block) -> None:
        for name, column in self._pairs.items():
            block.numbers(name, column)
        block.numbers("disputes", self._disputes)
