"""What the panel shows and the chart does not: claims with their quotes and sources, relations, tags, contradictions."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import parse_day
from timeline.export.links import safe
from timeline.export.marks import MARKS
from timeline.export.options import Redact
from timeline.export.page.columns import NOTHING, Block, Numbered
from timeline.export.page.sequence import sequence
from timeline.export.plain_text import one_line, printable
from timeline.fold.moment import local_day
from timeline.model.ledger import DESK
from timeline.model.vocabulary import Anchor, Stance

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from timeline.model.view import ClaimRow, EventRow, View

_NONE: Final = 255
_MARKS: Final[dict[str | None, int]] = {None: _NONE, **{key: place for place, key in enumerate(MARKS)}}
_ANCHORS: Final[dict[Anchor | None, int]] = {None: _NONE, **{anchor: place for place, anchor in enumerate(Anchor)}}

CURRENT, SUGGESTED, REJECTED, FROM_DESK = 1, 2, 4, 8
"""Bits of the column `claimFlags`."""

_STANCES: Final = {Stance.ACCEPTED: 0, Stance.SUGGESTED: SUGGESTED, Stance.REJECTED: REJECTED}
_SOURCE: Final = ("outlet", "article", "link")


def evidence(view: View, redact: Collection[Redact]) -> Block:
    """Texts stand once, in the list `texts`; columns hold their places in it, those of rare things pairs of a number and
    a place. Column after column, not claim after claim: that is faster, and what is alike stands together.
    """
    block, texts = Block(), Numbered()
    claims = [claim for row in view.rows for claim in row.claims]
    ends = array("i", [0])
    for row in view.rows:
        ends.append(ends[-1] + len(row.claims))
    block.numbers("claimAt", ends)
    _spoken(claims, texts, block)
    _dated(claims, texts, block, view.timezone)
    _standing(claims, block)
    _rare(claims, texts, block, redact)
    _sources(claims, texts, block, shown=Redact.SOURCES not in redact)
    _events(view.rows, texts, block, redact)
    _disputes(view.rows, block)
    sequence(view, texts, block)
    block.texts("texts", texts)
    return block


def _spoken(claims: Sequence[ClaimRow], texts: Numbered, block: Block) -> None:
    block.numbers("quote", [texts[printable(claim.quote)] if claim.quote else -1 for claim in claims])
    block.numbers("when", [texts[claim.when] if claim.when else -1 for claim in claims])


def _dated(claims: Sequence[ClaimRow], texts: Numbered, block: Block, timezone: str) -> None:
    """When it was published, as it was written, and the day that this is in the zone of the view."""
    known: dict[str | None, tuple[int, int]] = {None: (-1, NOTHING)}
    for claim in claims:
        published = claim.published
        if published is not None and published not in known:
            day = local_day(published, timezone)
            known[published] = (texts[printable(published)], NOTHING if day is None else parse_day(day))
    read = [known[claim.published] for claim in claims]
    block.numbers("published", [place for place, _ in read])
    block.numbers("claimDay", [day for _, day in read])


def _standing(claims: Sequence[ClaimRow], block: Block) -> None:
    block.octets("says", bytes([_MARKS[claim.says] for claim in claims]))
    block.octets("anchor", bytes([_ANCHORS[claim.anchor] for claim in claims]))
    flags = [
        (CURRENT if claim.current else 0) | _STANCES[claim.judgement] | (FROM_DESK if claim.source == DESK else 0)
        for claim in claims
    ]
    block.octets("claimFlags", bytes(flags))


def _rare(claims: Sequence[ClaimRow], texts: Numbered, block: Block, redact: Collection[Redact]) -> None:
    """What few claims have."""
    found = {
        "words": ((number, claim.when_words) for number, claim in enumerate(claims) if claim.when_words),
        "others": ((number, " ".join(claim.alternatives)) for number, claim in enumerate(claims) if claim.alternatives),
        "by": ((number, claim.said_by) for number, claim in enumerate(claims) if claim.said_by),
        "note": ((number, claim.note) for number, claim in enumerate(claims) if claim.note),
        "place": ((number, claim.place) for number, claim in enumerate(claims) if claim.place),
    }
    withheld = {"by": Redact.SOURCES, "note": Redact.NOTES}
    for name, pairs in found.items():
        kept = () if withheld.get(name) in redact else pairs
        block.numbers(name, [value for number, text in kept for value in (number, texts[printable(text)])])


def _sources(claims: Sequence[ClaimRow], texts: Numbered, block: Block, *, shown: bool) -> None:
    """Outlet, article and link, once for all the claims that have the same; `source` is the place among these."""
    known: dict[tuple[str | None, ...], int] = {}
    places = [
        known.setdefault((claim.source, claim.outlet, claim.source_title, claim.url), len(known)) for claim in claims
    ]
    block.numbers("source", places if shown else [-1] * len(claims))
    written = [(outlet, title or source, safe(url)) for source, outlet, title, url in known] if shown else []
    for name, column in zip(_SOURCE, zip(*written, strict=True) if written else ((),) * len(_SOURCE), strict=True):
        block.numbers(name, [texts[printable(text)] if text else -1 for text in column])


def _events(rows: Sequence[EventRow], texts: Numbered, block: Block, redact: Collection[Redact]) -> None:
    """Few events have any of these: pairs of an event and a text, in the order of the events."""
    noted = Redact.NOTES not in redact
    found: dict[str, Iterable[tuple[int, Iterable[str]]]] = {
        "tags": ((number, row.tags) for number, row in enumerate(rows) if row.tags),
        "notes": ((number, (row.notes,)) for number, row in enumerate(rows) if row.notes and noted),
        "was": ((number, row.previous_when) for number, row in enumerate(rows) if row.previous_when),
        "after": ((number, row.after) for number, row in enumerate(rows) if row.after),
        "before": ((number, row.before) for number, row in enumerate(rows) if row.before),
        "bounded": ((number, row.bounded_by) for number, row in enumerate(rows) if row.bounded_by),
    }
    for name, groups in found.items():
        pairs = [(number, texts[one_line(text)]) for number, group in groups for text in group]
        block.numbers(name, [value for pair in pairs for value in pair])


def _disputes(rows: Sequence[EventRow], block: Block) -> None:
    """The event, and the places of both claims among its claims."""
    column = array("i")
    for number, row in enumerate(rows):
        if row.disputes:
            places = {claim.id: place for place, claim in enumerate(row.claims)}
            for one in row.disputes:
                if one.claim in places and one.against in places:
                    column.extend((number, places[one.claim], places[one.against]))
    block.numbers("disputes", column)
