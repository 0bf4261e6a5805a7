"""The page against vis-timeline, ECharts and TimelineJS: same view, same browser, one run, each from disk and offline.

`python benchmarks/page.py [FOLDER] [SIZES]`: needs Chromium; FOLDER (or TIMELINE_PAGE_PEERS) is where
`peers/install_pages.sh` was run. Milliseconds of one machine: what counts are the ratios.
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

if len(sys.argv) > 1:
    os.environ["TIMELINE_PAGE_PEERS"] = sys.argv[1]

sys.path.insert(0, str(Path(__file__).parent.parent))

from page_data import view
from page_peers import ECHARTS, PEERS, VIS

from tests.browser.conftest import FLAGS, chromium
from timeline.export import html_page
from timeline.export.options import ExportOptions

SIZES: Final = (20, 1_000, 10_000, 100_000)
PATIENCE: Final = 240_000
ROUNDS: Final = {20: 5, 1_000: 5, 10_000: 3, 100_000: 1}
OURS: Final = 5
"""How often our own page is opened, at least; the file is written three times, and the quickest counts."""

MEGABYTES: Final = {20: 0.7, 1_000: 0.8, 10_000: 1.5, 100_000: 8.0}
RENDER: Final = {20: {VIS: 1.1}, 1_000: {VIS: 1.0}, 10_000: {VIS: 1 / 3}, 100_000: {VIS: 0.1, ECHARTS: 0.5}}
ZOOM: Final = {20: 60, 1_000: 100, 10_000: 120, 100_000: 200}
SEARCH: Final = {1_000: 50, 10_000: 150, 100_000: 500}
WRITING: Final = 25.0

_FRAMES: Final = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_READY: Final = f"""new MutationObserver((_, watch) => {{
  if (!document.documentElement || !document.documentElement.dataset.ready) return;
  watch.disconnect();
  {_FRAMES}.then(() => {{ window.shownAfter = performance.now(); }});
}}).observe(document, {{attributes: true, subtree: true, attributeFilter: ['data-ready']}})"""
_ZOOMS: Final = """async () => {
  const times = [];
  const [from, to] = [Date.UTC(2018, 0, 1), Date.UTC(2028, 0, 1)];
  for (const share of [0.5, 0.25, 0.1, 0.03, 0.1, 0.3, 0.6, 1]) {
    const middle = from + (to - from) * 0.62, half = (to - from) * share / 2;
    const begun = performance.now();
    zoomTo(middle - half, middle + half);
    await FRAMES;
    times.push(performance.now() - begun);
  }
  return times;
}""".replace("FRAMES", _FRAMES)
_OURS: Final = """() => {
  const day = (ms) => ms / 86400000 + 719163;
  window.zoomTo = (first, last) => timelinePage.change({first: day(first), last: day(last)});
}"""
_SEARCH: Final = """async (quotes) => {
  const field = document.querySelector('input[type=search]');
  if (!field) return null;
  if (quotes) field.focus();
  while (quotes && !timelinePage.state.heard) await new Promise((done) => setTimeout(done, 20));
  const begun = performance.now();
  field.value = 'harbour';
  field.dispatchEvent(new Event('input', {bubbles: true}));
  await FRAMES;
  return performance.now() - begun;
}""".replace("FRAMES", _FRAMES)


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds; `search` and `quotes` (the first search once the field has had the focus) are `None` for the peers."""

    render: float
    zoom: float
    search: float | None = None
    quotes: float | None = None


def measured(browser: Any, path: Path, *, ours: bool) -> Times:
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(_READY)
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    page.wait_for_timeout(300)
    render = page.evaluate("shownAfter")
    searches: list[float] = []
    for quotes in (False, True) if ours else ():
        searches.append(page.evaluate(_SEARCH, quotes))
        page.goto("about:blank")
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]", state="attached")
        page.wait_for_timeout(300)
    if ours:
        page.evaluate(_OURS)
    zooms = page.evaluate(_ZOOMS)
    context.close()
    return Times(render, statistics.median(zooms), *searches)


def median_of(found: list[Times]) -> Times:
    searches = [one.search for one in found if one.search is not None]
    quotes = [one.quotes for one in found if one.quotes is not None]
    return Times(
        statistics.median(one.render for one in found),
        statistics.median(one.zoom for one in found),
        statistics.median(searches) if searches else None,
        statistics.median(quotes) if quotes else None,
    )


def verdict(value: float, goal: float) -> str:
    return "ok" if value <= goal else "MISSED"


def one_size(browser: Any, size: int, folder: Path) -> None:
    asked = view(size)
    html_page.export(view(3), ExportOptions())
    content, cost = b"", math.inf
    for _ in range(3):
        begun = time.process_time()
        content = html_page.export(asked, ExportOptions())
        cost = min(cost, (time.process_time() - begun) / size * 1e6)
    (folder / "ours.html").write_bytes(content)
    peers = [peer for peer in PEERS if peer.there and size <= peer.most]
    for peer in peers:
        (folder / f"{peer.name}.html").write_text(peer.page(asked), encoding="utf-8")
    found: dict[str, list[Times]] = {}
    for place in range(max(ROUNDS[size], OURS)):
        found.setdefault("ours", []).append(measured(browser, folder / "ours.html", ours=True))
        for peer in peers if place < ROUNDS[size] else ():
            found.setdefault(peer.name, []).append(measured(browser, folder / f"{peer.name}.html", ours=False))
    medians = {name: median_of(times) for name, times in found.items()}
    ours = medians["ours"]
    megabytes = len(content) / 1e6
    print(f"\n{size:,} events")
    print(f"  file      {megabytes:8.2f} MB  (goal {MEGABYTES[size]}) {verdict(megabytes, MEGABYTES[size])}")
    print(f"  writing   {cost:8.1f} µs an event  (goal {WRITING:g}) {verdict(cost, WRITING)}")
    print(f"  zoom, pan {ours.zoom:8.0f} ms  (goal {ZOOM[size]}) {verdict(ours.zoom, ZOOM[size])}")
    for name, took in (("search", ours.search), ("in quotes", ours.quotes)):
        if took is not None:
            quick = SEARCH.get(size)
            print(f"  {name:<9} {took:8.0f} ms" + (f"  (goal {quick}) {verdict(took, quick)}" if quick else ""))
    print(f"  render    {ours.render:8.0f} ms")
    for peer in peers:
        theirs = medians[peer.name]
        mb = (folder / f"{peer.name}.html").stat().st_size / 1e6
        ratio = ours.render / theirs.render
        goal = RENDER[size].get(peer)
        judged = f"  (goal {goal:.2f}) {verdict(ratio, goal)}" if goal else ""
        line = f"{mb:6.2f} MB, render {theirs.render:7.0f} ms, zoom {theirs.zoom:6.0f} ms; ours / theirs {ratio:.2f}"
        print(f"  {peer.name:<13} {line}{judged}", flush=True)


def main(sizes: list[int]) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only who measures needs it

    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for size in sizes:
            one_size(browser, size, Path(folder))
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[2:]] or list(SIZES))
