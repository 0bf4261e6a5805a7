"""Differences as rows of a table: what changed, from what to what, who said so, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from timeline.cli.answer import SUGGESTED, Answer, Column, Section
from timeline.cli.dates import human, human_day
from timeline.cli.events import words
from timeline.model.news import Topic

if TYPE_CHECKING:
    from timeline.model.news import Evidence, NewsRow

HEADINGS: Final = {
    Topic.NEW: "New events",
    Topic.DATE: "Dates moved",
    Topic.STATUS: "Status changed",
    Topic.OVERDUE: "Newly overdue",
    Topic.CONTRADICTED: "Newly contradicted",
    Topic.PLACE: "Place changed",
    Topic.PARTICIPANTS: "Participants changed",
    Topic.WITHDRAWN: "Withdrawn",
    Topic.SOURCE: "New sources",
}
_FIELDS: Final = {"when": "date", "occurrence": "status", "place": "place", "actors": "participants"}
_LOG: Final = (
    Column("published", "Published"),
    Column("event", "Event", wide=True),
    Column("what", "What"),
    Column("change", "From → to", wide=True),
    Column("who", "Who said so", under="change"),
    Column("quote", "Quote", wide=True),
    Column("claim", "Claim", under="published"),
)
_NEWS: Final = (
    Column("event", "Event", wide=True),
    Column("id", "Id", under="event"),
    Column("change", "What changed"),
    Column("mark", "", under="change", styles={SUGGESTED: "yellow"}),
    Column("who", "Who said so"),
    Column("published", "Published", under="who"),
    Column("quote", "Quote", wide=True),
)


def logged(rows: Sequence[NewsRow], *, one: bool, empty: str) -> Answer:
    """`one`: the log of one event, which need not be named on each line."""
    cells = tuple(_log_cells(row, one=one) for row in rows)
    return Answer(_LOG, (Section(cells),), [row.contract() for row in rows], empty=empty)


def news(rows: Sequence[NewsRow], data: Any, *, empty: str, notes: tuple[str, ...] = ()) -> Answer:
    """In sections, one a topic."""
    sections = tuple(
        Section(tuple(cells for row in about for cells in _news_cells(row)), HEADINGS[topic])
        for topic, about in groupby(rows, key=lambda row: row.topic)
    )
    return Answer(_NEWS, sections, data, notes=notes, empty=empty)


def _log_cells(row: NewsRow, *, one: bool) -> Mapping[str, str]:
    return {
        "event": "" if one else row.title,
        "what": words(row.role or row.topic),
        "change": change(row),
        **cited(row.said),
        "claim": row.said.claim if row.said is not None else "",
    }


def _news_cells(row: NewsRow) -> Iterator[Mapping[str, str]]:
    """Two lines for a contradiction: the word and the other word."""
    yield {
        "event": row.title,
        "id": row.event or row.after or "",
        "change": change(row),
        "mark": row.said.judgement if row.said is not None and row.said.judgement == SUGGESTED else "",
        **cited(row.said),
    }
    if row.against is not None:
        yield {"change": "against", **cited(row.against)}


def cited(said: Evidence | None) -> Mapping[str, str]:
    """The cells `published`, `who` and `quote`."""
    if said is None:
        return {}
    return {
        "published": human_day(said.published) if said.published else "undated",
        "who": told_by(said),
        "quote": in_words(said),
    }


def in_words(said: Evidence) -> str:
    return f"“{said.quote}”" if said.quote else said.note or ""


def told_by(said: Evidence) -> str:
    """`Donald Trump, Northern Wire`; `a senior official (unnamed), The Courier`."""
    speakers = " and ".join(said.speakers) + (" (unnamed)" if said.named is False else "")
    return ", ".join(part for part in (speakers, said.outlet or said.source) if part)


def change(row: NewsRow) -> str:
    """From what to what, in words."""
    match row.topic:
        case Topic.NEW:
            return f"{words(row.occurrence or 'unknown')}, {human(row.after)}"
        case Topic.OVERDUE:
            return f"{words(row.occurrence or 'unknown')}, due by {human_day(row.after or '')}"
        case Topic.CONTRADICTED:
            return f"{_FIELDS.get(row.after or '', row.after or '')} disputed"
        case Topic.WITHDRAWN:
            return f"was {human(row.before)}"
        case Topic.SOURCE:
            return ""
    before, after = (_value(row.topic, value) for value in (row.before, row.after))
    said = f"{before} → {after}" if row.before is not None else after
    return f"{words(row.role)}: {said}" if row.role is not None and row.before is not None else said


def _value(topic: Topic, value: str | None) -> str:
    if topic is Topic.DATE:
        return human(value)
    if value is None:
        return "nobody" if topic is Topic.PARTICIPANTS else "nowhere" if topic is Topic.PLACE else "unknown"
    return words(value) if topic is Topic.STATUS else value


def titles(rows: Iterable[NewsRow]) -> str:
    return "; ".join(dict.fromkeys(row.title for row in rows))
