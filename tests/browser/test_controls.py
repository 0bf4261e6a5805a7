"""Every control of every view does something by mouse, by finger and by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import axis, becomes, fits, item, panel_text, settled
from tests.browser.test_knowledge import number, view
from timeline.edtf.days import parse_day
from timeline.export.options import ExportOptions

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
FIRST, LAST = parse_day("2025-10-08"), parse_day("2025-11-12")
AT = f"on=2025-10-14&off=possible&q=e&t={FIRST}~{LAST}"
"""Where nothing is at its end: every button has something to do."""

PLACES = {
    "timeline": f"#{AT}",
    "graph": f"#v=graph&{AT}",
    "table": f"#v=table&{AT}",
    "story": f"#v=story&{AT}&step=harbour-strike",
    "panel": f"#{AT}&e=lake-summit",
}

BUTTONS = "button, input, select, summary, [role=button], [role=slider], #chart"
LISTED = """(all) => [...document.querySelectorAll(all)].filter((one) => one.checkVisibility() && !one.disabled && one.type !== 'range' || one.id === 'as-of' && one.checkVisibility())
  .map((one, place) => { one.dataset.control = place; return [place, one.localName === 'input' ? one.type : one.id === 'chart' ? 'chart' : one.getAttribute('role') || one.localName,
    one.getAttribute('aria-label') || one.textContent || one.id]; })"""
DIGEST = """() => JSON.stringify([
  Object.entries(timelinePage.state).map(([name, value]) => [name, value instanceof Set ? [...value] : value]),
  [...document.querySelectorAll('[aria-expanded], [aria-pressed], [aria-sort]')].map((one) => [one.getAttribute('aria-expanded'), one.getAttribute('aria-pressed'), one.getAttribute('aria-sort')]),
  document.documentElement.dataset.theme, document.body.className, document.getElementById('panel').hidden,
  [...document.querySelectorAll('[data-act=play], #panel [role=status]')].map((one) => one.textContent)])"""
KEYS = {"checkbox": "Space", "select": "ArrowDown", "range": "ArrowLeft", "search": "x", "slider": "ArrowRight", "chart": "ArrowLeft", "tab": "ArrowRight"}  # fmt: skip


def by_keyboard(page: Any, place: int, kind: str) -> None:
    page.evaluate(f"document.querySelector('[data-control=\"{place}\"]').focus()")
    page.keyboard.press(KEYS.get(kind, "Enter"))


def by_pointer(page: Any, place: int, kind: str, *, finger: bool) -> None:
    node = page.locator(f"[data-control='{place}']")
    if kind == "select":
        now = node.evaluate("(one) => one.selectedIndex")
        node.select_option(index=1 - min(now, 1))
        return
    if kind == "chart":
        node = page.locator("canvas.lanes")
    at = {"chart": chart_mark, "range": low_end, "slider": late}.get(kind)
    where = {"position": at(page, node)} if at else {}
    if finger:
        node.tap(**where)
    else:
        node.click(**where)
    if kind == "search":
        page.keyboard.type("x")


def chart_mark(page: Any, node: Any) -> dict[str, float]:
    mark, box = item(page, number("harbour-strike")), node.bounding_box()
    return {"x": mark.x - box["x"], "y": mark.y - box["y"]}


def low_end(page: Any, node: Any) -> dict[str, float]:
    box = node.bounding_box()
    return {"x": box["width"] * 0.2, "y": box["height"] / 2}


def late(page: Any, node: Any) -> dict[str, float]:
    """Outside the part that is shown: inside it a press only takes hold."""
    box = node.bounding_box()
    return {"x": box["width"] * 0.9, "y": box["height"] / 2}


def differs(page: Any, before: str) -> bool:
    return bool(page.evaluate(DIGEST) != before)


def show_controls(page: Any) -> None:
    """Those that a phone keeps behind a button; whether a view has that button is known once it is drawn."""
    settled(page)
    if page.locator("[data-act=more_controls]").is_visible():
        page.click("[data-act=more_controls]")
        settled(page)


def try_all(page: Any, act: Callable[[Any, int, str], None], where: str) -> tuple[set[str], list[str]]:
    """The kinds that were there, and the names of those that did nothing."""
    kinds, idle = set(), []
    home = page.url.partition("#")[0]
    count = len(page.evaluate(LISTED, BUTTONS))
    for place in range(count):
        page.goto("about:blank")
        page.goto(home + where)
        page.wait_for_selector("html[data-ready]", state="attached")
        if "e=" in where:
            panel_text(page)
        show_controls(page)
        _, kind, name = page.evaluate(LISTED, BUTTONS)[place]
        before = page.evaluate(DIGEST)
        act(page, place, kind)
        kinds.add(kind)
        if not becomes(page, partial(differs, page, before)):
            idle.append(f"{kind}: {name}")
    return kinds, idle


EXPECTED = {
    "timeline": {"tab", "search", "button", "select", "range", "slider", "chart"},
    "graph": {"tab", "search", "button", "select", "range"},
    "table": {"tab", "search", "button", "range", "checkbox"},
    "story": {"tab", "search", "button", "range"},
    "panel": {"tab", "search", "button", "select", "range", "slider", "chart"},
}


def listed(open_view: Open, shown: str, **settings: Any) -> Any:
    page = open_view(view(), fragment=PLACES[shown], reduced_motion="reduce", **settings).ready()
    if shown == "panel":
        panel_text(page)
    show_controls(page)
    return page


def alone(name: str) -> bool:
    """The tab of the view that is shown has nothing to do when it is pressed."""
    return not name.startswith("tab: ")


@pytest.mark.parametrize("shown", PLACES)
def test_by_keyboard(open_view: Open, shown: str) -> None:
    page = listed(open_view, shown)
    kinds, idle = try_all(page, by_keyboard, PLACES[shown])
    assert idle == []
    assert kinds >= EXPECTED[shown]


@pytest.mark.parametrize("shown", list(PLACES)[:4])
def test_by_mouse(open_view: Open, shown: str) -> None:
    page = listed(open_view, shown)
    kinds, idle = try_all(page, lambda page, place, kind: by_pointer(page, place, kind, finger=False), PLACES[shown])
    assert list(filter(alone, idle)) == []
    assert kinds >= EXPECTED[shown]


@pytest.mark.parametrize("shown", list(PLACES)[:4])
def test_by_finger(open_view: Open, shown: str) -> None:
    page = listed(open_view, shown, **PHONE)
    kinds, idle = try_all(page, lambda page, place, kind: by_pointer(page, place, kind, finger=True), PLACES[shown])
    assert list(filter(alone, idle)) == []
    assert kinds >= EXPECTED[shown] - ({"range"} if shown == "story" else set())


def test_the_strip_moves_the_window_by_keys(open_view: Open) -> None:
    page = open_view(view(), fragment=f"#t={FIRST}~{LAST}").ready()
    page.focus("canvas.overview")
    settled(page)
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert page.get_attribute("canvas.overview", "aria-label") == "Visible time"
    for key, moves in (("ArrowRight", 3.5), ("PageDown", 28), ("PageUp", -28), ("ArrowLeft", -3.5)):
        before = axis(page)
        page.keyboard.press(key)
        assert axis(page)[0] - before[0] == pytest.approx(moves), key
    page.keyboard.press("End")
    assert becomes(page, lambda: int(page.get_attribute("canvas.overview", "aria-valuenow")) >= 90)
    assert "2025" in page.get_attribute("canvas.overview", "aria-valuetext")
    page.keyboard.press("Enter")
    assert becomes(page, lambda: axis(page)[0] < FIRST)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("shown", ["timeline", "graph", "table", "story"])
def test_on_a_phone_the_view_begins_on_the_first_half_of_the_screen(open_view: Open, shown: str, language: str) -> None:
    page = open_view(view(), ExportOptions(language=language), fragment=f"#v={shown}", **PHONE).ready()
    settled(page)
    assert page.locator(f"#view-{shown}").bounding_box()["y"] < 844 * 0.45
    assert page.is_hidden("[data-menu=actors]")
    assert fits(page)


def test_on_a_phone_the_menus_wait_behind_one_button(open_view: Open) -> None:
    page = open_view(view(), **PHONE).ready()
    page.tap("[data-act=more_controls]")
    assert page.get_attribute("[data-act=more_controls]", "aria-expanded") == "true"
    for control in ("[data-menu=actors]", "[data-menu=period]", "#lanes", "[data-act=all]", "[data-act=go_today]"):
        assert page.is_visible(control), control
    page.tap("[data-act=more_controls]")
    assert page.is_hidden("#lanes")
    assert fits(page)
