"""A fragment in an article's page: in a frame of its own, untouched by the page around it and touching nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened, watch
from tests.browser.drawing import becomes
from tests.browser.test_knowledge import view
from tests.export.sample_views import STORY
from timeline.export import html_page
from timeline.export.options import ExportOptions

pytestmark = pytest.mark.browser

HOST = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>An article</title><style>
* {{ font: 9px/3 cursive !important; color: lime !important; background: black; letter-spacing: 4px; float: left; display: block }}
#app, #chart, .tabs, main {{ display: none }}
body {{ width: {width}px; margin: 0 auto }}
</style></head><body><h1 id="app">An article</h1><p>Before.</p>
{fragments}
<p class="tabs">After.</p><script>window.state = 'host'; window.timelinePage = 'host';</script></body></html>"""


@pytest.fixture
def open_host(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    contexts, seen = [], []

    def opened(*fragments: str, width: int = 700, **settings: Any) -> Any:
        path = tmp_path / "article.html"
        path.write_text(HOST.format(fragments="\n".join(fragments), width=width), encoding="utf-8")
        context = browser.new_context(
            **{"offline": True, "locale": "en-GB", "viewport": {"width": 1200, "height": 900}, **settings}
        )
        contexts.append(context)
        one = Opened(context.new_page())
        seen.append(one)
        watch(one)
        one.page.set_default_timeout(10_000)
        one.page.goto(path.as_uri())
        return one.page

    yield opened
    for context in contexts:
        context.close()
    assert [one.trouble for one in seen if one.trouble] == []


def fragment(shown: Any = None, **options: Any) -> str:
    return html_page.export(shown or view(), ExportOptions(embed=True, **options)).decode()


def frame(page: Any, place: int) -> Any:
    node = page.locator("iframe").nth(place)
    node.scroll_into_view_if_needed()
    found = node.element_handle().content_frame()
    found.wait_for_selector("html[data-ready]", state="attached")
    return found


def test_two_fragments_stand_in_one_page_and_do_not_meet(open_host: Callable[..., Any]) -> None:
    page = open_host(fragment(title="One story"), fragment(STORY, title="Une autre", language="fr"))
    one, other = frame(page, 0), frame(page, 1)
    assert (one.inner_text("h1"), other.inner_text("h1")) == ("One story", "Une autre")
    assert other.get_attribute("html", "lang") == "fr"
    one.fill("#find", "strike")
    assert becomes(page, lambda: one.inner_text(".outcome") == "1 event found")
    assert other.inner_text(".outcome") == ""
    other.click("#tab-table")
    assert becomes(page, lambda: other.locator("tbody tr").count() == len(STORY.rows))
    assert one.evaluate("timelinePage.state.view") == "timeline"
    assert page.evaluate("[window.state, window.timelinePage]") == ["host", "host"]


def test_the_styles_of_the_page_around_do_not_reach_it(open_host: Callable[..., Any]) -> None:
    found = frame(open_host(fragment()), 0)
    look = "(() => { const look = getComputedStyle(document.querySelector('h1')); return [look.color, look.letterSpacing, look.float]; })()"
    alone = found.evaluate(look)
    assert alone[2] == "none"
    assert alone[0] != "rgb(0, 255, 0)"
    assert found.is_visible("#chart")


@pytest.mark.parametrize(("width", "window"), [(700, 900), (360, 640), (320, 500), (1100, 1400)])
def test_its_height_is_safe(open_host: Callable[..., Any], width: int, window: int) -> None:
    """Never higher than the window, never so low that nothing is seen, and nothing sticks out to the side."""
    page = open_host(fragment(), width=width, viewport={"width": max(width, 360), "height": window})
    found = frame(page, 0)
    box = page.locator("iframe").bounding_box()
    assert 440 <= box["height"] <= max(window * 0.9, 480)
    assert box["width"] == width
    assert found.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_open_stays_inside(open_host: Callable[..., Any]) -> None:
    page = open_host(fragment(), width=360, viewport={"width": 360, "height": 640})
    found = frame(page, 0)
    found.evaluate("location.hash = 'e=lake-summit'")
    found.wait_for_selector("#panel:not([hidden])")
    assert found.evaluate("document.getElementById('panel').getBoundingClientRect().bottom <= innerHeight + 1")
    assert found.locator(".permalink").count() == 0


def test_files_and_sources_leave_the_frame(open_host: Callable[..., Any]) -> None:
    page = open_host(fragment())
    found = frame(page, 0)
    found.click("[data-menu=download]")
    with page.expect_download() as waiting:
        found.click("[data-file=csv]")
    assert waiting.value.suggested_filename.endswith(".csv")
    granted = set(page.get_attribute("iframe", "sandbox").split())
    assert granted == {
        "allow-scripts",
        "allow-popups",
        "allow-popups-to-escape-sandbox",
        "allow-downloads",
        "allow-modals",
    }


def test_it_cannot_reach_the_page_around(open_host: Callable[..., Any]) -> None:
    found = frame(open_host(fragment()), 0)
    reach = "(() => { try { return String(parent.document.title); } catch (error) { return error.name; } })()"
    assert found.evaluate(reach) == "SecurityError"


def test_a_page_around_that_forbids_scripts_leaves_the_table(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "strict.html"
    policy = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"
    path.write_text(
        f"<!DOCTYPE html><html lang=en><head>{policy}<title>x</title></head><body>{fragment()}</body></html>"
    )
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    found = page.locator("iframe").element_handle().content_frame()
    found.wait_for_selector("#static table")
    assert "Summit on the lake" in found.inner_text("#static")
    context.close()
