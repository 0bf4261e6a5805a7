"""The page as bytes: what it holds, what it never holds. How it behaves is in tests/browser."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings

from tests.export.sample_views import EMPTY, HOSTILE_LINKS, PAYLOADS, STORY, hostile
from tests.export.view_strategies import views
from timeline.export import html_page
from timeline.export.figure import figure
from timeline.export.links import safe
from timeline.export.options import ExportOptions, Lanes
from timeline.export.page import safety
from timeline.export.placing import placements
from timeline.model.view import View

FRENCH = ExportOptions(language="fr")


class Page(HTMLParser):
    """The elements, attributes and texts that a page really has."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.texts: list[str] = []
        self.islands: dict[str, str] = {}
        self._inside: str | None = None
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        self._inside = dict(attrs).get("id") if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.islands[self._inside] = self.islands.get(self._inside, "") + data
        else:
            self.texts.append(data)


def pretty(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def test_data_island(golden: Callable[[str, bytes], None]) -> None:
    page = Page(html_page.export(STORY, FRENCH))
    golden("story.fr.island.json", pretty(json.loads(page.islands["data"])))


@pytest.mark.parametrize("lanes", Lanes)
def test_figure(lanes: Lanes, golden: Callable[[str, bytes], None]) -> None:
    golden(f"story.{lanes.value}.figure.json", pretty(figure(STORY, lanes).to_plotly_json()))


def test_the_page_draws_these_figures() -> None:
    page = Page(html_page.export(STORY, FRENCH))
    drawn = json.loads(gzip.decompress(base64.b64decode(page.islands["drawings"])))
    assert drawn == json.loads(json.dumps(html_page.figures(STORY, FRENCH)))
    assert [one["width"] for one in drawn] == list(html_page.WIDTHS)


def test_undated_events_are_listed_and_not_drawn() -> None:
    row = next(row for row in STORY.rows if row.when is None)
    content = html_page.export(STORY, ExportOptions())
    page = Page(content)
    assert any(row.title in text for text in page.texts)
    assert any("not before 26 October 2025" in text for text in page.texts)
    assert any("1 event without a date is not drawn" in text for text in page.texts)
    assert row.title not in json.dumps(figure(STORY).to_plotly_json(), ensure_ascii=False)
    assert not placements(row)


def test_nothing_to_draw_needs_no_chart() -> None:
    for view in (EMPTY, View(today="2025-10-18", rows=STORY.rows[-1:])):
        content = html_page.export(view, ExportOptions())
        assert len(content) < 100_000
        assert b'id="plotly"' not in content


def test_same_view_same_bytes() -> None:
    assert html_page.export(STORY, FRENCH) == html_page.export(STORY.model_copy(deep=True), FRENCH)


def test_hostile_text_makes_no_element_and_no_attribute() -> None:
    page, calm = Page(html_page.export(hostile(), FRENCH)), Page(html_page.export(STORY, FRENCH))
    assert set(page.tags) <= set(calm.tags)
    assert {(tag, name) for tag, name, _ in page.attributes} <= {(tag, name) for tag, name, _ in calm.attributes}
    assert page.tags.count("script") == calm.tags.count("script")
    shown = "".join(page.texts)
    assert all(" ".join(text.split()) in " ".join(shown.split()) for text in PAYLOADS)


def test_only_web_addresses_are_links() -> None:
    links = [value for tag, name, value in Page(html_page.export(hostile(), FRENCH)).attributes if name == "href"]
    assert links
    assert all(link and link.startswith("https://ok.example/") for link in links)


@pytest.mark.parametrize("url", HOSTILE_LINKS)
def test_links(url: str) -> None:
    assert safe(url) is None or (safe(url) == url.strip() and url.startswith("https://ok.example/"))


def test_the_policy_allows_the_two_scripts_and_no_request() -> None:
    page = Page(html_page.export(STORY, FRENCH))
    (policy,) = [value for tag, name, value in page.attributes if tag == "meta" and value and "default-src" in value]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.count("'sha256-") == 2
    assert "unsafe-eval" not in policy
    assert "script-src 'unsafe-inline'" not in policy


def test_an_island_holds_no_markup() -> None:
    written = safety.island("x", [*PAYLOADS, "a\u2028b\u2029c"])
    inner = written.removeprefix('<script type="application/json" id="x">').removesuffix("</script>")
    assert not re.search("[<>&\u2028\u2029]", inner)
    assert json.loads(inner) == [*PAYLOADS, "a\u2028b\u2029c"]


@pytest.mark.parametrize("source", ["a</script>", "<!-- x", "'<SCRIPT '"])
def test_a_script_cannot_break_out(source: str) -> None:
    with pytest.raises(ValueError, match="may not hold"):
        safety.script(source)


def test_no_template_of_plotly_sees_article_text() -> None:
    drawn = json.dumps(figure(hostile()).to_plotly_json())
    assert not re.search(r"hovertemplate|texttemplate|hovertext", drawn)
    assert not re.search(r"<(?!/?(i|b|br)>)", drawn)


@settings(max_examples=25, deadline=None)
@given(views)
def test_any_view_makes_a_page(view: View) -> None:
    page = Page(html_page.export(view, FRENCH))
    assert len(json.loads(page.islands["data"])["events"]) == len(view.rows)
    assert [value for _, name, value in page.attributes if name == "data-event"] != [] or not view.rows
