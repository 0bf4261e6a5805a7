"""One event told in full: its derived state, then each claim with its quote, its source and how its date was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from timeline.cli.shown.answer import Answer, Column, Section
from timeline.cli.shown.dates import human, human_day
from timeline.cli.shown.events import marks, when, words
from timeline.model.vocabulary import Stance

if TYPE_CHECKING:
    from timeline.model.view import ClaimRow, EventRow

_COLUMNS: Final = (Column("field", "", styles={}), Column("value", "", wide=True))


def account(row: EventRow) -> Answer:
    sections = [Section(_rows(_state(row)), f"{row.title}  ({row.id})")]
    sections += [Section(_rows(_claim(claim)), _heading(claim)) for claim in row.claims]
    return Answer(_COLUMNS, tuple(sections), row.contract())


def _rows(pairs: Iterator[tuple[str, str | None]]) -> tuple[Mapping[str, str], ...]:
    return tuple({"field": field, "value": value} for field, value in pairs if value)


def _state(row: EventRow) -> Iterator[tuple[str, str | None]]:
    yield "when", _with_edtf(row.when) if row.when else when(row)
    yield "bounded by", ", ".join(row.bounded_by)
    yield "before", ", ".join(row.before)
    yield "after", ", ".join(row.after)
    yield "earlier dates", "; ".join(human(edtf) for edtf in row.previous_when)
    yield "status", words(row.occurrence)
    yield "mark", marks(row)
    yield "kind", words(row.kind)
    yield "where", row.place
    yield "who", ", ".join(f"{actor.name} ({actor.role})" for actor in row.actors)
    yield "tags", ", ".join(row.tags)
    yield "notes", row.notes


def _heading(claim: ClaimRow) -> str:
    dated = human_day(claim.published) if claim.published else "undated"
    said = f"{claim.id}  {claim.outlet or claim.source}, {dated}: {claim.judgement}"
    return said if claim.current or claim.judgement == Stance.REJECTED else f"{said}, no longer current"


def _claim(claim: ClaimRow) -> Iterator[tuple[str, str | None]]:
    yield "quote", f"“{claim.quote}”" if claim.quote else None
    yield "says", words(claim.says) if claim.says else None
    yield "said by", claim.said_by
    yield "date words", f"“{claim.when_words}”" if claim.when_words else None
    yield "read as", _with_edtf(claim.when) if claim.when else None
    yield "read against", _anchor(claim)
    yield "rule", claim.rule
    yield "other readings", "; ".join(human(edtf) for edtf in claim.alternatives)
    yield "where", claim.place
    yield "source", " ".join(part for part in (claim.source, claim.source_title, claim.url) if part)
    yield "at", f"characters {claim.start} to {claim.end}" if claim.start is not None else None
    yield "found by", claim.by
    yield "note", claim.note


def _with_edtf(edtf: str) -> str:
    return f"{human(edtf)} (EDTF {edtf})"


def _anchor(claim: ClaimRow) -> str | None:
    return None if claim.anchor is None or claim.anchor == "absolute" else words(claim.anchor)
