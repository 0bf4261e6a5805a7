"""The graph: who is joined to whom, by mouse, finger and keyboard, with labels that can be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import becomes, fits, panel_text, settled
from tests.browser.test_bad_input import actor, event
from tests.browser.test_bad_input import view as of_rows
from tests.browser.test_knowledge import number, view
from timeline.model.view import View

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
TEXTS = """() => [...document.querySelectorAll('.network svg text')].map((one) => {
  const box = one.getBBox(); return [one.textContent, box.x, box.y + 2, box.x + box.width, box.y + box.height - 2]; })"""


def keys(page: Any) -> list[str]:
    return list(page.evaluate("[...document.querySelectorAll('.spot')].map((one) => one.dataset.key)"))


def crowd(size: int) -> View:
    """Each event joins three of a third as many actors."""
    people = max(size // 3, 4)
    rows = (
        event(place, actors=tuple(actor(each) for each in {place % people, place * 7 % people, place * place % people}))
        for place in range(size)
    )
    return of_rows(*rows)


def test_actors_and_events_are_joined(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=graph").ready()
    assert sorted(keys(page)) == sorted([*(f"e{place}" for place in range(7)), *(f"a{place}" for place in range(5))])
    assert page.locator('[aria-label="Lake Council, 4 events"]').count() == 1
    assert becomes(page, lambda: "Lake Council" in page.text_content(".network svg"))


def test_an_event_opens_and_an_actor_becomes_the_middle(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=graph").ready()
    page.click(f"[data-key=e{number('envoys')}]")
    assert "from Tuesday to Thursday" in panel_text(page)
    page.keyboard.press("Escape")
    page.click('[aria-label^="Lena Okafor"]')
    assert becomes(page, lambda: len(keys(page)) == 3)
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Lena Okafor")
    assert becomes(page, lambda: "g=lena-okafor" in page.url)
    page.select_option("#around", "-1")
    assert becomes(page, lambda: len(keys(page)) == 12)


def test_arrows_go_from_point_to_point(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=graph").ready()
    page.focus(".spot[tabindex='0']")
    seen = set()
    for key in ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"] * 4:
        page.keyboard.press(key)
        seen.add(page.evaluate("document.activeElement.dataset.key"))
    assert len(seen) > 3
    assert page.locator(".spot[tabindex='0']").count() == 1
    page.focus(f"[data-key=e{number('envoys')}]")
    page.keyboard.press("Enter")
    assert panel_text(page)


def test_a_finger_opens(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=graph", **PHONE).ready()
    page.locator(f"[data-key=e{number('lake-summit')}]").tap()
    assert "Summit on the lake" in panel_text(page)


@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("size", [7, 40, 120, 900])
def test_labels_cover_neither_each_other_nor_the_edge(open_view: Open, size: int, screen: dict[str, Any]) -> None:
    page = open_view(view() if size == 7 else crowd(size), fragment="#v=graph", **screen).ready()
    settled(page)
    texts = page.evaluate(TEXTS)
    assert len(texts) >= 5
    width, height = page.evaluate(
        "(() => { const box = document.querySelector('.network figure > svg'); return [box.clientWidth, box.clientHeight]; })()"
    )
    for place, (name, left, top, right, bottom) in enumerate(texts):
        assert left >= -1, name
        assert right <= width + 1, name
        assert top >= -1, name
        assert bottom <= height + 1, name
        for other, a, b, c, d in texts[place + 1 :]:
            assert not (left < c and a < right and top < d and b < bottom), (name, other)
    assert fits(page)


def test_too_many_become_actors_joined_by_what_they_share(open_view: Open) -> None:
    page = open_view(crowd(900), fragment="#v=graph").ready()
    assert len(keys(page)) == 60
    assert all(key.startswith("a") for key in keys(page))
    assert "240 actors with fewer shared events are not drawn." in page.inner_text(".notes")
    page.click(".spot[data-key^=a] >> nth=5", force=True)
    assert becomes(page, lambda: any(key.startswith("e") for key in keys(page)))


def test_three_thousand_actors_and_an_actor_of_five_thousand_events(open_view: Open) -> None:
    page = open_view(of_rows(*(event(n, actors=(actor(n),)) for n in range(3000))), fragment="#v=graph").ready()
    assert len(keys(page)) == 60
    page = open_view(
        of_rows(*(event(n, actors=(actor(0), actor(1 + n % 300))) for n in range(5000))), fragment="#v=graph&g=a0"
    ).ready()
    assert 2 < len(keys(page)) <= 60
    assert page.locator('[aria-label^="Actor 0, 5,000 events"]').count() == 1


def test_no_actor_and_what_stands_alone_is_said(open_view: Open) -> None:
    page = open_view(of_rows(event(0, actors=()), event(1, actors=())), fragment="#v=graph").ready()
    assert "No event that is shown has an actor." in page.inner_text("#view-graph")
    assert "2 events without an actor are not drawn." in page.inner_text(".notes")


def test_the_graph_is_of_the_selection(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=graph&q=strike").ready()
    assert becomes(page, lambda: len(keys(page)) == 2)
