"""The page in a browser: it opens alone, offline, and answers to mouse, finger and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.export.sample_views import CALL, EMPTY, STORY, SUMMIT, TALKS
from timeline.export.options import ExportOptions
from timeline.model.view import View

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
FRENCH = ExportOptions(language="fr")
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
QUOTE = CALL.claims[0].quote or ""


def middle(page: Any, selector: str, number: int = 0) -> tuple[float, float]:
    box = page.locator(selector).nth(number).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def panel_text(page: Any) -> str:
    page.wait_for_selector("#panel:not([hidden])")
    return str(page.inner_text("#panel"))


def mark_of_first_event(page: Any) -> tuple[float, float]:
    """The mark left of the first event's label."""
    box = page.locator("#chart .textpoint").first.bounding_box()
    return box["x"] - 11, box["y"] + box["height"] / 2


def fits(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_opens_from_disk_without_a_request_or_a_complaint(open_view: Open, language: str) -> None:
    page = open_view(STORY, ExportOptions(language=language)).ready()
    assert page.title() == STORY.title
    assert page.locator("#chart .point").count() >= len(STORY.rows) - 1
    assert fits(page)


def test_a_click_on_a_mark_shows_the_quote(open_view: Open) -> None:
    page = open_view(STORY).ready()
    x, y = mark_of_first_event(page)
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    shown = panel_text(page)
    assert QUOTE in shown
    assert "read against the publication day, Thursday 16 October 2025" in shown
    assert page.get_attribute("#panel a", "href") == CALL.claims[0].url
    assert page.get_attribute("#panel a", "rel") == "noopener noreferrer"


def test_a_click_on_a_label_shows_the_quote(open_view: Open) -> None:
    page = open_view(STORY).ready()
    page.mouse.click(*middle(page, "#chart .textpoint text"))
    assert QUOTE in panel_text(page)


def test_a_click_on_a_window_opens_it(open_view: Open) -> None:
    page = open_view(View(today="2025-10-18", rows=(TALKS,))).ready()
    x, y = middle(page, "#chart .barlayer .point path")
    page.mouse.move(x + 60, y)
    page.mouse.click(x + 60, y)
    assert str(TALKS.claims[0].quote) in panel_text(page)


def test_pointing_at_a_mark_tells_its_date(open_view: Open) -> None:
    page = open_view(STORY).ready()
    page.mouse.move(*mark_of_first_event(page))
    page.wait_for_selector("#tip:not([hidden])")
    assert page.inner_text("#tip") == f"{CALL.title}\nThursday 16 October 2025 · happened"


def test_enter_on_a_row_opens_and_escape_returns(open_view: Open) -> None:
    page = open_view(STORY).ready()
    page.focus("button[data-event='0']")
    page.keyboard.press("Enter")
    assert QUOTE in panel_text(page)
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.is_hidden("#panel")
    assert page.evaluate("document.activeElement.dataset.event") == "0"


def test_every_row_is_reached_by_tab(open_view: Open) -> None:
    page = open_view(STORY).ready()
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.event"))
    assert {str(number) for number in range(len(STORY.rows))} <= reached


def test_the_undated_are_in_a_list_of_their_own(open_view: Open) -> None:
    page = open_view(STORY, FRENCH).ready()
    assert SUMMIT.title in page.inner_text("#undated")
    assert "pas avant le 26 octobre 2025" in page.inner_text("#undated")
    assert SUMMIT.title not in page.locator("#chart").text_content()
    page.click("#undated button")
    assert "javascript" not in panel_text(page)


def test_the_chart_speaks_the_language(open_view: Open) -> None:
    page = open_view(STORY, FRENCH).ready()
    ticks = page.locator("#chart .xtick text").all_text_contents()
    assert any("oct." in tick for tick in ticks)
    assert "aujourd’hui" in page.locator("#chart .annotation").first.text_content()


def axis(page: Any) -> list[str]:
    return list(page.evaluate("document.getElementById('chart').layout.xaxis.range.map(String)"))


def becomes(page: Any, holds: Callable[[], bool]) -> bool:
    """Waits until something holds. The page's policy forbids to wait for a condition written as text."""
    for _ in range(100):
        if holds():
            return True
        page.wait_for_timeout(50)
    return False


def test_zoom_and_back(open_view: Open) -> None:
    page = open_view(STORY).ready()
    whole = axis(page)
    page.click("[data-act=in]")
    assert axis(page)[0] > whole[0]
    page.click("[data-act=today]")
    first, last = axis(page)
    assert first < "2025-10-18 12:00" < last
    page.click("[data-act=all]")
    assert axis(page) == whole


def test_the_wheel_zooms_only_with_a_key(open_view: Open) -> None:
    page = open_view(STORY).ready()
    whole = axis(page)
    page.mouse.move(*middle(page, "#chart"))
    page.mouse.wheel(0, -200)
    assert axis(page) == whole
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    assert becomes(page, lambda: axis(page) != whole)


def test_years_before_our_era_can_be_zoomed(open_view: Open) -> None:
    ides = CALL.model_copy(update={"when": "-0043-03-15"})
    page = open_view(View(today="2025-10-18", rows=(ides,))).ready()
    page.click("[data-act=in]")
    first, last = axis(page)
    assert first.startswith("-0043-03-")
    assert last.startswith("-0043-03-")


def label_ink(page: Any) -> str:
    return str(page.evaluate("getComputedStyle(document.querySelector('#chart .textpoint text')).fill"))


def test_dark(open_view: Open) -> None:
    page = open_view(STORY, color_scheme="dark").ready()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert label_ink(page) == "rgb(236, 233, 226)"
    assert paper == "rgb(23, 25, 29)"


def test_phone(open_view: Open) -> None:
    page = open_view(STORY, FRENCH, **PHONE).ready()
    assert fits(page)
    page.touchscreen.tap(*middle(page, "#chart .textpoint text"))
    assert QUOTE in panel_text(page)
    box = page.locator("#panel").bounding_box()
    assert box["width"] == 390
    assert box["y"] > 200


def test_a_finger_moves_the_time_axis(open_view: Open) -> None:
    page = open_view(STORY, **PHONE).ready()
    before = axis(page)
    page.evaluate(
        """() => {
          const drag = document.querySelector('#chart .nsewdrag');
          const box = drag.getBoundingClientRect();
          const send = (kind, x) => drag.dispatchEvent(new PointerEvent(kind,
            {clientX: box.x + x, clientY: box.y + 9, bubbles: true, pointerType: 'touch'}));
          send('pointerdown', 200);
          send('pointermove', 120);
        }"""
    )
    assert becomes(page, lambda: axis(page)[0] > before[0])


def test_without_scripts_the_table_is_there(open_view: Open) -> None:
    page = open_view(STORY, java_script_enabled=False).page
    assert "needs JavaScript" in page.inner_text("main")
    assert all(row.title in page.inner_text("section") for row in STORY.rows)


def test_an_old_browser_is_told(open_view: Open) -> None:
    page = open_view(STORY, before="delete window.DecompressionStream").page
    page.wait_for_selector("#old:not([hidden])")
    page.click("button[data-event='0']")
    assert QUOTE in panel_text(page)


@pytest.mark.parametrize("view", [EMPTY, View(today="2025-10-18", rows=(SUMMIT,))], ids=["empty", "undated"])
def test_nothing_to_draw(open_view: Open, view: View) -> None:
    page = open_view(view).page
    assert page.locator("#chart").count() == 0
    assert page.locator(".notice").count() == 1


def test_paper(open_view: Open, tmp_path: Path) -> None:
    page = open_view(STORY, color_scheme="dark").ready()
    page.click("button[data-event='0']")
    page.emulate_media(media="print")
    assert page.is_hidden("#panel")
    assert page.is_hidden(".tools")
    assert becomes(page, lambda: label_ink(page) == "rgb(27, 27, 25)")
    written = page.pdf(format="A4")
    assert written.startswith(b"%PDF")
    assert len(written) > 10_000


@pytest.mark.parametrize("width", [1440, 1000, 390])
def test_labels_do_not_cover_each_other(open_view: Open, width: int) -> None:
    rows = tuple(
        CALL.model_copy(update={"id": f"e{day}", "title": f"Appel numéro {day} entre deux capitales", "when": when})
        for day in range(1, 29)
        for when in [f"2025-10-{day:02d}" if day % 3 else f"[2025-10-{day:02d}..2025-10-{day + 2:02d}]"]
    )
    page = open_view(View(today="2025-10-18", rows=rows), viewport={"width": width, "height": 900}).ready()
    overlaps = page.evaluate(
        """() => {
          const boxes = [...document.querySelectorAll('#chart .textpoint text')].map((one) => one.getBoundingClientRect());
          return boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right - 1 && b.left < a.right - 1
            && a.top < b.bottom - 3 && b.top < a.bottom - 3)).length;
        }"""
    )
    assert overlaps == 0
