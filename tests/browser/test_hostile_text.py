"""Text from articles, addresses and ledgers stays text in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Opened
from tests.export.sample_views import PAYLOADS, STORY, hostile
from timeline.export.drawing.canvas import cut
from timeline.export.plain_text import one_line

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]


def test_nothing_runs_and_everything_shows_as_written(open_view: Open) -> None:
    page = open_view(hostile()).ready()
    for number, payload in enumerate(PAYLOADS):
        page.click(f"button[data-event='{number}']")
        assert page.text_content("#panel h2") == one_line(payload)
        assert page.text_content("#panel blockquote") == f"“{payload}”"
        assert page.evaluate("window.__owned") is None
    allowed = {"A", "BLOCKQUOTE", "BUTTON", "DD", "DIV", "DL", "DT", "EM", "H2", "H3", "P", "SPAN", "path", "svg"}
    assert set(page.evaluate("[...document.querySelectorAll('#panel *')].map((node) => node.tagName)")) <= allowed


def test_links_lead_to_the_web_only(open_view: Open) -> None:
    page = open_view(hostile()).ready()
    for number in range(len(PAYLOADS)):
        page.click(f"button[data-event='{number}']")
        links = page.evaluate("[...document.querySelectorAll('a, #chart a')].map((link) => link.href)")
        assert all(link.startswith("https://ok.example/") for link in links)


def test_the_chart_shows_text_as_written(open_view: Open) -> None:
    page = open_view(hostile()).ready()
    labels = page.locator("#chart .textpoint text").all_text_contents()
    starts = [cut(one_line(text), 9).removesuffix("…") for text in PAYLOADS]
    assert len(labels) > 10
    assert all(any(label.startswith(start) for start in starts) for label in labels)
    assert page.locator("#chart a, #chart img, #chart iframe, #chart [style*='fixed']").count() == 0
    assert page.evaluate("window.__owned") is None


def test_a_foreign_script_is_refused(open_view: Open) -> None:
    opened = open_view(STORY)
    page = opened.ready()
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {textContent: '__owned=1'}))")
    assert page.evaluate("window.__owned") is None
    assert any("Content Security Policy" in line for line in opened.trouble)
    opened.trouble.clear()
