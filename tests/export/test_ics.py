"""The calendar, read back by the library that wrote it and by one that did not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from icalendar import Calendar

from tests.export.sample_views import EMPTY, STORY, VISIT, hostile
from tests.export.view_strategies import views
from timeline.export import ics_calendar
from timeline.export.options import ExportOptions
from timeline.export.placing import placements
from timeline.model.view import EventRow, View
from timeline.model.vocabulary import Occurrence, Stance

PLAIN = ExportOptions()
STRICT = ExportOptions(strict_ics=True)


def made(view: View, options: ExportOptions = PLAIN) -> Any:
    """Any: the library's values are unions of thirty types."""
    return Calendar.from_ical(ics_calendar.export(view, options))


def only(row: EventRow, options: ExportOptions = PLAIN) -> Any:
    (event,) = made(View(today="2025-10-18", timezone="Europe/Paris", rows=(row,)), options).events
    return event


def dated(when: str | None, occurrence: Occurrence = Occurrence.EXPECTED, **fields: object) -> EventRow:
    row = {"id": "x", "title": "Talks", "kind": "talks", "when": when, "judgement": Stance.ACCEPTED, **fields}
    return EventRow.model_validate({**row, "occurrence": occurrence})


@pytest.mark.parametrize("language", ["en", "fr"])
def test_calendar_is_as_documented(language: str, golden: Callable[[str, bytes], None]) -> None:
    golden(f"story.{language}.ics", ics_calendar.export(STORY, ExportOptions(language=language)))


DAY = date
HOURS: dict[str, tuple[date, date | None, str, str]] = {
    "2025-10-17": (DAY(2025, 10, 17), DAY(2025, 10, 18), "OPAQUE", "Talks"),
    "2025-10-20/2025-10-22": (DAY(2025, 10, 20), DAY(2025, 10, 23), "OPAQUE", "Talks"),
    "[2025-10-20..2025-10-26]": (DAY(2025, 10, 20), DAY(2025, 10, 27), "TRANSPARENT", "[some day] Talks"),
    "2025-10": (DAY(2025, 10, 1), DAY(2025, 11, 1), "TRANSPARENT", "[some day] Talks"),
    "2025-10-22/..": (DAY(2025, 10, 22), DAY(2025, 10, 23), "TRANSPARENT", "[from] Talks"),
    "../2025-10-22": (DAY(2025, 10, 22), DAY(2025, 10, 23), "TRANSPARENT", "[until] Talks"),
    "[2025-10-22..]": (DAY(2025, 10, 22), DAY(2025, 10, 23), "TRANSPARENT", "[not before] Talks"),
    "[..2025-10-22]": (DAY(2025, 10, 22), DAY(2025, 10, 23), "TRANSPARENT", "[at the latest] Talks"),
    "2025-10-17T18:30": (datetime(2025, 10, 17, 16, 30, tzinfo=UTC), None, "OPAQUE", "Talks"),
    "2025-12-17T18:30": (datetime(2025, 12, 17, 17, 30, tzinfo=UTC), None, "OPAQUE", "Talks"),
    "2025-10-17T18:30-04:00": (datetime(2025, 10, 17, 22, 30, tzinfo=UTC), None, "OPAQUE", "Talks"),
    "2025-10-17T18:30Z/2025-10-17T20:00Z": (
        datetime(2025, 10, 17, 18, 30, tzinfo=UTC),
        datetime(2025, 10, 17, 20, 0, tzinfo=UTC),
        "OPAQUE",
        "Talks",
    ),
}


@pytest.mark.parametrize(("when", "expected"), HOURS.items(), ids=str)
def test_where_a_date_stands(when: str, expected: tuple[date, date | None, str, str]) -> None:
    event = only(dated(when))
    end = event.get("dtend")
    found = (event["dtstart"].dt, end.dt if end else None, event["transp"], event["summary"])
    assert found == expected


def test_a_set_repeats() -> None:
    event = only(dated("{2025-10-20,2025-10-22}"))
    assert event["dtstart"].dt == DAY(2025, 10, 20)
    assert [repeat.dt for repeat in event["rdate"].dts] == [DAY(2025, 10, 22)]


