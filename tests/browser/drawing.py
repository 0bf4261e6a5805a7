"""What is drawn, told by the page itself: a canvas has no elements to ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ITEMS = """() => {
  const scene = timelinePage.scene();
  const box = {left: document.querySelector('canvas.lanes').getBoundingClientRect().left,
    top: document.querySelector('.plane').getBoundingClientRect().top};
  return scene.items.map((item) => ({
    event: item.event, text: item.text, row: item.row, lane: item.lane,
    x: box.left + item.x + (scene.shift || 0), y: box.top + item.y,
    left: item.boxLeft, right: item.boxRight, text_at: box.left + item.textAt, text_width: item.textWidth,
    inside: item.inside,
  }));
}"""


@dataclass(frozen=True)
class Item:
    """`x`, `y`: of the mark, in the window. `left`, `right`: of mark and label together, in the lanes."""

    event: int
    text: str
    row: int
    lane: int
    x: float
    y: float
    left: float
    right: float
    text_at: float
    text_width: float
    inside: bool


def items(page: Any) -> list[Item]:
    return [Item(**found) for found in page.evaluate(ITEMS)]


def item(page: Any, event: int) -> Item:
    return next(found for found in items(page) if found.event == event)


def axis(page: Any) -> tuple[float, float]:
    first, last = page.evaluate("[timelinePage.state.first, timelinePage.state.last]")
    return float(first), float(last)


def becomes(page: Any, holds: Callable[[], bool]) -> bool:
    """Waits until something holds. The page's policy forbids to wait for a condition written as text."""
    for _ in range(100):
        if holds():
            return True
        page.wait_for_timeout(50)
    return False


def settled(page: Any) -> None:
    """Two frames: what was changed has been drawn."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def panel_text(page: Any) -> str:
    page.wait_for_selector("#panel:not([hidden])")
    return str(page.inner_text("#panel"))


def fits(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def calm_errors(page: Any) -> bool:
    """The script has run to its end: the page is ready and has its views."""
    return bool(page.get_attribute("html", "data-ready") == "true" and page.locator("[role=tab]").count() == 4)
