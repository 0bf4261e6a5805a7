"""A chart that is higher than the window: only what is in sight is painted, and nobody can tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import becomes, item, items, panel_text, settled
from tests.browser.pixels import pixels
from tests.browser.test_bad_input import actor, event
from tests.browser.test_bad_input import view as of_rows
from timeline.model.view import View

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]


def tall() -> View:
    """Twenty-four lanes of up to four rows: some 2,500 pixels."""
    return of_rows(*(event(n * 5, title=f"Meeting {n} of the board", actors=(actor(n % 24),)) for n in range(240)))


def part(page: Any) -> tuple[float, float]:
    """Upper and lower edge of the canvas, in the window."""
    box = page.locator("canvas.lanes").bounding_box()
    return box["y"], box["y"] + box["height"]


def test_what_is_in_sight_is_painted(open_view: Open) -> None:
    page = open_view(tall()).ready()
    whole = page.locator(".plane").bounding_box()
    assert whole["height"] > 2000
    for share in (0, 0.3, 0.6, 1, 0.2):
        page.evaluate(f"scrollTo(0, {share} * document.body.scrollHeight)")
        settled(page)
        top, bottom = part(page)
        plane = page.locator(".plane").bounding_box()
        assert top <= max(plane["y"], 0)
        assert bottom >= min(plane["y"] + plane["height"] - 1, 900)  # its border is not painted
    assert bottom - top < 1600


def inked(page: Any, y: float) -> bool:
    """Whether anything but the ground is drawn in the row of pixels at a height of the window."""
    shot = page.screenshot(clip={"x": 220, "y": round(y) - 6, "width": 1100, "height": 12})
    rows = pixels(shot)
    return len({bytes(row[at : at + 3]) for row in rows for at in range(0, len(row), 3)}) > 12


def test_a_mark_at_the_end_is_painted_and_opens(open_view: Open) -> None:
    page = open_view(tall()).ready()
    page.evaluate("document.querySelector('.overview').scrollIntoView({block: 'end'})")
    settled(page)
    last = max((one for one in items(page) if one.y < 850), key=lambda one: one.y)
    assert inked(page, last.y)
    page.mouse.click(last.x, last.y)
    assert f"Meeting {last.event} of the board" in panel_text(page)


def test_the_keyboard_brings_what_it_reaches_into_sight(open_view: Open) -> None:
    page = open_view(tall()).ready()
    page.focus("#chart")
    page.keyboard.press("ArrowRight")
    for _ in range(23):
        page.keyboard.press("ArrowDown")
        reached = page.evaluate("timelinePage.state.focus")
        settled(page)
        assert 60 < item(page, reached).y < 880
    assert page.evaluate("scrollY") > 800
    for _ in range(23):
        page.keyboard.press("ArrowUp")
    settled(page)
    assert item(page, page.evaluate("timelinePage.state.focus")).y > 60


def test_on_paper_all_of_it_is_painted(open_view: Open) -> None:
    page = open_view(tall()).ready()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    settled(page)
    whole, (top, bottom) = page.locator(".plane").bounding_box(), part(page)
    assert bottom - top == pytest.approx(whole["height"], abs=2)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert becomes(page, lambda: part(page)[1] - part(page)[0] < 1600)
