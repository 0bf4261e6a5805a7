"""Text from articles, addresses, file names and ledgers stays text in a real browser: one test a rule of the page."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, ClassVar
from xml.etree import ElementTree as ET

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import becomes, items, panel_text, settled
from tests.export.sample_views import PAYLOADS, STORY, hostile
from timeline.export.options import ExportOptions
from timeline.export.plain_text import one_line, printable

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
ALL = ExportOptions(title=PAYLOADS[1], deck=PAYLOADS[4], credit=PAYLOADS[8], redact=frozenset())
OURS = {
    "A", "ARTICLE", "ASIDE", "B", "BLOCKQUOTE", "BODY", "BUTTON", "CANVAS", "CAPTION", "CITE", "DD", "DIV", "DL", "DT", "EM",
    "FIGCAPTION", "FIGURE", "FOOTER", "H1", "H2", "H3", "HEADER", "IMG", "INPUT", "LABEL", "LI", "MAIN", "NAV", "NOSCRIPT",
    "OL", "OPTION", "OUTPUT", "P", "PROGRESS", "SCRIPT", "SECTION", "SELECT", "SMALL", "SPAN", "TABLE", "TBODY", "TD", "TH",
    "THEAD", "TR", "UL", "circle", "defs", "g", "line", "path", "pattern", "rect", "svg", "text", "title",
}  # fmt: skip
OF_CALENDARS = {
    "BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE", "X-COMMENT", "UID", "DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "X-WR-CALDESC",
    "DTSTART", "DTEND", "RDATE", "TRANSP", "SUMMARY", "STATUS", "DESCRIPTION", "LOCATION", "CATEGORIES", "URL",
    "X-TIMELINE-EDTF", "X-TIMELINE-OCCURRENCE",
}  # fmt: skip
ATTRIBUTES = """() => [...document.body.querySelectorAll('*')].flatMap((node) => [...node.attributes])
  .filter((one) => one.name.startsWith('on') || one.name === 'srcdoc' || /^\\s*javascript:/i.test(one.value))
  .map((one) => one.name + '=' + one.value)"""


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) >= 30


def elements(page: Any) -> set[str]:
    return set(page.evaluate("[...document.body.querySelectorAll('*')].map((node) => node.tagName)"))


def calm(page: Any) -> bool:
    """Nothing ran, no element and no attribute is there that is not ours."""
    return bool(
        page.evaluate("window.__owned") is None
        and elements(page) <= OURS
        and page.evaluate(ATTRIBUTES) == []
        and page.evaluate("Object.prototype.__owned === undefined")
    )


def test_panels_show_every_field_as_written_and_nothing_runs(open_view: Open) -> None:
    page = open_view(hostile(), ALL).ready()
    page.click("#tab-table")
    for number, payload in enumerate(PAYLOADS):
        page.click(f"td button[data-event='{number}']")
        page.locator("#panel h2").filter(has_text=one_line(payload)).wait_for()
        shown = panel_text(page) and page.text_content("#panel")
        assert f"“{printable(payload)}”" in shown
        assert f"according to {printable(payload)}" in shown
        assert f"Desk note: {printable(payload)}" in shown
        assert shown.count(one_line(payload)) >= 8
        assert calm(page)


@pytest.mark.parametrize("shown", ["graph", "table"])
def test_every_view_shows_text_as_written(open_view: Open, shown: str) -> None:
    page = open_view(hostile(), ALL, fragment=f"#v={shown}").ready()
    settled(page)
    assert calm(page)
    labels = page.evaluate(
        "[...document.querySelectorAll('.spot')].map((one) => one.getAttribute('aria-label')).join()"
    )
    assert shown != "graph" or all(one_line(payload) in labels for payload in PAYLOADS)


def test_the_story_tells_text_as_written(open_view: Open) -> None:
    page = open_view(hostile(), ALL, fragment="#v=story").ready()
    told = set()
    for place in range(len(PAYLOADS)):
        page.locator(".counter").filter(has_text=f"{place + 1} of ").wait_for()
        settled(page)
        told.add(page.text_content(".slide h2"))
        assert calm(page)
        page.keyboard.press("ArrowRight")
    assert told == {one_line(payload) for payload in PAYLOADS}


def test_what_is_searched_and_picked_stays_text(open_view: Open) -> None:
    page = open_view(hostile(), ALL).ready()
    page.click("[data-menu=actors]")
    for payload in PAYLOADS:
        assert one_line(payload) in page.text_content("#box-actors") or one_line(payload) in str(PAYLOADS)
        page.fill("#find", payload)
        settled(page)
        assert calm(page)


@pytest.mark.parametrize("kind", ["svg", "csv", "ics"])
def test_files_hold_text_as_written(open_view: Open, kind: str) -> None:
    page = open_view(hostile(), ALL).ready()
    page.click("[data-menu=download]")
    with page.expect_download() as waiting:
        page.click(f"[data-file={kind}]")
    written = waiting.value.path().read_text(encoding="utf-8")
    if kind == "svg":
        tags = {found.split("}")[-1] for found in (one.tag for one in ET.fromstring(written).iter())}  # noqa: S314  # our own file
        assert tags <= {"svg", "defs", "pattern", "clipPath", "rect", "path", "circle", "g", "text"}
    if kind == "csv":
        starts = {cell[:1] for row in csv.reader(io.StringIO(written)) for cell in row}
        assert not starts & set("=+-@")
    if kind == "ics":
        lines = written.splitlines()
        assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") > 15
        assert {line.partition(":")[0].partition(";")[0] for line in lines if not line.startswith(" ")} <= OF_CALENDARS
    assert calm(page)


def test_links_lead_to_the_web_only(open_view: Open) -> None:
    page = open_view(hostile(), ALL).ready()
    page.click("#tab-table")
    links = set()
    for number in range(len(PAYLOADS)):
        page.click(f"td button[data-event='{number}']")
        panel_text(page)
        links |= set(page.evaluate("[...document.querySelectorAll('a')].map((one) => one.href + ' ' + one.rel)"))
    assert links
    assert all(link.startswith("https://ok.example/") and link.endswith(" noopener noreferrer") for link in links)


@pytest.mark.parametrize("lanes", ["actor", "place", "kind", "status", "source"])
def test_lanes_labels_and_tooltips_show_text_as_written(open_view: Open, lanes: str) -> None:
    page = open_view(hostile(), ALL, viewport={"width": 1440, "height": 4000}).ready()
    page.select_option("#lanes", lanes)
    settled(page)
    found = items(page)
    assert len(found) > 15
    for one in found[::4]:
        page.mouse.move(one.x, one.y)
        page.wait_for_selector("#tip:not([hidden])")
        assert one_line(PAYLOADS[one.event]) in page.text_content("#tip")
    assert calm(page)


def test_headings_notes_and_paper_show_text_as_written(open_view: Open) -> None:
    page = open_view(hostile(), ALL).ready()
    assert page.title() == one_line(PAYLOADS[1])
    assert page.text_content("h1") == one_line(PAYLOADS[1])
    assert page.text_content(".deck") == one_line(PAYLOADS[4])
    assert page.text_content(".credit") == one_line(PAYLOADS[8])
    assert all(one_line(payload) in page.text_content("#left-out") for payload in PAYLOADS)
    page.emulate_media(media="print")
    assert becomes(page, lambda: printable(PAYLOADS[3]) in page.text_content(".sheet"))
    assert calm(page)


def test_an_address_can_say_anything(open_view: Open) -> None:
    """Each is opened from the start, not moved to: in one tab, since a new one takes longer than the page."""
    opened = open_view(STORY)
    path = opened.ready().url.partition("#")[0]
    for payload in [*PAYLOADS, "e=%E0%A4%A", "t=1~2~3", "t=NaN~Infinity", "constructor=x", "on=9999-99-99"]:
        said = "&".join([*(f"{part}={payload}" for part in ("v", "off", "l", "on", "t", "e")), payload])
        opened.page.goto("about:blank")
        opened.page.goto(f"{path}#{said}")
        page = opened.ready()
        assert calm(page), payload
        assert len(items(page)) == len(STORY.rows) - 1, payload


def test_a_foreign_script_is_refused(open_view: Open) -> None:
    opened = open_view(STORY)
    page = opened.ready()
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {textContent: '__owned=1'}))")
    assert page.evaluate("window.__owned") is None
    assert any("Content Security Policy" in line for line in opened.trouble)
    opened.trouble.clear()


class Listener(BaseHTTPRequestHandler):
    """Writes down who knocks."""

    knocks: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.knocks.append(self.path)
        self.send_response(200)
        self.end_headers()

    do_POST = do_GET  # noqa: N815  # the name that the server calls

    def log_message(self, *args: object) -> None:
        """Says nothing: the tests read `knocks`."""


ATTEMPTS = (
    "fetch('{to}/fetch', {mode: 'no-cors'}).catch(() => 0)",
    "new Promise((done) => { const i = new Image(); i.onerror = i.onload = done; i.src = '{to}/image'; })",
    "navigator.sendBeacon('{to}/beacon')",
    (
        "new Promise((done) => document.head.append(Object.assign(document.createElement('link'), "
        "{rel: 'stylesheet', onerror: done, onload: done, href: '{to}/style'})))"
    ),
    (
        "new Promise((done) => document.head.append(Object.assign(document.createElement('script'), "
        "{onerror: done, onload: done, src: '{to}/script'})))"
    ),
)


def test_no_request_can_be_made(open_view: Open) -> None:
    """Even by a script that got in: a real server on this machine hears nothing from the page, and does without it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    to = f"http://127.0.0.1:{server.server_port}"
    opened = open_view(STORY, offline=False)
    page = opened.ready()
    for attempt in ATTEMPTS:
        page.evaluate(attempt.replace("{to}", to))
    page.wait_for_timeout(200)
    assert Listener.knocks == []
    page.context.new_page().goto(f"{to}/here")
    assert "/here" in Listener.knocks
    server.shutdown()
    server.server_close()
    opened.trouble.clear()


def test_the_fragment_is_as_closed_as_the_page(open_view: Open) -> None:
    page = open_view(hostile(), ExportOptions(embed=True)).page
    frame = page.frame_locator("iframe")
    frame.locator("#chart").wait_for()
    assert page.evaluate("window.__owned") is None
    inner = page.frames[1]
    assert inner.evaluate("window.__owned") is None
    assert (
        inner.evaluate("(() => { try { return String(parent.document) } catch (error) { return error.name } })()")
        == "SecurityError"
    )
