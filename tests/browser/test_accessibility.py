"""Read by axe-core, by eyes that see no colours, by those who need size, contrast or stillness."""

from __future__ import annotations

import base64
from collections.abc import Callable
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import becomes, fits, panel_text, settled
from tests.browser.pixels import pixels
from tests.browser.test_knowledge import view
from timeline.export.marks import MARKS
from timeline.export.options import ExportOptions
from timeline.model.view import View
from timeline.model.vocabulary import Occurrence

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
VIEWS = ("timeline", "graph", "table", "story")
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
AXE = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map((one) =>
  `${one.id}: ${one.nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0] || node.all[0] || node.none[0] || {}).message).slice(0, 3).join('; ')}`)"""


def violations(page: Any) -> list[str]:
    """The standard rules of WCAG 2.2 (A, AA) and axe's best practices; its script comes with the package of that name."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    return list(page.evaluate(AXE))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("shown", VIEWS)
def test_axe_finds_nothing(open_view: Open, shown: str, scheme: str) -> None:
    page = open_view(view(), color_scheme=scheme, fragment=f"#v={shown}").ready()
    settled(page)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("shown", VIEWS)
def test_axe_finds_nothing_on_a_phone(open_view: Open, shown: str, scheme: str) -> None:
    page = open_view(view(), ExportOptions(language="fr"), color_scheme=scheme, fragment=f"#v={shown}", **PHONE).ready()
    settled(page)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("opener", ["[data-menu=actors]", "[data-menu=period]", "[data-menu=download]", ".chip"])
def test_axe_finds_nothing_in_what_opens(open_view: Open, opener: str, scheme: str) -> None:
    page = open_view(view(), color_scheme=scheme).ready()
    page.click(opener)
    settled(page)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_panel_and_in_the_past(open_view: Open, scheme: str) -> None:
    page = open_view(view(), color_scheme=scheme, fragment="#e=lake-summit").ready()
    panel_text(page)
    assert violations(page) == []
    page.evaluate("location.hash = 'on=2025-10-16'")
    assert becomes(page, lambda: page.evaluate("document.body.classList.contains('past')"))
    assert violations(page) == []


def test_axe_finds_nothing_in_the_panel_of_a_phone(open_view: Open) -> None:
    page = open_view(view(), ExportOptions(language="fr"), fragment="#e=lake-summit", **PHONE).ready()
    panel_text(page)
    assert violations(page) == []


def test_axe_finds_nothing_without_scripts_nor_without_events(open_view: Open) -> None:
    page = open_view(View(today="2025-10-18", rows=())).ready()
    assert violations(page) == []
    page = open_view(view(), before="delete window.DecompressionStream").page
    page.wait_for_selector("#old:not([hidden])")
    assert violations(page) == []


def test_axe_is_not_asleep(open_view: Open) -> None:
    page = open_view(view()).ready()
    page.evaluate("document.body.append(Object.assign(document.createElement('button'), {className: 'nameless'}))")
    assert any(found.startswith("button-name") for found in violations(page))


def difference(one: list[bytes], other: list[bytes]) -> float:
    """The share of pixels that anybody would tell apart."""
    told = sum(
        max(abs(a[at + channel] - b[at + channel]) for channel in range(3)) > 60
        for a, b in zip(one, other, strict=True)
        for at in range(0, len(a), 3)
    )
    return told / (len(one) * len(one[0]) / 3)


def one_of_each() -> View:
    row = next(row for row in view().rows if row.when is not None).model_copy(update={"history": (), "disputed": False})
    rows = [row.model_copy(update={"id": one.value, "occurrence": one}) for one in Occurrence]
    return View(today="2025-10-18", rows=(*rows, row.model_copy(update={"id": "disputed", "disputed": True})))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_statuses_are_told_apart_without_colours(open_view: Open, scheme: str) -> None:
    page = open_view(one_of_each(), color_scheme=scheme).ready()
    session = page.context.new_cdp_session(page)
    boxes = {key: page.locator(f".chip[data-mark={key}] svg").bounding_box() for key in MARKS}
    for eyes in ("none", "achromatopsia", "deuteranopia", "protanopia", "tritanopia"):
        session.send("Emulation.setEmulatedVisionDeficiency", {"type": eyes})
        assert too_close(session, boxes) == {}, eyes


def too_close(session: Any, boxes: dict[str, Any]) -> dict[tuple[str, str], float]:
    """Pairs of marks that these eyes would take for each other."""
    seen = {}
    for key, box in boxes.items():
        clip = {"x": round(box["x"]), "y": round(box["y"]), "width": 15, "height": 15, "scale": 2}
        shot = session.send("Page.captureScreenshot", {"format": "png", "clip": clip})
        seen[key] = pixels(base64.b64decode(shot["data"]))
    return {
        (one, other): share
        for one, other in combinations(boxes, 2)
        if (share := difference(seen[one], seen[other])) < 0.03
    }


@pytest.mark.parametrize("shown", VIEWS)
@pytest.mark.parametrize("width", [1440, 640])
def test_twice_as_large_fits(open_view: Open, shown: str, width: int) -> None:
    """200 % zoom is half the width at twice the density; 320 pixels are what text must flow in (WCAG 1.4.10)."""
    page = open_view(
        view(), fragment=f"#v={shown}", viewport={"width": width // 2, "height": 450}, device_scale_factor=2
    ).ready()
    settled(page)
    assert fits(page)


def test_more_contrast_and_less_motion(open_view: Open) -> None:
    page = open_view(view(), contrast="more", reduced_motion="reduce").ready()
    ink, quiet = (page.evaluate(f"getComputedStyle(document.querySelector('{one}')).color") for one in ("h1", ".deck"))
    assert ink == quiet
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0 || "
        "getComputedStyle(one).animationName !== 'none').length"
    )
    assert moving == 0


@pytest.mark.parametrize("shown", VIEWS)
def test_every_control_is_reached_by_tab_and_has_a_visible_focus(open_view: Open, shown: str) -> None:
    page = open_view(view(), fragment=f"#v={shown}").ready()
    settled(page)
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, a[href], [tabindex="0"]')]
          .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0).length"""
    )
    reached = 0
    page.evaluate("document.activeElement.blur()")
    for _ in range(wanted + 2):
        page.keyboard.press("Tab")
        outlined = page.evaluate(
            """() => { const one = document.activeElement; if (one === document.body) return null;
              const style = getComputedStyle(one); return style.outlineStyle !== 'none' || style.strokeWidth === '2.5px'; }"""
        )
        if outlined is None:
            break
        assert outlined, page.evaluate("document.activeElement.outerHTML")
        reached += 1
    assert reached >= wanted - 1


@pytest.mark.parametrize("shown", VIEWS)
def test_fingers_have_room(open_view: Open, shown: str) -> None:
    """24 pixels each way, or that much room around: WCAG 2.5.8."""
    page = open_view(view(), fragment=f"#v={shown}", **PHONE).ready()
    settled(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, circle[role=button]')].filter((one) => one.checkVisibility())
          .map((one) => [one.outerHTML.slice(0, 80), (one.closest('label') || one).getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.width < 24 || box.height < 19)).map(([name]) => name)"""
    )
    assert small == []
