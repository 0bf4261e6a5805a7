"""Makes the pictures of the documentation anew: `python -m tests.docs_pictures`. Needs Chromium."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Final

from tests.browser.conftest import FLAGS, chromium
from tests.browser.test_knowledge import view
from timeline.export import html_page
from timeline.export.options import ExportOptions

FOLDER: Final = Path(__file__).parent.parent / "docs" / "pictures"
OPTIONS: Final = ExportOptions(
    title="The road to the lake summit",
    deck="Six weeks of announcements, and what became of each. Move the slider to see what was known on a day.",
)
DESK: Final = {"viewport": {"width": 1440, "height": 900}}
PHONE: Final = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
VIEWS: Final = {"timeline": "", "graph": "", "table": "", "story": "&step=lake-summit"}
PICTURES: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "page-past": ("#on=2025-10-13&e=lake-summit", DESK),
    "page-timeline-dark": ("", {**DESK, "color_scheme": "dark"}),
    **{f"page-{name}": (f"#v={name}{more}", DESK) for name, more in VIEWS.items()},
    **{f"page-{name}-phone": (f"#v={name}{more}", PHONE) for name, more in VIEWS.items()},
}


def main() -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only who makes pictures needs it

    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(html_page.export(view(), OPTIONS))
        browser = driver.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for name, (fragment, settings) in PICTURES.items():
            page = browser.new_context(offline=True, locale="en-GB", **settings).new_page()
            page.goto(path.as_uri() + fragment)
            page.wait_for_selector("html[data-ready]", state="attached")
            page.wait_for_timeout(400)
            page.screenshot(path=FOLDER / f"{name}.png")
            page.context.close()
        browser.close()


if __name__ == "__main__":
    main()
