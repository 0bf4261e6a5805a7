"""The story: chosen or filtered events one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import becomes, fits, panel_text
from tests.browser.test_knowledge import number, view
from timeline.export.options import ExportOptions, Redact

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
IN_TIME = (
    "Ada Berg calls Tomás Rey", "Strike in the harbour", "Envoys meet in Geneva", "Vote of the council on the harbour",
    "Answer of the unions", "Summit on the lake", "Follow-up by the council",
)  # fmt: skip


def told(page: Any) -> str:
    return str(page.inner_text(".slide h2"))


def comes(page: Any, title: str) -> bool:
    return becomes(page, lambda: page.locator(".slide h2").count() == 1 and told(page) == title)


def test_it_walks_through_all_of_them_in_time(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=story").ready()
    assert page.is_enabled("[data-act=story_on]")
    assert comes(page, IN_TIME[0])
    assert page.is_disabled("[data-act=story_back]")
    for place, title in enumerate(IN_TIME[1:], 2):
        page.click("[data-act=story_on]")
        assert comes(page, title)
        assert page.inner_text(".counter") == f"{place} of 7"
        assert page.evaluate("document.querySelector('progress').value") == place
    assert page.is_disabled("[data-act=story_on]")
    page.click("[data-act=story_back]")
    assert comes(page, IN_TIME[-2])


def test_keys_walk(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=story").ready()
    assert comes(page, IN_TIME[0])
    for key, place in (("ArrowRight", 1), ("PageDown", 2), ("ArrowLeft", 1), ("End", 6), ("Home", 0)):
        page.keyboard.press(key)
        assert comes(page, IN_TIME[place]), key
    page.focus("#find")
    page.keyboard.press("ArrowRight")
    assert comes(page, IN_TIME[0])


def test_date_status_quotes_and_sources_are_told(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=story&step=lake-summit").ready()
    assert comes(page, "Summit on the lake")
    shown = page.inner_text(".slide")
    assert "Thursday 20 November 2025" in shown
    assert "Disputed: cancelled" in shown or "disputed: cancelled" in shown
    assert "“The palace insists that the summit stands.”" in shown
    assert "according to Ada Berg, The Harbour Courier, 20 October 2025" in shown
    link = page.locator(".slide figcaption a").last
    assert link.get_attribute("rel") == "noopener noreferrer"
    page.click("[data-act=story_more]")
    assert "How it changed" in panel_text(page)


def test_redacted_sources_are_not_told(open_view: Open) -> None:
    page = open_view(view(), ExportOptions(redact=frozenset({Redact.SOURCES})), fragment="#v=story").ready()
    assert comes(page, IN_TIME[0])
    assert "Courier" not in page.inner_text(".slide")
    assert page.locator(".slide a").count() == 0


def test_as_of_a_day_it_tells_what_was_known(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=story&step=lake-summit&on=2025-10-10").ready()
    assert comes(page, "Summit on the lake")
    assert "November 2025" in page.inner_text(".slide .day")
    assert "The two leaders should meet" in page.inner_text(".slide")
    assert "palace" not in page.inner_text(".slide")


def test_events_are_picked_in_the_table(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=table").ready()
    page.check(f"[data-pick='{number('lake-summit')}']")
    page.focus(f"[data-pick='{number('first-call')}']")
    page.keyboard.press("Space")
    page.click("#tab-story")
    assert comes(page, IN_TIME[0])
    assert page.inner_text(".counter") == "1 of 2"
    page.click("[data-act=story_on]")
    assert comes(page, "Summit on the lake")
    assert becomes(page, lambda: "c=lake-summit%2Cfirst-call" in page.url and "step=lake-summit" in page.url)


def test_it_tells_what_was_filtered(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=story&q=harbour&a=unions").ready()
    assert comes(page, "Strike in the harbour")
    assert becomes(page, lambda: page.inner_text(".counter") == "1 of 2")
    page.fill("#find", "zzz")
    assert becomes(page, lambda: "No event is left to tell" in page.inner_text(".slide"))


def test_a_swipe_turns(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=story", **PHONE).ready()
    assert comes(page, IN_TIME[0])
    assert fits(page)
    session = page.context.new_cdp_session(page)
    for kind, points in (("Start", [(300, 420)]), ("Move", [(120, 425)]), ("End", [])):
        where = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": where})
    assert comes(page, IN_TIME[1])


PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="


def test_a_picture_is_shown_with_its_words(open_view: Open) -> None:
    pictures = (("first-call", PIXEL, "The two of them, <b>on the telephone</b>"), ("nobody", PIXEL, ""))
    page = open_view(view(), ExportOptions(pictures=pictures), fragment="#v=story").ready()
    assert comes(page, IN_TIME[0])
    assert page.get_attribute(".slide img", "alt") == "The two of them, <b>on the telephone</b>"
    assert becomes(page, lambda: page.evaluate("document.querySelector('.slide img').naturalWidth") == 1)
    page.keyboard.press("ArrowRight")
    assert comes(page, IN_TIME[1])
    assert page.locator(".slide img").count() == 0


@pytest.mark.parametrize(
    "address", ["https://pictures.example/a.png", "data:image/svg+xml,<svg/>", "javascript:alert(1)"]
)
def test_a_picture_from_elsewhere_is_not_fetched(open_view: Open, address: str) -> None:
    page = open_view(view(), ExportOptions(pictures=(("first-call", address, ""),)), fragment="#v=story").ready()
    assert comes(page, IN_TIME[0])
    assert page.locator("img").count() == 0
