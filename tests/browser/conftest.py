"""A real Chromium, offline. Where there is none the tests are skipped, or fail if TIMELINE_REQUIRE_BROWSER is set."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from timeline.export import html_page
from timeline.export.options import ExportOptions
from timeline.model.view import View

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
HOW = "no Chromium found: install it ('apt-get install chromium'), or name one in TIMELINE_CHROMIUM; the pages are not tested without"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
)


def chromium() -> str | None:
    named = os.environ.get("TIMELINE_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass
class Opened:
    """A page, and everything that happened to it that should not."""

    page: Any
    trouble: list[str] = field(default_factory=list)

    def ready(self) -> Any:
        """Waits until the script has built the page."""
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = chromium()
    if path is None:
        if os.environ.get("TIMELINE_REQUIRE_BROWSER"):
            pytest.fail(HOW)
        pytest.skip(HOW)
    playwright = pytest.importorskip("playwright.sync_api", reason="install the extra [dev]")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def open_view(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens the page of a view from disk; at the end nothing may have been asked of the network, nothing complained."""
    contexts: list[Any] = []
    pages: list[Opened] = []

    def opened(
        view: View, options: ExportOptions | None = None, before: str = "", fragment: str = "", **settings: Any
    ) -> Opened:
        path = tmp_path / "page.html"
        path.write_bytes(html_page.export(view, options or ExportOptions()))
        context = browser.new_context(
            **{"offline": True, "locale": "en-GB", "viewport": {"width": 1440, "height": 900}, **settings}
        )
        contexts.append(context)
        one = Opened(context.new_page())
        pages.append(one)
        watch(one)
        if before:
            one.page.add_init_script(before)
        one.page.set_default_timeout(10_000)
        one.page.goto(path.as_uri() + fragment)
        return one

    yield opened
    for context in contexts:
        context.close()
    assert [one.trouble for one in pages if one.trouble] == []


def watch(one: Opened) -> None:
    page, trouble = one.page, one.trouble

    def dialog(found: Any) -> None:
        trouble.append(f"dialog: {found.message}")
        found.dismiss()

    def request(found: Any) -> None:
        if not found.url.startswith("file:"):
            trouble.append(f"request: {found.url}")

    page.on("console", lambda message: trouble.append(f"console {message.type}: {message.text}"))
    page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    page.on("popup", lambda popup: trouble.append(f"popup: {popup.url}"))
    page.on("dialog", dialog)
    page.on("request", request)
