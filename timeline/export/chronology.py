"""Markdown: a chronology to paste into an article or a wiki: a heading a month, a line an event, a quote with its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline.edtf.days import civil
from timeline.export import claim_words, date_words
from timeline.export.leading import leading
from timeline.export.links import safe
from timeline.export.placing import placements
from timeline.export.plain_text import one_line
from timeline.export.streaming import Streaming
from timeline.export.words import Words, load
from timeline.model.vocabulary import Occurrence, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import ClaimRow, EventRow, View

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~$&!])|(?m:^([-+=]|\d+[.)]))")
_PLAIN: Final = frozenset({Occurrence.OCCURRED, Occurrence.UNKNOWN})
"""What a chronology need not say of an event."""


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    words = load(options.language)
    title = one_line(options.title or view.title)
    if title:
        yield f"# {literal(title)}\n\n".encode()
    heading = None
    for row in sorted(view.rows, key=_place):
        found = _heading(row, words)
        if found != heading:
            yield f"{'' if heading is None else chr(10)}## {literal(found)}\n\n".encode()
            heading = found
        yield "".join(_lines(row, words)).encode()
    for note in view.notes:
        yield f"\n*{literal(one_line(note))}*\n".encode()


def _place(row: EventRow) -> tuple[bool, int]:
    """In the order of time, those of one day as the view has them; what has no date comes last."""
    placed = placements(row)
    if not placed:
        return True, 0
    first = placed[0].first if placed[0].first is not None else placed[0].last
    return False, first or 0


def _heading(row: EventRow, words: Words) -> str:
    undated, day = _place(row)
    if undated:
        return words.say("chronology.undated")
    year, month, _ = civil(day)
    name = str(words.at("months")[month - 1])
    shown = str(year) if year > 0 else words.say("date.before_era", year=1 - year)
    return words.say("date.month", month=name[:1].upper() + name[1:], year=shown)


def _lines(row: EventRow, words: Words) -> Iterator[str]:
    date = date_words.of_row(row, words)
    said = [] if row.occurrence in _PLAIN and not row.disputed else [claim_words.status(row, words)]
    said += [words.say("suggested")] if row.judgement is Stance.SUGGESTED else []
    said += [one_line(row.place)] if row.place else []
    after = f" ({literal(', '.join(said))})" if said else ""
    yield f"- **{literal(date[:1].upper() + date[1:])}**: {literal(one_line(row.title))}{after}\n"
    claim = leading(row)
    if claim is not None:
        yield f"  > {_evidence(claim, words)}\n"


def _evidence(claim: ClaimRow, words: Words) -> str:
    """`“quote” — according to the Kremlin, LSI, 17 October 2025`, the source linked where it has a safe address."""
    source = literal(one_line(claim_words.attribution(claim, words)))
    address = safe(claim.url)
    if address is not None:
        source = f"[{source}](<{address.replace('<', '%3C').replace('>', '%3E')}>)"
    return f"{literal(words.say('claim.quote', quote=one_line(claim.quote)))} — {source}" if claim.quote else source


def literal(text: str) -> str:
    """Text that Markdown takes for nothing but text."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}" if found[1] else _first(found[0]), text)


def _first(start: str) -> str:
    """A line that would begin a list or a heading."""
    return f"{start[:-1]}\\{start[-1]}"


export = Streaming(_parts)
