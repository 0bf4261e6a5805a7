"""The page in a browser: it opens alone, offline, and answers to mouse, finger and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import axis, becomes, fits, item, items, panel_text, settled
from tests.export.sample_views import CALL, EMPTY, STORY, SUMMIT, TALKS
from timeline.edtf.days import parse_day
from timeline.export.options import ExportOptions, Lanes
from timeline.model.view import View

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
FRENCH = ExportOptions(language="fr")
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
SHEET = {"width": 1024, "height": 695}  # of a landscape A4 between its margins, in pixels
QUOTE = CALL.claims[0].quote or ""


def chart_box(page: Any) -> dict[str, float]:
    return dict(page.locator("#chart").bounding_box())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_opens_from_disk_without_a_request_or_a_complaint(open_view: Open, language: str) -> None:
    page = open_view(STORY, ExportOptions(language=language)).ready()
    assert page.title() == STORY.title
    assert len(items(page)) == len(STORY.rows) - 1
    assert page.get_attribute("html", "lang") == language
    assert fits(page)


@pytest.mark.parametrize(("locale", "word"), [("fr-CA", "Tableau"), ("en-GB", "Table"), ("is-IS", "Table")])
def test_the_browser_chooses_the_language_where_none_was_said(open_view: Open, locale: str, word: str) -> None:
    page = open_view(STORY, locale=locale).ready()
    assert page.inner_text("#tab-table") == word


def test_a_click_on_a_mark_shows_the_quote(open_view: Open) -> None:
    page = open_view(STORY).ready()
    mark = item(page, 0)
    page.mouse.click(mark.x, mark.y)
    shown = panel_text(page)
    assert QUOTE in shown
    assert "read against the publication day, Thursday 16 October 2025" in shown
    assert page.get_attribute("#panel a", "href") == CALL.claims[0].url
    assert page.get_attribute("#panel a", "rel") == "noopener noreferrer"


def test_a_click_on_a_label_shows_the_quote(open_view: Open) -> None:
    page = open_view(STORY).ready()
    mark = item(page, 0)
    page.mouse.click(mark.text_at + mark.text_width - 3, mark.y)
    assert QUOTE in panel_text(page)


def test_a_click_on_a_window_opens_it(open_view: Open) -> None:
    page = open_view(View(today="2025-10-18", rows=(TALKS,))).ready()
    mark = item(page, 0)
    page.mouse.click(mark.x + 60, mark.y)
    assert str(TALKS.claims[0].quote) in panel_text(page)


def test_pointing_at_a_mark_tells_its_date(open_view: Open) -> None:
    page = open_view(STORY).ready()
    mark = item(page, 0)
    page.mouse.move(mark.x, mark.y)
    page.wait_for_selector("#tip:not([hidden])")
    assert page.inner_text("#tip") == f"{CALL.title}\nThursday 16 October 2025 · happened"
    page.mouse.move(mark.x, mark.y - 200)
    assert page.is_hidden("#tip")


def test_enter_on_a_row_of_the_table_opens_and_escape_returns(open_view: Open) -> None:
    page = open_view(STORY).ready()
    page.click("#tab-table")
    page.focus("td button[data-event='0']")
    page.keyboard.press("Enter")
    assert QUOTE in panel_text(page)
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.is_hidden("#panel")
    assert page.evaluate("document.activeElement.dataset.event") == "0"


def test_every_row_of_the_table_is_reached_by_tab(open_view: Open) -> None:
    page = open_view(STORY).ready()
    page.click("#tab-table")
    reached = set()
    for _ in range(50):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.event"))
    assert {str(number) for number in range(len(STORY.rows))} <= reached


def test_arrows_go_from_event_to_event_and_say_where_they_are(open_view: Open) -> None:
    page = open_view(STORY).ready()
    page.focus("#chart")
    page.keyboard.press("ArrowRight")
    assert becomes(page, lambda: CALL.title in page.inner_text("#voice"))
    assert "Thursday 16 October 2025, happened" in page.inner_text("#voice")
    page.keyboard.press("ArrowRight")
    assert becomes(page, lambda: STORY.rows[1].title in page.inner_text("#voice"))
    page.keyboard.press("ArrowDown")
    assert becomes(page, lambda: STORY.rows[1].title not in page.inner_text("#voice"))
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert panel_text(page)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "chart"


def test_keys_zoom_and_go_to_today(open_view: Open) -> None:
    page = open_view(STORY).ready()
    whole = axis(page)
    page.focus("#chart")
    page.keyboard.press("+")
    assert axis(page)[1] - axis(page)[0] == pytest.approx((whole[1] - whole[0]) / 2)
    page.keyboard.press("t")
    assert sum(axis(page)) / 2 == pytest.approx(parse_day(STORY.today) + 0.5)
    page.keyboard.press("-")
    page.keyboard.press("Home")
    assert axis(page) == pytest.approx(whole)


def test_the_undated_are_in_a_list_of_their_own(open_view: Open) -> None:
    page = open_view(STORY, FRENCH).ready()
    assert SUMMIT.title in page.inner_text("#undated")
    assert "pas avant le 26 octobre 2025" in page.inner_text("#undated")
    assert SUMMIT.title not in [found.text for found in items(page)]
    page.click("#undated button")
    assert "javascript" not in panel_text(page)


def test_it_says_what_it_left_out(open_view: Open) -> None:
    row = STORY.rows[0].model_copy(update={"rejected": 2})
    page = open_view(View(today="2025-10-18", rows=(row, SUMMIT), notes=("something else",))).ready()
    said = page.inner_text("#left-out")
    assert "1 event without a date is not drawn" in said
    assert "2 rejected claims are hidden" in said
    assert "something else" in said


def test_chips_filter_and_count(open_view: Open) -> None:
    page = open_view(STORY).ready()
    assert page.inner_text(".chip[data-mark=occurred]").split() == ["Happened", "1"]
    page.click(".chip[data-mark=occurred]")
    assert becomes(page, lambda: 0 not in {found.event for found in items(page)})
    assert page.get_attribute(".chip[data-mark=occurred]", "aria-pressed") == "false"
    assert "1 event is hidden" in page.inner_text("#left-out")
    assert "off=occurred" in page.url or becomes(page, lambda: "off=occurred" in page.url)


@pytest.mark.parametrize("by", ["place", "kind", "status", "source"])
def test_lanes_can_be_changed(open_view: Open, by: str) -> None:
    page = open_view(STORY).ready()
    before = page.locator(".lane").all_text_contents()
    page.select_option("#lanes", by)
    assert becomes(page, lambda: page.locator(".lane").all_text_contents() != before)
    assert len(items(page)) == len(STORY.rows) - 1


def test_zoom_and_back(open_view: Open) -> None:
    page = open_view(STORY).ready()
    whole = axis(page)
    page.click("[data-act=zoom_in]")
    assert axis(page)[0] > whole[0]
    page.click("[data-act=go_today]")
    first, last = axis(page)
    assert first < parse_day("2025-10-18") < last
    page.click("[data-act=all]")
    assert axis(page) == pytest.approx(whole)


def test_the_wheel_zooms_only_with_a_key(open_view: Open) -> None:
    page = open_view(STORY).ready()
    whole = axis(page)
    mark = item(page, 0)
    page.mouse.move(mark.x, mark.y)
    page.mouse.wheel(0, -200)
    assert axis(page) == whole
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    assert becomes(page, lambda: axis(page) != whole)
    page.keyboard.up("Control")
    settled(page)
    assert item(page, 0).x == pytest.approx(mark.x, abs=1.5)


def test_dragging_moves_and_does_not_open(open_view: Open) -> None:
    page = open_view(STORY).ready()
    page.click("[data-act=zoom_in]")
    before = axis(page)
    settled(page)
    mark = next(found for found in items(page) if 400 < found.x < 1300)
    page.mouse.move(mark.x, mark.y)
    page.mouse.down()
    page.mouse.move(mark.x - 90, mark.y, steps=4)
    page.mouse.up()
    assert axis(page)[0] > before[0]
    assert page.is_hidden("#panel")


def test_nothing_is_rearranged_while_the_axis_moves_a_little(open_view: Open) -> None:
    page = open_view(STORY).ready()
    page.click("[data-act=zoom_in]")
    settled(page)
    rows = {found.event: found.row for found in items(page)}
    page.keyboard.press("Escape")
    page.mouse.move(700, 500)
    page.mouse.down()
    page.mouse.move(640, 500, steps=3)
    page.mouse.up()
    settled(page)
    assert {found.event: found.row for found in items(page)} == rows


def test_the_overview_strip_moves_the_window(open_view: Open) -> None:
    page = open_view(STORY).ready()
    page.click("[data-act=zoom_in]")
    before = axis(page)
    box = page.locator(".overview").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.9, box["y"] + 20)
    assert axis(page)[0] > before[0]


def test_years_before_our_era_can_be_zoomed(open_view: Open) -> None:
    ides = CALL.model_copy(update={"when": "-0043-03-15"})
    page = open_view(View(today="2025-10-18", rows=(ides,))).ready()
    page.click("[data-act=zoom_in]")
    first, last = axis(page)
    assert first < parse_day("-0043-03-15") + 0.5 < last
    page.mouse.click(item(page, 0).x, item(page, 0).y)
    assert "Sunday 15 March 44 BC" in panel_text(page) or "15 March 44 BC" in panel_text(page)


def test_dark(open_view: Open) -> None:
    page = open_view(STORY, color_scheme="dark").ready()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 25, 29)"
    page.click("[data-act=theme]")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 254, 250)"


def test_phone(open_view: Open) -> None:
    page = open_view(STORY, FRENCH, **PHONE).ready()
    assert fits(page)
    mark = item(page, 0)
    page.touchscreen.tap(mark.x, mark.y)
    assert QUOTE in panel_text(page)
    box = page.locator("#panel").bounding_box()
    assert box["width"] == 390
    assert box["y"] > 200


def test_a_finger_moves_the_time_axis_and_two_zoom(open_view: Open) -> None:
    page = open_view(STORY, **PHONE).ready()
    before = axis(page)
    page.evaluate(
        """() => {
          const lanes = document.querySelector('canvas.lanes');
          lanes.setPointerCapture = () => {};
          const box = lanes.getBoundingClientRect();
          globalThis.finger = (kind, id, x) => lanes.dispatchEvent(new PointerEvent(kind,
            {pointerId: id, clientX: box.x + x, clientY: box.y + 9, bubbles: true, pointerType: 'touch'}));
          finger('pointerdown', 1, 200); finger('pointermove', 1, 120); finger('pointerup', 1, 120);
        }"""
    )
    moved = axis(page)
    assert moved[0] > before[0]
    assert moved[1] - moved[0] == pytest.approx(before[1] - before[0])
    page.evaluate(
        """() => {
          finger('pointerdown', 1, 100); finger('pointerdown', 2, 200);
          finger('pointermove', 1, 50); finger('pointermove', 2, 250);
          finger('pointerup', 1, 50); finger('pointerup', 2, 250);
        }"""
    )
    assert axis(page)[1] - axis(page)[0] == pytest.approx((moved[1] - moved[0]) / 2, rel=0.02)


def test_without_scripts_the_table_is_there(open_view: Open) -> None:
    page = open_view(STORY, java_script_enabled=False).page
    assert "needs JavaScript" in page.inner_text("main")
    assert all(row.title in page.inner_text("#static") for row in STORY.rows)


def test_an_old_browser_is_told_and_has_the_table(open_view: Open) -> None:
    page = open_view(STORY, before="delete window.DecompressionStream").page
    page.wait_for_selector("#old:not([hidden])")
    assert "too old" in page.inner_text("#old")
    assert all(row.title in page.inner_text("#static") for row in STORY.rows)


def test_no_event_at_all(open_view: Open) -> None:
    page = open_view(EMPTY).ready()
    assert "There is no event here yet" in page.inner_text("main")
    assert page.locator("#chart").count() == 0


def test_nothing_to_draw(open_view: Open) -> None:
    page = open_view(View(today="2025-10-18", rows=(SUMMIT,))).ready()
    assert "there is nothing to draw" in page.inner_text("main")
    assert SUMMIT.title in page.inner_text("#undated")
    page.click("#tab-table")
    assert becomes(page, lambda: SUMMIT.title in page.inner_text("#view-table"))


def test_paper(open_view: Open, tmp_path: Path) -> None:
    page = open_view(STORY, color_scheme="dark").ready()
    page.mouse.click(item(page, 0).x, item(page, 0).y)
    panel_text(page)
    page.emulate_media(media="print")
    assert page.is_hidden("#panel")
    assert page.is_hidden(".tools")
    assert becomes(page, lambda: QUOTE in page.inner_text(".sheet"))
    assert "gazette.example" in page.inner_text(".sheet")
    written = page.pdf(format="A4", landscape=True)
    assert written.startswith(b"%PDF")
    assert len(written) > 10_000


def test_a_high_chart_stands_whole_on_the_first_sheet(open_view: Open) -> None:
    """A browser cuts off what is higher than a sheet and cannot be broken, as a drawing cannot."""
    rows = tuple(
        CALL.model_copy(update={"id": f"e{number}", "kind": f"kind {number:02d}", "title": f"Call number {number}"})
        for number in range(20)
    )
    page = open_view(View(today="2025-10-18", rows=rows), ExportOptions(lanes=Lanes.KIND)).ready()
    assert chart_box(page)["height"] > SHEET["height"]
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print")
    assert becomes(page, lambda: page.is_visible(".sheet"))
    box = chart_box(page)
    assert box["y"] + box["height"] <= SHEET["height"]
    assert SHEET["width"] * 0.8 < box["width"] <= SHEET["width"]
    page.emulate_media(media="screen")
    assert becomes(page, lambda: chart_box(page)["height"] > SHEET["height"])


def test_text_twice_as_large_still_fits(open_view: Open) -> None:
    page = open_view(STORY, viewport={"width": 720, "height": 450}, device_scale_factor=2).ready()
    assert fits(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert fits(page)


@pytest.mark.parametrize("width", [1440, 1000, 390])
@pytest.mark.parametrize("zooms", [0, 1, 3])
def test_labels_do_not_cover_each_other(open_view: Open, width: int, zooms: int) -> None:
    rows = tuple(
        CALL.model_copy(update={"id": f"e{day}", "title": f"Appel numéro {day} entre deux capitales", "when": when})
        for day in range(1, 29)
        for when in [f"2025-10-{day:02d}" if day % 3 else f"[2025-10-{day:02d}..2025-10-{day + 2:02d}]"]
    )
    page = open_view(View(today="2025-10-18", rows=rows), viewport={"width": width, "height": 900}).ready()
    for _ in range(zooms):
        page.focus("#chart")
        page.keyboard.press("+")
    settled(page)
    found = items(page)
    assert len(found) > 5
    for one in found:
        for other in found:
            if one.event < other.event and (one.lane, one.row) == (other.lane, other.row):
                assert one.right <= other.left or other.right <= one.left
