"""What a claim says in words: who says it, where and when, and how its date was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.edtf.days import parse_day
from timeline.export import date_words
from timeline.export.leading import source_name
from timeline.model.vocabulary import Anchor

if TYPE_CHECKING:
    from timeline.export.words import Words
    from timeline.model.view import ClaimRow, EventRow


def status(row: EventRow, words: Words) -> str:
    """`planned`, `disputed: planned`."""
    plain = words.occurrence(row.occurrence)
    return words.say("disputed_status", status=plain) if row.disputed else plain


def attribution(claim: ClaimRow, words: Words) -> str:
    """`according to the Kremlin, LSI, 17 October 2025`, with whatever of it is known."""
    origin = source_name(claim, words.say("claim.desk"))
    if claim.published:
        origin = words.say("claim.published", outlet=origin, day=date_words.of_published(claim.published, words))
    said = [words.say("claim.said_by", who=claim.said_by)] if claim.said_by else []
    return words.say("claim.separator").join([*said, origin])


def reading(claim: ClaimRow, words: Words) -> str:
    """`“vendredi”, read against the publication day, Thursday 16 October 2025`; empty without a date."""
    parts = []
    if claim.when_words:
        parts.append(words.say("reading.words", words=claim.when_words))
    if claim.anchor is not None:
        parts.append(_anchor(claim.anchor, claim.published, words))
    if claim.alternatives:
        others = words.say("date.list").join(date_words.of_edtf(other, words) for other in claim.alternatives)
        parts.append(words.say("reading.or", others=others))
    return words.say("claim.separator").join(parts)


def _anchor(anchor: Anchor, published: str | None, words: Words) -> str:
    if anchor is not Anchor.PUBLISHED:
        return words.say(f"reading.{anchor.value}")
    if published is None:
        return words.say("reading.published_undated")
    day = date_words.of_day(parse_day(published[:10]), words, named=True)
    return words.say("reading.published", day=day)
