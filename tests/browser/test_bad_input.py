"""What newsrooms really have: too much, too long, too early, in every script."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import fits, items, panel_text, settled
from tests.export.sample_views import CALL
from timeline.edtf.days import iso_day, parse_day
from timeline.model.view import ActorRow, EventRow, View
from timeline.model.vocabulary import Role

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
START = parse_day("2020-01-01")


def event(number: int, **facts: object) -> EventRow:
    made = {"id": f"e{number}", "when": iso_day(START + number % 2000), "title": f"Event {number}", **facts}
    return CALL.model_copy(update=made)


def view(*rows: EventRow) -> View:
    return View(today="2025-10-18", rows=rows)


def actor(number: int, name: str | None = None) -> ActorRow:
    return ActorRow(id=f"a{number}", name=name or f"Actor {number}", role=Role.PARTICIPANT)


def test_one_event(open_view: Open) -> None:
    page = open_view(view(event(0))).ready()
    assert [one.text for one in items(page)] == ["Event 0"]


def test_all_on_one_day(open_view: Open) -> None:
    page = open_view(view(*(event(number, when="2025-10-18") for number in range(200)))).ready()
    scene = page.evaluate(
        "(() => { const s = timelinePage.scene(); return [s.items.length, s.groups.flatMap((g) => g.items).length, s.height]; })()"
    )
    assert scene[0] + scene[1] == 200
    assert scene[0] > 30
    assert scene[2] < 3000


def test_from_44_bc_to_2150(open_view: Open) -> None:
    page = open_view(view(event(0, when="-0043-03-15"), event(1, when="2150-06"), event(2))).ready()
    assert len(items(page)) == 3
    assert "BC" in page.evaluate("document.querySelector('.names') && timelinePage.scene().scale.first < 0 ? 'BC' : ''")
    for _ in range(20):
        page.focus("#chart")
        page.keyboard.press("+")
    settled(page)
    assert page.evaluate("timelinePage.state.last - timelinePage.state.first") >= 0.25


def test_titles_of_two_thousand_characters(open_view: Open) -> None:
    title = "A very long title " * 112
    page = open_view(view(event(0, title=title), event(1, title="x" * 2000))).ready()
    assert fits(page)
    assert all(len(one.text) <= 60 for one in items(page))
    mark = items(page)[0]
    page.mouse.move(mark.x, mark.y)
    page.wait_for_selector("#tip:not([hidden])")
    assert page.locator("#tip").bounding_box()["height"] < 400
    page.mouse.click(mark.x, mark.y)
    assert title.strip() in panel_text(page)
    assert fits(page)


def test_right_to_left_names_and_emoji(open_view: Open) -> None:
    names = ("محمد عبد الله", "שלום עולם", "🎉🇫🇷👩‍👩‍👧‍👦 fête", "東京都庁")
    rows = [event(number, title=f"{name} — {name}", actors=(actor(number, name),)) for number, name in enumerate(names)]
    page = open_view(view(*rows)).ready()
    assert page.locator(".lane").all_text_contents() == list(names)
    assert all(one.text for one in items(page))
    page.click("#tab-table")
    settled(page)
    assert page.evaluate("getComputedStyle(document.querySelector('td button')).direction") == "rtl"


def test_letters_are_never_cut_in_two(open_view: Open) -> None:
    family = "👩‍👩‍👧‍👦"
    page = open_view(view(event(0, title=family * 100))).ready()
    text = items(page)[0].text
    assert text.endswith("…")
    assert text.removesuffix("…").replace(family, "") == ""


def test_an_actor_in_five_thousand_events(open_view: Open) -> None:
    page = open_view(view(*(event(number, actors=(actor(0),)) for number in range(5000)))).ready()
    assert page.evaluate("timelinePage.scene().dense")
    assert page.locator(".lane").count() == 1
    box = page.locator(".plane").bounding_box()
    page.mouse.move(box["x"] + 468, box["y"] + box["height"] - 12)
    page.wait_for_selector("#tip:not([hidden])")
    assert "events" in page.inner_text("#tip")
    page.mouse.click(box["x"] + 468, box["y"] + box["height"] - 12)
    settled(page)
    assert page.evaluate("timelinePage.state.last - timelinePage.state.first") < 400


def test_three_thousand_actors(open_view: Open) -> None:
    page = open_view(view(*(event(number, actors=(actor(number),)) for number in range(3000)))).ready()
    assert page.locator(".lane").count() == 25
    assert "Others" in page.locator(".lane").all_text_contents()
    assert fits(page)


def test_an_event_of_many_actors_touches_their_lanes(open_view: Open) -> None:
    page = open_view(view(event(0, actors=tuple(actor(number) for number in range(6))))).ready()
    assert page.locator(".lane").count() == 6
    assert page.evaluate("timelinePage.scene().items[0].others.length") == 5