STATUS = {
    Occurrence.PROPOSED: ("TENTATIVE", "TENTATIVE", "Talks"),
    Occurrence.DOUBTFUL: ("TENTATIVE", "TENTATIVE", "Talks"),
    Occurrence.POSSIBLE: ("TENTATIVE", "TENTATIVE", "Talks"),
    Occurrence.EXPECTED: ("TENTATIVE", "TENTATIVE", "Talks"),
    Occurrence.CONFIRMED: ("CONFIRMED", "CONFIRMED", "Talks"),
    Occurrence.POSTPONED: ("TENTATIVE", "TENTATIVE", "POSTPONED: Talks"),
    Occurrence.CANCELLED: ("TENTATIVE", "CANCELLED", "CANCELLED: Talks"),
    Occurrence.UNDERWAY: ("CONFIRMED", "CONFIRMED", "Talks"),
    Occurrence.OCCURRED: ("CONFIRMED", "CONFIRMED", "Talks"),
    Occurrence.DID_NOT_OCCUR: ("TENTATIVE", "CANCELLED", "DID NOT HAPPEN: Talks"),
    Occurrence.UNKNOWN: ("TENTATIVE", "TENTATIVE", "Talks"),
}


@pytest.mark.parametrize("occurrence", Occurrence)
def test_status_and_title_of_each_occurrence(occurrence: Occurrence) -> None:
    row = dated("2025-10-17", occurrence)
    plain, strict = only(row), only(row, STRICT)
    assert (plain["status"], strict["status"], plain["summary"]) == STATUS[occurrence]


def test_days_and_hours_in_one_set_are_days() -> None:
    event = only(dated("{2025-10-20,2025-10-22T18:30}"))
    assert event["dtstart"].dt == DAY(2025, 10, 20)
    assert [repeat.dt for repeat in event["rdate"].dts] == [DAY(2025, 10, 22)]


def test_what_moved_says_from_where() -> None:
    event = only(dated("2025-10-24", previous_when=("2025-10-17", "[2025-10-20..2025-10-22]")))
    assert "Moved from: Friday 17 October 2025, " in event["description"]
    assert "22 October 2025" in event["description"]
    put_off = only(dated(None, Occurrence.POSTPONED, previous_when=("2025-10-17",)))
    assert "Moved" not in put_off["description"]


def test_what_is_put_off_keeps_its_old_slot() -> None:
    event = only(dated(None, Occurrence.POSTPONED, previous_when=("2025-10-17",)))
    assert event["dtstart"].dt == DAY(2025, 10, 17)


def test_an_undated_event_borrows_no_date() -> None:
    calendar = made(View(today="2025-10-18", rows=(dated(None, earliest="2025-10-26", previous_when=("2025-10-17",)),)))
    assert calendar.events == []
    assert calendar["x-comment"] == "1 event without a date is not in this calendar: Talks."


def test_years_that_calendars_do_not_know_are_said() -> None:
    calendar = made(View(today="2025-10-18", rows=(dated("-0043-03-15"),)))
    assert "outside the years 1 to 9999" in calendar["x-comment"]


def test_suggested_events_are_marked() -> None:
    assert only(dated("2025-10-17", judgement=Stance.SUGGESTED))["summary"] == "Talks (suggested)"


def test_identity_and_history() -> None:
    event = only(VISIT)
    assert (event["uid"], event["sequence"]) == ("zelensky-in-washington", 1)
    assert event["dtstamp"].dt == event["last-modified"].dt == datetime(2025, 11, 22, 8, 30, tzinfo=UTC)


def test_the_day_of_asking_changes_nothing() -> None:
    later = STORY.model_copy(update={"today": "2026-01-01"})
    assert ics_calendar.export(later, PLAIN) == ics_calendar.export(STORY, PLAIN)


def test_an_empty_calendar_is_a_calendar() -> None:
    assert made(EMPTY).events == []


def test_only_web_addresses_become_links() -> None:
    links = [str(event["url"]) for event in made(hostile()).events if "url" in event]
    assert links
    assert all(link.startswith("https://ok.example/") for link in links)


def read_independently(content: bytes) -> list[str]:
    """The titles that another reader finds; it validates what RFC 5545 demands of each component."""
    text = content.decode()
    calendar = vobject.readOne(text)
    events = list(calendar.contents.get("vevent", ()))
    for event in events:
        event.validate(raiseException=True)
    return [event.summary.value for event in events]


@pytest.mark.parametrize("view", [STORY, hostile(), EMPTY], ids=["story", "hostile", "empty"])
def test_another_reader_agrees(view: View) -> None:
    content = ics_calendar.export(view, PLAIN)
    assert read_independently(content) == [str(event["summary"]) for event in Calendar.from_ical(content).events]


@settings(max_examples=60)
@given(views)
def test_any_text_survives(view: View) -> None:
    content = ics_calendar.export(view, PLAIN)
    held = [row for row in view.rows if placements(row)]
    events = Calendar.from_ical(content).events
    assert len(events) <= len(held)
    assert len(read_independently(content)) == len(events)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content == ics_calendar.export(view.model_copy(deep=True), PLAIN)
