"""Search, actors and a period narrow every view, and the address carries them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.drawing import becomes, calm_errors, items
from tests.browser.test_knowledge import number, view
from tests.export.sample_views import CALL
from timeline.edtf.days import iso_day, parse_day
from timeline.export.options import ExportOptions, Redact
from timeline.model.view import View

pytestmark = pytest.mark.browser

Open = Callable[..., Opened]
NAMES = ("first-call", "envoys", "lake-summit", "follow-up", "harbour-strike", "answer", "vote")
SEARCHES: tuple[tuple[str, set[str]], ...] = (
    ("lakeside", {"lake-summit"}),
    ("SUMMIT lake", {"lake-summit", "follow-up"}),  # the name of an actor and a quote
    ("tomas rey", {"first-call", "lake-summit"}),  # an accent is not needed
    ("Tomás", {"first-call", "lake-summit"}),
    ("emissaires", {"envoys"}),  # a quote, in another language
    ("d’ici la fin de l'année", {"lake-summit"}),  # both apostrophes, five words
    ('"council votes"', set()),  # of a rejected claim, which is not in the page
    ('"week next"', set()),
    ('"next week"', {"vote"}),
    ("geneva", {"envoys"}),  # a place
    ("aide", {"lake-summit"}),
    ("berg harbour", set()),
    ("zzz", set()),
)


def listed(page: Any) -> set[str]:
    """Identities of the events that the table holds."""
    shown = page.evaluate("[...document.querySelectorAll('td button[data-event]')].map((one) => +one.dataset.event)")
    return {view().rows[place].id for place in shown}


def table_of(open_view: Open, **settings: Any) -> Any:
    return open_view(view(), **{"fragment": "#v=table", **settings}).ready()


@pytest.mark.parametrize(("words", "found"), SEARCHES)
def test_search(open_view: Open, words: str, found: set[str]) -> None:
    page = table_of(open_view)
    page.fill("#find", words)
    assert becomes(page, lambda: listed(page) == found), listed(page)
    assert page.inner_text(".outcome") == f"{len(found)} event{'' if len(found) == 1 else 's'} found"


def test_what_was_said_later_is_not_found_earlier(open_view: Open) -> None:
    page = table_of(open_view, fragment="#v=table&on=2025-10-10")
    page.fill("#find", "aide")
    assert becomes(page, lambda: listed(page) == set())
    page.fill("#find", "leaders")
    assert becomes(page, lambda: listed(page) == {"lake-summit"})


@pytest.mark.parametrize(("redact", "found"), [((), 1), ((Redact.SOURCES,), 0)])
def test_who_said_it_is_found_unless_withheld(open_view: Open, redact: tuple[Redact, ...], found: int) -> None:
    spoken = CALL.model_copy(update={"claims": (CALL.claims[0].model_copy(update={"said_by": "Madame Lebrun"}),)})
    options = ExportOptions(redact=frozenset(redact))
    page = open_view(View(today="2025-10-18", rows=(spoken,)), options, fragment="#v=table").ready()
    page.fill("#find", "lebrun")
    assert becomes(page, lambda: page.inner_text(".outcome").startswith(f"{found} event"))
    assert page.locator("td button[data-event]").count() == found


def test_slash_goes_to_the_search_field_and_enter_to_what_was_found(open_view: Open) -> None:
    page = open_view(view()).ready()
    before = page.evaluate("timelinePage.state.last - timelinePage.state.first")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("call")
    assert becomes(page, lambda: {one.event for one in items(page)} == {number("first-call")})
    page.keyboard.press("Enter")
    assert becomes(page, lambda: page.evaluate("timelinePage.state.last - timelinePage.state.first") < before)


def test_actors_are_picked_by_keyboard(open_view: Open) -> None:
    page = table_of(open_view)
    page.focus("[data-menu=actors]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    assert page.inner_text(".choices li:first-child").split() == ["Lake", "Council", "4"]
    page.keyboard.press("Space")
    assert becomes(page, lambda: listed(page) == {"envoys", "lake-summit", "follow-up", "vote"})
    page.keyboard.press("Escape")
    assert page.is_hidden("#box-actors")
    assert page.evaluate("document.activeElement.dataset.menu") == "actors"
    assert becomes(page, lambda: "a=council" in page.url)


def test_a_box_closes_when_something_else_is_pressed(open_view: Open) -> None:
    page = table_of(open_view)
    page.click("[data-menu=period]")
    assert page.get_attribute("[data-menu=period]", "aria-expanded") == "true"
    page.click("h1")
    assert page.is_hidden("#box-period")
    assert page.get_attribute("[data-menu=period]", "aria-expanded") == "false"


def test_a_period_keeps_what_touches_it_and_nothing_undated(open_view: Open) -> None:
    page = table_of(open_view)
    page.click("[data-menu=period]")
    page.fill("[data-end=from]", "2025-10-16")
    page.fill("[data-end=to]", "2025-10-30")
    assert becomes(page, lambda: listed(page) == {"envoys", "harbour-strike", "answer", "vote"})
    assert becomes(page, lambda: "from=2025-10-16&to=2025-10-30" in page.url)


def test_all_choices_are_taken_back_at_once(open_view: Open) -> None:
    page = table_of(open_view, fragment="#v=table&q=lake&a=council&from=2025-11-03&off=occurred")
    assert becomes(page, lambda: listed(page) == {"lake-summit"}), listed(page)
    page.click("[data-act=clear]")
    assert becomes(page, lambda: listed(page) == set(NAMES))
    assert becomes(page, lambda: page.url.endswith("#v=table"))


ADDRESSES = (
    "#v=table&q=lake",
    "#v=table&off=occurred,expected",
    "#v=table&a=council,ada-berg",
    "#v=table&from=2025-10-01&to=2025-10-20",
    "#v=table&s=-event",
    "#v=graph&g=council",
    "#v=story&step=lake-summit",
    "#v=story&c=first-call,lake-summit",
    "#l=status&on=2025-10-13&q=summit",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_view_can_be_sent_as_a_link(open_view: Open, address: str) -> None:
    """What the address says is what is shown, and what is shown writes the same address again."""
    page = open_view(view(), fragment=address).ready()
    page.wait_for_timeout(400)
    page.click("[data-act=theme]")  # changes something that is no part of an address
    page.wait_for_timeout(400)
    written = set(page.url.partition("#")[2].replace("%2C", ",").split("&"))
    axis = {part for part in written if part.startswith("t=")}  # moves along with what was known
    assert written - axis == set(address[1:].split("&"))


@pytest.mark.parametrize(
    "address", ["#a=%25E0%25A4", "#g=%25E0", "#c=%25", "#q=%00", "#s=constructor", "#p=99999", "#p=0"]
)
def test_an_address_that_means_nothing_changes_nothing(open_view: Open, address: str) -> None:
    page = open_view(view(), fragment=f"{address}&v=table").ready()
    assert becomes(page, lambda: listed(page) == set(NAMES) or "q=" in address)
    assert calm_errors(page)


def many(size: int) -> View:
    start = parse_day("2015-01-01")
    rows = (
        CALL.model_copy(
            update={"id": f"e{n}", "title": f"Réunion {n} du comité", "when": iso_day(start + n % 4000), "history": ()}
        )
        for n in range(size)
    )
    return View(today="2025-10-18", rows=tuple(rows))


def test_the_first_search_among_ten_thousand_is_quick(open_view: Open) -> None:
    """A guard against a mistake, ten times the aim; the benchmark measures."""
    page = open_view(many(10_000)).ready()
    took = page.evaluate(
        """async () => {
          const field = document.getElementById('find');
          const start = performance.now();
          field.value = 'comite 77';
          field.dispatchEvent(new Event('input'));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - start;
        }"""
    )
    assert took < 1500
    assert becomes(
        page, lambda: page.inner_text(".outcome").startswith("299 ") or "events found" in page.inner_text(".outcome")
    )


@pytest.mark.parametrize("words", ["comite 7", "19999", "reunion 0 du", "8000", "zzz"])
def test_among_twenty_thousand_a_word_finds_what_it_should(open_view: Open, words: str) -> None:
    """Texts are made ready in pieces: what stands in the last one is found as what stands in the first."""
    page = open_view(many(20_000), fragment="#v=table").ready()
    page.fill("#find", words)
    wanted = sum(all(word in f"reunion {n} du comite" for word in words.split()) for n in range(20_000))
    said = f"{wanted:,} event{'' if wanted == 1 else 's'} found"
    assert becomes(page, lambda: page.inner_text(".outcome") == said), page.inner_text(".outcome")
