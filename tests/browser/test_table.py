"""The table: sorted, paged, printed, and read aloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import becomes, settled
from tests.browser.test_find import many
from tests.browser.test_knowledge import view

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]


def column(page: Any, name: str) -> list[str]:
    return [text.strip() for text in page.locator(f"td.c-{name}").all_inner_texts()]


@pytest.mark.parametrize("name", ["event", "actors", "source"])
def test_a_press_on_a_heading_sorts_and_another_turns_round(open_view: Open, name: str) -> None:
    page = open_view(view(), fragment="#v=table").ready()
    page.click(f"[data-sort={name}]")
    assert becomes(page, lambda: page.get_attribute(f"th.h-{name}", "aria-sort") == "ascending")
    up = column(page, name)
    filled = [text.casefold() for text in up if text]
    assert filled == sorted(filled)
    assert up[len(filled) :] == [""] * (len(up) - len(filled))
    page.keyboard.press("Enter")  # the heading keeps the focus
    assert becomes(page, lambda: page.get_attribute(f"th.h-{name}", "aria-sort") == "descending")
    assert column(page, name) == up[::-1]
    assert page.get_attribute("th.h-date", "aria-sort") == "none"


def test_undated_rows_are_last_both_ways(open_view: Open) -> None:
    page = open_view(view(), fragment="#v=table").ready()
    first = column(page, "event")
    page.click("[data-sort=date]")
    assert becomes(page, lambda: column(page, "event") != first)
    assert column(page, "event") == [*first[:-1][::-1], first[-1]] == [*first[-2::-1], "Follow-up by the council"]


def test_pages(open_view: Open) -> None:
    page = open_view(many(250), fragment="#v=table").ready()
    assert page.locator("tbody tr").count() == 100
    page.click("[data-act=page_on]")
    page.click("[data-act=page_on]")
    assert becomes(page, lambda: page.locator("tbody tr").count() == 50)
    assert "page 3 of 3" in page.inner_text(".pager")
    assert page.is_disabled("[data-act=page_on]")
    assert becomes(page, lambda: "p=3" in page.url)
    page.fill("#find", "comite")
    assert becomes(page, lambda: "page 1 of 3" in page.inner_text(".pager"))


def test_a_screen_reader_hears_a_table(open_view: Open) -> None:
    for width in (1440, 390):
        page = open_view(view(), fragment="#v=table", viewport={"width": width, "height": 800}).ready()
        told = page.locator("section.table").aria_snapshot()
        assert "- table" in told
        assert 'columnheader "Date' in told
        assert 'row "' in told
        assert 'cell "Wednesday 1 October 2025"' in told
        assert page.locator("section.table caption").inner_text() == "7 events"


def test_paper_has_every_row_with_its_source(open_view: Open, tmp_path: Path) -> None:
    page = open_view(many(250), fragment="#v=table").ready()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert becomes(page, lambda: page.locator("section.table tbody tr").count() == 250)
    assert page.is_hidden("td.c-pick >> nth=0")
    assert "La Gazette" in page.inner_text("td.c-source >> nth=249")
    assert page.pdf(format="A4", landscape=True).startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    settled(page)
    assert page.locator("section.table tbody tr").count() == 100


@pytest.mark.parametrize("shown", ["timeline", "graph"])
def test_paper_says_what_the_marks_mean(open_view: Open, shown: str) -> None:
    page = open_view(view(), fragment=f"#v={shown}&off=planned").ready()
    page.emulate_media(media="print")
    settled(page)
    assert page.is_visible(".chip[data-mark=occurred]")
    assert page.is_hidden("#find")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
