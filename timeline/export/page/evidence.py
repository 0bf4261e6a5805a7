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

_TEXTS: Final = ("quote", "words", "when", "others", "by", "note", "place", "outlet", "article", "link", "published")


def evidence(view: View, redact: Collection[Redact]) -> Block:
    """Texts stand once, in the list `texts`; columns hold their places in it."""
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
    def __init__(self, timezone: str, redact: Collection[Redact]) -> None:
        self.texts = Numbered()
        self._zone = timezone
        self._sources = Redact.SOURCES not in redact
        self._notes = Redact.NOTES not in redact
        self._columns = {name: array("i") for name in _TEXTS}
        self._day = array("i")
        self._ends = array("i", [0])
        self._says, self._anchor, self._flags = bytearray(), bytearray(), bytearray()
        self._days: dict[str | None, int] = {None: NOTHING}
        self._links: dict[str | None, int] = {None: -1}

    def add(self, claim: ClaimRow) -> None:
        place, columns, sources = self._place, self._columns, self._sources
        columns["quote"].append(place(claim.quote))
        columns["words"].append(place(claim.when_words))
        columns["when"].append(place(claim.when))
        columns["others"].append(place(" ".join(claim.alternatives)))
        columns["by"].append(place(claim.said_by) if sources else -1)
        columns["note"].append(place(claim.note) if self._notes else -1)
        columns["place"].append(place(claim.place))
        columns["outlet"].append(place(claim.outlet) if sources else -1)
        columns["article"].append(place(claim.source_title or claim.source) if sources else -1)
        columns["link"].append(self._link(claim.url) if sources else -1)
        columns["published"].append(place(claim.published))
        self._day.append(self._published(claim.published))
        self._says.append(_NONE if claim.says is None else _MARKS[claim.says])
        self._anchor.append(_NONE if claim.anchor is None else _ANCHORS[claim.anchor])
        self._flags.append(_flags(claim))

    def close(self) -> None:
        self._ends.append(len(self._says))

    def _place(self, text: str | None) -> int:
        return self.texts.place(printable(text)) if text else -1

    def _link(self, url: str | None) -> int:
        found = self._links.get(url)
        if found is None:
            found = self._links[url] = self._place(safe(url))
        return found

    def _published(self, text: str | None) -> int:
        found = self._days.get(text)
        if found is None and text is not None:
            day = local_day(text, self._zone)
            found = self._days[text] = NOTHING if day is None else parse_day(day)
        return NOTHING if found is None else found

    def write(self, block: Block) -> None:
        for name, column in self._columns.items():
            block.numbers(name, column)
        block.numbers("claimDay", self._day)
        block.numbers("claimAt", self._ends)
        block.octets("says", self._says)
        block.octets("anchor", self._anchor)
        block.octets("claimFlags", self._flags)


def _flags(claim: ClaimRow) -> int:
    return (
        (CURRENT if claim.current else 0)
        | (SUGGESTED if claim.judgement is Stance.SUGGESTED else 0)
        | (REJECTED if claim.judgement is Stance.REJECTED else 0)
        | (FROM_DESK if claim.source == DESK else 0)
    )


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
            column.extend((self._count, self._texts.place(one_line(text))))

    def write(self, block: Block) -> None:
        for name, column in self._pairs.items():
            block.numbers(name, column)
        block.numbers("disputes", self._disputes)
