"""iCalendar (RFC 5545): a calendar to subscribe to. What has no date is left out, and the calendar says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from icalendar import Calendar

from timeline.export.ics_entry import entry
from timeline.export.placing import placements
from timeline.export.plain_text import one_line
from timeline.export.words import Words, load

if TYPE_CHECKING:
    from timeline.export.options import ExportOptions
    from timeline.model.view import EventRow, View

_MAKER: Final = "-//timeline//timeline calendar 1//EN"


def export(view: View, options: ExportOptions) -> bytes:
    words = load(options.language)
    calendar = _empty(view, options)
    left_out: list[EventRow] = []
    for row in view.rows:
        event = entry(row, view, options, words)
        if event is None:
            left_out.append(row)
        else:
            calendar.add_component(event)
    remarks = [*left_out_in_words(left_out, words), *(one_line(note) for note in view.notes)]
    for remark in remarks:
        calendar.add("x-comment", remark)
    if remarks:
        calendar.add("x-wr-caldesc", " ".join(remarks))
    return bytes(calendar.to_ical(sorted=False))


def _empty(view: View, options: ExportOptions) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(options.title or view.title) or "timeline")
    calendar.add("x-wr-timezone", view.timezone)
    return calendar


def left_out_in_words(rows: list[EventRow], words: Words) -> list[str]:
    """A sentence for each reason, with the titles."""
    undated = [row for row in rows if not placements(row)]
    far = [row for row in rows if placements(row)]
    return [_sentence(reason, found, words) for reason, found in (("undated", undated), ("out_of_range", far)) if found]


def _sentence(reason: str, rows: list[EventRow], words: Words) -> str:
    titles = words.say("date.list").join(one_line(row.title) for row in rows)
    return words.count(f"left_out.{reason}", len(rows), titles=titles)
