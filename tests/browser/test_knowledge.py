"""The slider of knowledge: a window narrows, a summit moves and is called off, each with the sources of its day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import becomes, items, panel_text, settled
from timeline.fold.moment import Moment
from timeline.model.view import View
from timeline.query.listing import listing
from timeline.store.yaml_ledger import YamlStore

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
LEDGER = YamlStore(Path(__file__).with_name("summit.yaml")).load()
NAMES = list(LEDGER.events)
SUMMIT = NAMES.index("lake-summit")


def view(as_of: str | None = None) -> View:
    return listing(LEDGER, moment=Moment(as_of=as_of), today="2025-10-22", history=True)


def number(name: str) -> int:
    return [row.id for row in view().rows].index(name)


def told(page: Any, name: str) -> str:
    page.click("#tab-table")
    settled(page)
    row = page.locator(f"tr:has(td button[data-event='{number(name)}'])")
    return str(row.inner_text()) if row.count() else ""


SUMMIT_ON = {
    "2025-10-07": ("6 October to 31 December 2025", "possible"),
    "2025-10-10": ("November 2025", "planned"),
    "2025-10-13": ("Thursday 6 November 2025", "confirmed"),
    "2025-10-16": ("Thursday 20 November 2025", "disputed"),
}


@pytest.mark.parametrize(("day", "words"), SUMMIT_ON.items())
def test_the_plan_as_it_was_known(open_view: Open, day: str, words: tuple[str, str]) -> None:
    page = open_view(view(), fragment=f"#on={day}").ready()
    said = told(page, "lake-summit")
    assert all(word in said for word in words)


@pytest.mark.parametrize("day", ["2025-10-02", "2025-10-06", "2025-10-09", "2025-10-13", "2025-10-16", "2025-10-20"])
def test_every_day_shows_what_the_question_of_that_day_answers(open_view: Open, day: str) -> None:
    """The page, moved to a day, and the command line, asked for it, list the same events with the same facts."""
    moved = open_view(view(), fragment=f"#on={day}&v=table").ready()
    asked = open_view(view(day), fragment="#v=table").ready()
    rows = "[...document.querySelectorAll('tbody tr')].map((row) => row.innerText).sort()"
    assert becomes(moved, lambda: moved.evaluate(rows) == asked.evaluate(rows))


def test_before_anybody_spoke_of_it_there_is_nothing(open_view: Open) -> None:
    page = open_view(view(), fragment="#on=2025-10-03").ready()
    assert told(page, "lake-summit") == ""
    page.click("#tab-timeline")
    assert {one.event for one in items(page)} == {number("first-call")}
    assert "were not yet known" in page.inner_text("#left-out")


def test_only_the_sources_of_that_day_speak(open_view: Open) -> None:
    page = open_view(view(), fragment="#on=2025-10-13&e=lake-summit").ready()
    said = panel_text(page)
    assert "The summit will open on 6 November" in said
    assert "There will be no summit" not in said
    assert "superseded" not in said


def test_the_history_leads_to_its_days(open_view: Open) -> None:
    page = open_view(view(), fragment="#e=lake-summit").ready()
    panel_text(page)
    assert page.locator(".history li").count() == 5
    page.click(".history li:nth-child(2) button")
    assert becomes(page, lambda: "November 2025" in page.inner_text("#panel .when"))
    assert becomes(page, lambda: "on=2025-10-09" in page.url)


def test_contradictions_stand_side_by_side(open_view: Open) -> None:
    page = open_view(view(), fragment="#e=lake-summit").ready()
    panel_text(page)
    pairs = page.locator(".pair").all_inner_texts()
    assert any("There will be no summit" in pair and "insists that the summit stands" in pair for pair in pairs)


def test_buttons_and_keys_move_through_the_changes(open_view: Open) -> None:
    page = open_view(view()).ready()
    page.click("[data-act=earlier]")
    assert becomes(page, lambda: "20 October 2025" in page.inner_text(".told"))
    page.click("[data-act=earlier]")
    assert becomes(page, lambda: "16 October 2025" in page.inner_text(".told"))
    page.focus("#as-of")
    page.keyboard.press("ArrowLeft")
    assert becomes(page, lambda: "15 October 2025" in page.inner_text(".told"))
    assert "15 October 2025" in page.get_attribute("#as-of", "aria-valuetext")
    page.click("[data-act=now]")
    assert becomes(page, lambda: page.evaluate("timelinePage.state.asOf") is None)


def test_it_plays(open_view: Open) -> None:
    page = open_view(view()).ready()
    page.click("[data-act=play]")
    assert becomes(page, lambda: "2 October 2025" in page.inner_text(".told"))
    assert becomes(page, lambda: "6 October 2025" in page.inner_text(".told"))
    page.click("[data-act=play]")
    assert page.inner_text("[data-act=play]") == "▶"


def test_bounds_of_the_undated_move_with_what_was_known(open_view: Open) -> None:
    page = open_view(view(), fragment="#on=2025-10-13").ready()
    assert "not before" in page.inner_text("#undated")


def test_the_key_names_the_marks_of_the_day(open_view: Open) -> None:
    """Nothing is confirmed any more: its mark is in the key on the days on which it is in the picture."""
    page = open_view(view()).ready()
    assert page.is_hidden(".chip[data-mark=confirmed]")
    page.evaluate("location.hash = 'on=2025-10-13'")
    assert becomes(page, lambda: page.is_visible(".chip[data-mark=confirmed]"))
    assert page.is_hidden(".chip[data-mark=disputed]")
    page.click(".chip[data-mark=confirmed]")
    assert becomes(page, lambda: number("lake-summit") not in {one.event for one in items(page)})
    page.click("[data-act=now]")
    assert becomes(page, lambda: page.is_visible(".chip[data-mark=disputed]"))
    assert page.is_visible(".chip[data-mark=confirmed]")  # it is turned off, and has to be found
