"""The page as bytes: what it holds, what it never holds. How it behaves is in tests/browser."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings

from tests.export.blocks import Block, unpacked
from tests.export.sample_views import EMPTY, HOSTILE_LINKS, PAYLOADS, STORY, hostile
from tests.export.view_strategies import views
from timeline.export import html_page
from timeline.export.figure import figure
from timeline.export.links import safe
from timeline.export.options import ExportOptions, Lanes, Redact
from timeline.export.page import safety, script, style
from timeline.export.placing import placements
from timeline.export.plain_text import one_line
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

    def block(self, name: str) -> Block:
        return unpacked(self.islands[name])

    @property
    def settings(self) -> Any:
        return json.loads(self.islands["settings"])


def pretty(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def test_blocks(golden: Callable[[str, bytes], None]) -> None:
    """Everything the script is given, but the words of the interface, which are in their own files."""
    page = Page(html_page.export(STORY, FRENCH))
    blocks = {name: page.block(name) for name in ("facts", "texts", "evidence")}
    golden("story.page.json", pretty({**blocks, "settings": page.settings}))


@pytest.mark.parametrize("lanes", Lanes)
def test_figure(lanes: Lanes, golden: Callable[[str, bytes], None]) -> None:
    golden(f"story.{lanes.value}.figure.json", pretty(figure(STORY, lanes).to_plotly_json()))


def test_undated_events_are_listed_and_not_placed() -> None:
    number, row = next((number, row) for number, row in enumerate(STORY.rows) if row.when is None)
    page = Page(html_page.export(STORY, ExportOptions()))
    assert any(row.title in text for text in page.texts)
    assert any("not before 26 October 2025" in text for text in page.texts)
    assert any("1 event without a date is not drawn" in text for text in page.texts)
    assert page.block("facts")["date"][number] == -1
    assert row.title not in json.dumps(figure(STORY).to_plotly_json(), ensure_ascii=False)
    assert not placements(row)


def test_small_pages_are_small() -> None:
    assert len(html_page.export(EMPTY, ExportOptions())) < 130_000
    assert len(html_page.export(STORY, ExportOptions())) < 150_000


def test_same_view_same_bytes() -> None:
    assert html_page.export(STORY, FRENCH) == html_page.export(STORY.model_copy(deep=True), FRENCH)


def test_one_language_where_it_is_asked_for_and_all_where_not() -> None:
    assert set(Page(html_page.export(STORY, FRENCH)).block("languages")) == {"fr"}
    assert {"en", "fr"} <= set(Page(html_page.export(STORY, ExportOptions())).block("languages"))


def test_hostile_text_makes_no_element_and_no_attribute() -> None:
    page, calm = Page(html_page.export(hostile(), FRENCH)), Page(html_page.export(STORY, FRENCH))
    assert set(page.tags) <= set(calm.tags)
    assert {(tag, name) for tag, name, _ in page.attributes} <= {(tag, name) for tag, name, _ in calm.attributes}
    assert page.tags.count("script") == calm.tags.count("script")
    shown = " ".join("".join(page.texts).split())
    assert all(" ".join(text.split()) in shown for text in PAYLOADS)


def test_only_web_addresses_are_links() -> None:
    page = Page(html_page.export(hostile(), FRENCH))
    links = [value for tag, name, value in page.attributes if name == "href"]
    assert links
    assert all(link and link.startswith("https://ok.example/") for link in links)
    evidence = page.block("evidence")
    packed = [evidence["texts"][place] for place in evidence["link"] if place >= 0]
    assert packed
    assert all(link.startswith("https://ok.example/") for link in packed)


@pytest.mark.parametrize("url", HOSTILE_LINKS)
def test_links(url: str) -> None:
    assert safe(url) is None or (safe(url) == url.strip() and url.startswith("https://ok.example/"))


def test_the_policy_allows_the_two_scripts_and_no_request() -> None:
    page = Page(html_page.export(STORY, FRENCH))
    (policy,) = [value for tag, name, value in page.attributes if tag == "meta" and value and "default-src" in value]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.count("'sha256-") == 2
    assert "unsafe-eval" not in policy
    assert "connect-src" not in policy
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


@pytest.mark.parametrize("name", script.ORDER)
def test_a_module_needs_earlier_ones_only_and_stays_small(name: str) -> None:
    text = script.module(name)
    earlier = script.ORDER[: script.ORDER.index(name)]
    assert [found for found in script.imports(text) if found not in earlier] == []
    assert text.count("\nimport ") + text.startswith("import ") == len(script.imports(text))
    assert len(text.splitlines()) < 300
    assert not re.search(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function)\b", text)


def test_every_module_is_in_the_script() -> None:
    found = {path.name.removesuffix(".js") for path in (files("timeline.export.page") / "script").iterdir()}
    assert found == {"boot", *script.ORDER}


def test_the_packed_script_is_the_one_that_the_policy_names() -> None:
    page = Page(html_page.export(STORY, FRENCH))
    assert gzip.decompress(base64.b64decode(page.islands["script"])).decode() == script.source()


def test_no_template_of_plotly_sees_article_text() -> None:
    drawn = json.dumps(figure(hostile()).to_plotly_json())
    assert not re.search(r"hovertemplate|texttemplate|hovertext", drawn)
    assert not re.search(r"<(?!/?(i|b|br)>)", drawn)


def test_the_page_needs_no_plotly() -> None:
    assert b"plotly" not in html_page.export(STORY, FRENCH)
    assert "plotly" not in script.source()


def test_title_deck_credit_and_colour() -> None:
    options = ExportOptions(title="The road", deck="Seven dates", credit="The data desk", colour="#336699")
    content = html_page.export(STORY, options)
    texts = "".join(Page(content).texts)
    assert all(said in texts for said in ("The road", "Seven dates", "The data desk"))
    assert b"--accent:#336699" in content


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "#123456}*{display:none", "url(x)"])
def test_no_other_colour_reaches_the_style_sheet(colour: str) -> None:
    with pytest.raises(ValueError, match="rrggbb"):
        style.style(colour)


def test_desk_notes_are_withheld_unless_asked_for() -> None:
    noted = STORY.rows[0].model_copy(update={"notes": "ask the palace again"})
    view = STORY.model_copy(update={"rows": (noted,)})
    assert "ask the palace again" not in Page(html_page.export(view, FRENCH)).block("evidence")["texts"]
    shown = html_page.export(view, ExportOptions(redact=frozenset()))
    assert "ask the palace again" in Page(shown).block("evidence")["texts"]


def test_redacted_sources_are_nowhere_in_the_file() -> None:
    content = html_page.export(STORY, ExportOptions(redact=frozenset(Redact)))
    page = Page(content)
    told = json.dumps([page.block(name) for name in ("facts", "texts", "evidence")], ensure_ascii=False)
    for secret in ("La Gazette", "gazette.example", "gazette-2025-10-16", "la Maison-Blanche", "un responsable"):
        assert secret not in told
        assert secret not in content.decode()
    assert str(STORY.rows[0].claims[0].quote) in told


def test_a_fragment_is_one_frame_that_holds_the_page() -> None:
    fragment = html_page.export(hostile(), ExportOptions(embed=True, language="fr"))
    outer = Page(fragment)
    assert outer.tags == ["iframe"]
    facts = {name: value for _, name, value in outer.attributes}
    assert "allow-same-origin" not in str(facts["sandbox"])
    assert "height:" in str(facts["style"])
    inner = Page(str(facts["srcdoc"]).encode())
    assert inner.tags == Page(html_page.export(hostile(), FRENCH)).tags


def test_the_table_without_scripts_ends_at_500_rows_and_says_so() -> None:
    rows = tuple(STORY.rows[0].model_copy(update={"id": f"e{number}"}) for number in range(502))
    page = Page(html_page.export(View(today="2025-10-18", rows=rows), ExportOptions()))
    assert page.tags.count("tr") == 501
    said = "".join(page.texts)
    assert "the first 500 events" in said
    assert "2 more events need JavaScript" in said


@settings(max_examples=25, deadline=None)
@given(views)
def test_any_view_makes_a_page(view: View) -> None:
    page = Page(html_page.export(view, FRENCH))
    facts, texts = page.block("facts"), page.block("texts")
    assert len(facts["kind"]) == len(view.rows)
    assert len(texts["titles"]) == len(view.rows) or not any(one_line(row.title) for row in view.rows)
    assert len(page.block("evidence")["claimAt"]) == len(view.rows) + 1
