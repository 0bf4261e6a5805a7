"""iCalendar (RFC 5545): a calendar to subscribe to. What has no date is left out, and the calendar says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from icalendar import Calendar

from timeline.export.ics_entry import entry, fits
from timeline.export.placing import placements
from timeline.export.plain_text import one_line
from timeline.export.streaming import LeftOut, Streaming
from timeline.export.words import Words, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.export.options import ExportOptions
    from timeline.model.view import EventRow, View

_MAKER: Final = "-//timeline//timeline calendar 1//EN"


_END: Final = b"END:VCALENDAR\r\n"


def _parts(view: View, options: ExportOptions) -> Iterator[bytes]:
    """What is left out stands in the head, before the first entry: the events are gone through once to know it."""
    words = load(options.language)
    head = _empty(view, options)
    left_out = [row for row in view.rows if not fits(row, view)]
    remarks = [*left_out_in_words(left_out, words), *(one_line(note) for note in view.notes)]
    for remark in remarks:
        head.add("x-comment", remark)
    if remarks:
        head.add("x-wr-caldesc", " ".join(remarks))
    yield bytes(head.to_ical(sorted=False)).removesuffix(_END)
    for row in view.rows:
        event = entry(row, view, options, words)
        if event is not None:
            yield bytes(event.to_ical(sorted=False))
    yield _END


def _left_out(view: View) -> list[LeftOut]:
    """As the calendar itself says."""
    rows = [row for row in view.rows if not fits(row, view)]
    undated = tuple(row for row in rows if not placements(row))
    far = tuple(row for row in rows if placements(row))
    found = (
        ("without a date: not in the calendar", undated),
        ("outside the years 1 to 9999: not in the calendar", far),
    )
    return [LeftOut(reason, some) for reason, some in found if some]


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


export = Streaming(_parts, _left_out)
