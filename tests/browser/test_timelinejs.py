"""Our TimelineJS export in the real TimelineJS 3: every slide is drawn, with its headline and its date in words.

It is installed by `benchmarks/peers/install_pages.sh FOLDER` and found through TIMELINE_PAGE_PEERS=FOLDER.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final

import pytest

from tests.export.sample_views import STORY, hostile
from timeline.export import timeline_js
from timeline.export.options import ExportOptions
from timeline.model.view import View

PACKAGE: Final = Path(os.environ.get("TIMELINE_PAGE_PEERS", "."), "node_modules/@knight-lab/timelinejs/dist")
PAGE: Final = """<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="stylesheet" href="{css}"></head>
<body><div id="it" style="width:1000px;height:650px"></div><script src="{js}"></script><script>
const data = {data};
window.made = new TL.Timeline('it', data, {{hash_bookmark: false, script_path: '{folder}'}});
window.ready = false; window.made.on('ready', () => {{ window.ready = true; }});
</script></body></html>"""

pytestmark = pytest.mark.skipif(
    not PACKAGE.is_dir(), reason="TimelineJS is not installed: benchmarks/peers/install_pages.sh, TIMELINE_PAGE_PEERS"
)


@pytest.mark.parametrize("view", [STORY, hostile()], ids=["story", "hostile"])
def test_every_slide_is_drawn(browser: Any, tmp_path: Path, view: View) -> None:
    content = timeline_js.export(view, ExportOptions())
    slides = json.loads(content)["events"]
    safe = content.decode().replace("<", "\\u003c")
    page_file = tmp_path / "page.html"
    js, css = (PACKAGE / name for name in ("js/timeline.js", "css/timeline.css"))
    page_file.write_text(
        PAGE.format(js=js.as_uri(), css=css.as_uri(), folder=(PACKAGE / "js").as_uri(), data=safe), encoding="utf-8"
    )
    context = browser.new_context(offline=True, viewport={"width": 1100, "height": 750})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda found: found.dismiss())  # what a title ran has set `__owned` by then
    page.goto(page_file.as_uri())
    page.wait_for_function("window.ready", timeout=20_000)
    assert errors == []
    assert page.evaluate("window.__owned") is None, "a title ran a script"
    assert page.evaluate("made.config.events.length") == len(slides)
    markers = page.locator(".tl-timemarker").count()
    assert markers == len(slides)
    drawn = page.evaluate(
        "[...document.querySelectorAll('.tl-timemarker .tl-headline')].map((one) => one.innerText.trim())"
    )
    assert all(drawn)
    words = page.evaluate("made.config.events.map((one) => one.display_date)")
    assert sorted(words) == sorted(one["display_date"] for one in slides)
    context.close()
