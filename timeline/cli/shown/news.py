"""Differences as rows of a table: what changed, from what to what, who said so, in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from timeline.cli.shown.answer import SUGGESTED, Answer, Column, Section
from timeline.cli.shown.dates import human, human_day
from timeline.cli.shown.events import words
from timeline.model.news import Topic

if TYPE_CHECKING:
    from timeline.model.news import Evidence, NewsRow

HEADINGS: Final = {
    Topic.NEW: "New events",
    Topic.DATE: "Dates moved",
    Topic.STATUS: "Status changed",
    Topic.OVERDUE: "Newly overdue",
    Topic.CONTRADICTED: "Newly contradicted",
    Topic.BOUNDS: "Bounds changed",
    Topic.PLACE: "Place changed",
    Topic.PARTICIPANTS: "Participants changed",
    Topic.WITHDRAWN: "Withdrawn",
    Topic.SOURCE: "New sources",
}
_FIELDS: Final = {"when": Topic.DATE, "occurrence": Topic.STATUS, "place": Topic.PLACE, "actors": Topic.PARTICIPANTS}
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
        "id": row.event or (row.after if row.after != row.title else None) or "",
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
    if row.topic in _SAID:
        return _SAID[row.topic](row)
    before, after = (_value(row.topic, value) for value in (row.before, row.after))
    if row.before is None:
        return after
    return f"{words(row.role)}: {before} → {after}" if row.role is not None else f"{before} → {after}"


def _clash(row: NewsRow) -> str:
    """`status: cancelled against confirmed`."""
    field = _FIELDS.get(row.field or "", Topic.PLACE)
    about = f"{row.why}: " if row.why else ""
    if row.field == "order":
        return "order that no calendar allows"
    return f"{about}{field}: {_value(field, row.after)} against {_value(field, row.before)}"


def _value(topic: Topic, value: str | None) -> str:
    if topic is Topic.DATE:
        return human(value)
    if value is None:
        return "nobody" if topic is Topic.PARTICIPANTS else "nowhere" if topic is Topic.PLACE else "unknown"
    return words(value) if topic is Topic.STATUS else value


_SAID: Final[Mapping[Topic, Callable[[NewsRow], str]]] = {
    Topic.NEW: lambda row: f"{words(row.occurrence or 'unknown')}, {human(row.after)}",
    Topic.OVERDUE: lambda row: f"{words(row.occurrence or 'unknown')}, due by {human_day(row.after or '')}",
    Topic.CONTRADICTED: _clash,
    Topic.BOUNDS: lambda row: f"{human(row.before)} → {human(row.after)}: {row.why}",
    Topic.WITHDRAWN: lambda row: f"was {human(row.before)}",
    Topic.SOURCE: lambda _: "",
}
"""Topics that are no step from one value to another."""
