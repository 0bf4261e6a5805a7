"""One row as one VEVENT."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from icalendar import Event

from timeline.export import claim_words, date_words
from timeline.export.ics_time import Hours, hours, touched
from timeline.export.links import safe
from timeline.export.placing import Extent, Placement, placements, slot
from timeline.export.plain_text import one_line, printable
from timeline.model.vocabulary import OFF, Occurrence, Stance

if TYPE_CHECKING:
    from timeline.export.options import ExportOptions
    from timeline.export.words import Words
    from timeline.model.view import ClaimRow, EventRow, View

CERTAIN: Final = frozenset({Occurrence.CONFIRMED, Occurrence.UNDERWAY, Occurrence.OCCURRED})
_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""DTSTAMP is demanded; a row without any known time gets a constant, so that the calendar does not change by itself."""

_PREFIXED: Final = OFF | {Occurrence.POSTPONED}


def entry(row: EventRow, view: View, options: ExportOptions, words: Words) -> Event | None:
    """`None` for a row that no calendar can hold."""
    placed = placements(row)
    standing = _standing(row, view)
    if not standing:
        return None
    event = Event()
    event.add("uid", one_line(row.id))
    event.add("sequence", row.changes)
    stamp = touched(row, view.timezone)
    event.add("dtstamp", stamp or _NEVER)
    if stamp is not None:
        event.add("last-modified", stamp)
    _add_times(event, standing)
    event.add("transp", "OPAQUE" if _takes_its_days(row, placed[0]) else "TRANSPARENT")
    event.add("summary", title(row, placed[0], words))
    event.add("status", status(row, options))
    event.add("description", description(row, words))
    _add_labels(event, row)
    return event


def fits(row: EventRow, view: View) -> bool:
    """Neither undated nor outside the years 1 to 9999."""
    return bool(_standing(row, view))


def _standing(row: EventRow, view: View) -> list[Hours]:
    placed = placements(row)
    standing = [found for placement in placed if (found := hours(placement, view.timezone))]
    return standing if len(standing) == len(placed) else []


def _add_times(event: Event, standing: list[Hours]) -> None:
    """Days beyond the first of a set (`{a,b}`) repeat it: as days, where not all of them have an hour."""
    if len({type(one.start) for one in standing}) > 1:
        standing = [_whole_day(one) for one in standing]
    event.add("dtstart", standing[0].start)
    if standing[0].end is not None:
        event.add("dtend", standing[0].end)
    if len(standing) > 1:
        event.add("rdate", [other.start for other in standing[1:]])


def _whole_day(one: Hours) -> Hours:
    if not isinstance(one.start, datetime):
        return one
    day = date(one.start.year, one.start.month, one.start.day)
    return Hours(day, day + timedelta(days=1))


def _takes_its_days(row: EventRow, placement: Placement) -> bool:
    """A window, an open end and what is off or put off block nobody's day."""
    exact = placement.extent is not Extent.WINDOW and None not in {placement.first, placement.last}
    return exact and row.occurrence not in _PREFIXED


def status(row: EventRow, options: ExportOptions) -> str:
    """RFC 5545. Called-off events stay TENTATIVE, and so visible, unless the calendar is to be strict."""
    if row.occurrence in OFF and options.strict_ics:
        return "CANCELLED"
    return "CONFIRMED" if row.occurrence in CERTAIN else "TENTATIVE"


def title(row: EventRow, placement: Placement, words: Words) -> str:
    """The event's title, marked where it does not simply stand on its day."""
    text = one_line(row.title)
    if row.judgement is Stance.SUGGESTED:
        text = words.say("suggested_title", title=text)
    mark = _mark(placement)
    if mark:
        text = words.say(f"calendar.{mark}", title=text)
    return words.say(f"calendar.{row.occurrence.value}", title=text) if row.occurrence in _PREFIXED else text


def _mark(placement: Placement) -> str | None:
    window = placement.extent is Extent.WINDOW
    if placement.last is None:
        return "not_before" if window else "from"
    if placement.first is None:
        return "not_after" if window else "until"
    return "some_day" if window else None


def description(row: EventRow, words: Words) -> str:
    """Date, status, place and people in words, then every claim with quote, speaker and source."""
    named = words.say("date.list").join(
        words.say("calendar.actor", name=one_line(actor.name), role=words.say(f"role.{actor.role.value}"))
        for actor in row.actors
    )
    facts = [
        words.say("calendar.when", date=date_words.of_row(row, words)),
        *_moved(row, words),
        words.say("calendar.status", status=claim_words.status(row, words)),
        *([words.say("calendar.place", place=one_line(row.place))] if row.place else []),
        *([words.say("calendar.actors", actors=named)] if named else []),
    ]
    return printable("\n\n".join(["\n".join(facts), *_claims(row, words)]))


def _moved(row: EventRow, words: Words) -> list[str]:
    """The dates that it had before, the first one first; an entry that stands on its old date has not moved from it."""
    dates = [date_words.of_edtf(edtf, words) for edtf in row.previous_when if edtf != slot(row)]
    return [words.say("calendar.moved", dates=words.say("date.list").join(dates))] if dates else []


def _claims(row: EventRow, words: Words) -> list[str]:
    return ["\n".join(_claim_lines(claim, words)) for claim in row.claims]


def _claim_lines(claim: ClaimRow, words: Words) -> list[str]:
    quote = [words.say("claim.quote", quote=one_line(claim.quote))] if claim.quote else []
    url = safe(claim.url)
    return [*quote, claim_words.attribution(claim, words), *([url] if url else [])]


def _add_labels(event: Event, row: EventRow) -> None:
    if row.place:
        event.add("location", one_line(row.place))
    event.add("categories", [one_line(label) for label in (row.kind, *row.tags) if one_line(label)])
    url = next((found for claim in reversed(row.claims) if (found := safe(claim.url))), None)
    if url:
        event.add("url", url)
    event.add("x-timeline-edtf", slot(row) or "")
    event.add("x-timeline-occurrence", row.occurrence.value)
