"""Pages of other timelines from the same view, each one file with its library inside, as their manuals would have it."""

from __future__ import annotations

import html
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from page_data import BODIES

from timeline.edtf.days import iso_day
from timeline.export.placing import placements
from timeline.model.view import EventRow, View

TOOLS: Final = Path(os.environ.get("TIMELINE_PAGE_PEERS", "peers"))
"""A folder in which `peers/install_pages.sh` was run."""

_MODULES: Final = TOOLS / "node_modules"


@dataclass(frozen=True, slots=True)
class Peer:
    """`start`: statements that draw `data` into `#it` and give `zoomTo(first, last)` in milliseconds; `most`: the size
    up to which it ends within minutes.
    """

    name: str
    script: str
    style: str | None
    start: str
    most: int

    @property
    def there(self) -> bool:
        return (_MODULES / self.script).exists()

    def page(self, view: View) -> str:
        script = (_MODULES / self.script).read_text(encoding="utf-8").replace("</script", "<\\/script")
        style = (_MODULES / self.style).read_text(encoding="utf-8") if self.style else ""
        data = json.dumps([entry(row) for row in view.rows]).replace("<", "\\u003c")
        return (
            f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{html.escape(view.title)}</title>"
            f"<style>{style}</style></head><body><h1>{html.escape(view.title)}</h1>"
            '<div id=it style="width:100%;height:800px"></div>'
            f"<script>{script}</script><script>const data = {data}, bodies = {json.dumps(BODIES)};\n"
            f"(async () => {{ {self.start} document.documentElement.dataset.ready = 1; }})();</script></body></html>"
        )


def entry(row: EventRow) -> dict[str, Any]:
    """What every library understands: a title, a group, a start and, where it lasts, an end."""
    place = placements(row)[0]
    first = place.first if place.first is not None else place.last
    last = place.last if place.last is not None else place.first
    assert first is not None  # the view has dated events only
    assert last is not None
    group = BODIES.index(row.actors[0].name)
    times = {"start": iso_day(first)} | ({"end": iso_day(last + 1)} if last > first else {})
    return {"title": row.title, "group": group, "said": row.claims[0].quote, "state": row.occurrence.value, **times}


VIS: Final = Peer(
    "vis-timeline",
    "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
    "vis-timeline/styles/vis-timeline-graph2d.min.css",
    """
const items = new vis.DataSet(data.map((one, id) => ({id, content: one.title, group: one.group, start: one.start,
  ...(one.end && {end: one.end})})));
const groups = new vis.DataSet(bodies.map((content, id) => ({id, content})));
const made = new vis.Timeline(document.getElementById('it'), items, groups, {stack: true, height: 800});
window.zoomTo = (first, last) => made.setWindow(first, last, {animation: false});
""",
    100_000,
)

ECHARTS: Final = Peer(
    "ECharts",
    "echarts/dist/echarts.min.js",
    None,
    """
const made = echarts.init(document.getElementById('it'));
const finished = new Promise((done) => made.on('finished', done));
made.setOption({animation: false, tooltip: {}, grid: {left: 160}, xAxis: {type: 'time'},
  yAxis: {type: 'category', data: bodies}, dataZoom: [{type: 'inside'}, {type: 'slider'}],
  series: [{type: 'custom', encode: {x: [1, 2], y: 0}, renderItem: (_, api) => {
    const from = api.coord([api.value(1), api.value(0)]), to = api.coord([api.value(2), api.value(0)]);
    return {type: 'rect', shape: {x: from[0], y: from[1] - 6, width: Math.max(to[0] - from[0], 4), height: 12},
      style: {fill: '#14508c'}};
  }, data: data.map((one) => [one.group, +new Date(one.start), +new Date(one.end || one.start)])}]});
await finished;
window.zoomTo = (first, last) => made.dispatchAction({type: 'dataZoom', startValue: first, endValue: last});
""",
    100_000,
)

TIMELINEJS: Final = Peer(
    "TimelineJS",
    "@knight-lab/timelinejs/dist/js/timeline.js",
    "@knight-lab/timelinejs/dist/css/timeline.css",
    """
const date = (text) => { const [year, month, day] = text.split('-').map(Number); return {year, month, day}; };
const made = new TL.Timeline('it', {events: data.map((one) => ({start_date: date(one.start),
  ...(one.end && {end_date: date(one.end)}), group: bodies[one.group], text: {headline: one.title, text: one.said}}))},
  {language: {name: 'none', lang: 'en', messages: {}, date: {}, dateformats: {}, era_labels: {}, period_labels: {}}});
await new Promise((done) => made.on('ready', done));
let near = false;
window.zoomTo = () => { near = !near; if (near) made.zoomIn(); else made.zoomOut(); };
""",
    1_000,
)

PEERS: Final = (VIS, ECHARTS, TIMELINEJS)
