"""Files from the page: pictures, a table, a calendar; the calendar agrees with the one that Python writes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from tests.browser.conftest import Opened
from tests.browser.drawing import becomes, settled
from tests.browser.test_find import many
from tests.browser.test_knowledge import view
from tests.export.sample_views import CALL, STORY
from tests.export.view_strategies import DATES
from timeline.export import csv_table, ics_calendar
from timeline.export.options import ExportOptions
from timeline.model.view import View

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
SVG = "{http://www.w3.org/2000/svg}"
ENGLISH = ExportOptions(language="en")
DATED = View(
    today="2025-10-18",
    timezone="Europe/Paris",
    rows=tuple(CALL.model_copy(update={"id": f"d{n}", "when": date}) for n, date in enumerate(DATES)),
)
TOUCHED = (
    "2025-10-17",
    "2025-10-17T09:30:00+02:00",
    "2025-07-01T23:30",
    "2025-10-17T09:30:12.5Z",
    "2025-10-16T23:59:59-05:30",
)
MOVED = View(
    today="2025-10-18",
    timezone="America/New_York",
    notes=("Two sources could not be read.",),
    rows=tuple(
        CALL.model_copy(
            update={
                "id": f"m{n}",
                "changes": n,
                "previous_when": ("2025-09", "2025-10-16", "2025-10-02")[: n + 1],
                "claims": tuple(
                    CALL.claims[0].model_copy(
                        update={"id": f"k{k}", "published": text, "recorded": text if k == 2 else None}
                    )
                    for k, text in enumerate(TOUCHED[: n + 1])
                ),
            }
        )
        for n in range(5)
    ),
)
SAME = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "RDATE", "SUMMARY", "STATUS", "TRANSP", "LOCATION", "DESCRIPTION", "CATEGORIES", "URL", "X-TIMELINE-EDTF")  # fmt: skip


def saved(page: Any, kind: str) -> tuple[str, bytes]:
    page.click("[data-menu=download]")
    with page.expect_download() as waiting:
        page.click(f"[data-file={kind}]")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("shown", ["timeline", "graph"])
def test_svg(open_view: Open, shown: str) -> None:
    page = open_view(view(), ExportOptions(title="L’été, enfin !"), fragment=f"#v={shown}").ready()
    settled(page)
    name, content = saved(page, "svg")
    assert name == "l-ete-enfin.svg"
    root = ET.fromstring(content)  # noqa: S314  # our own file
    texts = {found.text for found in root.iter(f"{SVG}text")}
    assert "L’été, enfin !" in texts
    assert {"Ada Berg calls Tomás Rey", "Lake Council"} <= texts
    assert len(list(root.iter(f"{SVG}path"))) > 7


def test_svg_has_the_histograms_too(open_view: Open) -> None:
    page = open_view(many(3000)).ready()
    assert page.evaluate("timelinePage.scene().dense")
    root = ET.fromstring(saved(page, "svg")[1])  # noqa: S314  # our own file
    assert max(len(found.get("d", "")) for found in root.iter(f"{SVG}path")) > 1000


@pytest.mark.parametrize("shown", ["timeline", "graph"])
def test_png(open_view: Open, shown: str) -> None:
    page = open_view(view(), fragment=f"#v={shown}", color_scheme="dark").ready()
    settled(page)
    content = saved(page, "png")[1]
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) > 2000
    assert len(content) > 20_000


def test_a_table_is_no_picture(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=table").ready()
    page.click("[data-menu=download]")
    assert page.is_disabled("[data-file=svg]")
    assert page.is_enabled("[data-file=csv]")


def test_csv_says_what_pythons_says(open_view: Open) -> None:
    page = open_view(STORY, ENGLISH, fragment="#v=table").ready()
    ours = {row["id"]: row for row in csv.DictReader(io.StringIO(saved(page, "csv")[1].decode()))}
    python = {row["id"]: row for row in csv.DictReader(io.StringIO(bytes(csv_table.export(STORY, ENGLISH)).decode()))}
    same = ("title", "kind", "occurrence", "disputed", "place", "actors", "actor_ids", "claims", "quote", "when_words", "said_by", "outlet", "published")  # fmt: skip
    assert ours.keys() == python.keys()
    for name, row in ours.items():
        assert {key: row[key] for key in same} == {key: python[name][key] for key in same}


def test_files_are_of_the_selection(open_view: Open) -> None:
    page = open_view(view(), fragment="#q=strike").ready()
    assert becomes(page, lambda: page.inner_text(".outcome") == "1 event found")
    rows = list(csv.DictReader(io.StringIO(saved(page, "csv")[1].decode())))
    assert [row["id"] for row in rows] == ["harbour-strike"]
    assert [str(one["uid"]) for one in Calendar.from_ical(saved(page, "ics")[1]).walk("VEVENT")] == ["harbour-strike"]


def _written(value: Any) -> str:
    return bytes(value.to_ical()).decode() if hasattr(value, "to_ical") else str(value)


def entries(content: bytes) -> dict[str, dict[str, str]]:
    found = Calendar.from_ical(content).walk("VEVENT")
    return {str(one["uid"]): {key: _written(one[key]) for key in SAME if key in one} for one in found}


@pytest.mark.parametrize("shown", [STORY, DATED, MOVED, view()], ids=["story", "dates", "moved", "summit"])
def test_the_calendar_says_what_pythons_says(open_view: Open, shown: View) -> None:
    page = open_view(shown, ENGLISH).ready()
    content = saved(page, "ics")[1]
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    python = entries(ics_calendar.export(shown, ENGLISH))
    ours = entries(content)
    assert ours.keys() == python.keys()
    assert [(name, ours[name], python[name]) for name in python if ours[name] != python[name]] == []
    assert remarks(content) == remarks(ics_calendar.export(shown, ENGLISH))


def remarks(content: bytes) -> dict[str, Any]:
    """Of the calendar itself. Only the page masks commas there: the library that writes the other leaves them."""
    found = Calendar.from_ical(content)
    names = ("X-WR-CALNAME", "X-WR-TIMEZONE", "X-COMMENT", "X-WR-CALDESC")
    return {key: str(found.get(key)).replace("\\\\,", ",").replace("\\,", ",") for key in names}


@pytest.mark.parametrize("day", ["2025-10-10", "2025-10-13", "2025-10-16"])
def test_the_calendar_of_a_day_is_that_of_what_was_known(open_view: Open, day: str) -> None:
    page = open_view(view(), ENGLISH, fragment=f"#on={day}").ready()
    asked = view(day)
    assert entries(saved(page, "ics")[1]) == entries(ics_calendar.export(asked, ENGLISH))
