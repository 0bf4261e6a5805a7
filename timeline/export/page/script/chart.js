// The timeline view: axis, names, lanes and strip, drawn anew when what they show changes.

import { AXIS, paintAxis } from "./axis.js";
import { onThemeChange, palette } from "./colours.js";
import { eachFrame, make } from "./dom.js";
import { isPainted, partInSight, reveal } from "./in_sight.js";
import { lanesOf } from "./lanes.js";
import { GUTTER, names, paintNames } from "./names.js";
import { overview, paintOverview } from "./overview.js";
import { paintScene } from "./paint.js";
import { canvasPen } from "./pen_canvas.js";
import { LONGEST, scaleOf, SHORTEST, withMargin } from "./scale.js";
import { arrange, moved } from "./scene.js";
import { reach, reachOfAll, selection } from "./selection.js";
import { settings } from "./settings.js";
import { change, onChange, state } from "./state.js";
import { prepared } from "./surface.js";
import { ticksOf } from "./ticks.js";
import { say } from "./words.js";

const NARROW = 640;

const axis = make("canvas", { kind: "axis" });
const lanesCanvas = make("canvas", { kind: "lanes" });
const axisBar = make("div", { kind: "axis-bar" }, axis);
const plane = make("div", { kind: "plane" }, names(), lanesCanvas);
const focusable = make("div", { id: "chart", tabindex: "0", role: "application" }, axisBar, plane);
const frame = make("figure", { kind: "chart" }, focusable, overview());

// `paper`: how wide it is drawn while it is printed, else 0. `part`: which part of the lanes the canvas holds.
export const chart = { node: focusable, canvas: lanesCanvas, scene: null, gutter: 0, room: 0, paper: 0, part: { top: 0, height: 0 } };

let lanes = null;
let lanesFor = [];

export function buildChart() {
  focusable.setAttribute("aria-label", say("page.chart_label"));
  new ResizeObserver(() => chart.node.isConnected && resized()).observe(frame);
  onChange(["asOf"], keepWhole);
  onChange(["first", "last", "lanes", "open", "focus", "off", "actors", "from", "to", "find", "asOf", "view", "theme"], paintChart);
  onThemeChange(paintChart);
  for (const kind of ["scroll", "resize"]) addEventListener(kind, eachFrame(scrolled), { passive: true });
  return frame;
}

function scrolled() {
  if (state.view === "timeline" && chart.shown && !chart.paper && !isPainted(plane, chart.part, chart.shown.height)) paintChart();
}

let lastWidth = 0;
function resized() {
  if (chart.paper || Math.abs(frame.clientWidth - lastWidth) < 1) return;
  chart.scene = null;
  paintChart();
}

// The lanes of the selection, worked out once for each.
export function currentLanes() {
  const { placed } = selection();
  if (!lanes || lanesFor[0] !== placed || lanesFor[1] !== state.lanes) {
    lanes = lanesOf(placed, state.lanes);
    lanesFor = [placed, state.lanes];
    chart.scene = null;
  }
  return lanes;
}

export function measureChart() {
  const width = chart.paper || frame.clientWidth;
  lastWidth = width;
  const narrow = width < NARROW;
  chart.gutter = narrow ? 0 : GUTTER;
  chart.room = Math.max(width - chart.gutter - (narrow ? 0 : 14), 120);
  return { room: chart.room, narrow };
}

export function sceneNow() {
  const { placed } = selection();
  const now = currentLanes();
  const further = chart.scene && moved(chart.scene, state.first, state.last);
  if (further) return further;
  chart.scene = arrange({ placed, lanes: now, first: state.first, last: state.last, ...measureChart() });
  return chart.scene;
}

export const ringsNow = () => new Set([state.open, document.activeElement === focusable ? state.focus : -1].filter((event) => event >= 0));

export function paintChart() {
  if (state.view !== "timeline" && !chart.paper) return;
  if (!frame.clientWidth && !chart.paper) return;
  const scene = sceneNow();
  chart.shown = scene;
  const scale = scene.now || scene.scale;
  const ticks = ticksOf(scale);
  const colours = palette();
  plane.style.height = `${scene.height}px`;
  paintLanes(scene, colours, ticks);
  const bar = canvasPen(...prepared(axis, chart.room + 14, AXIS));
  paintAxis(bar, scale, ticks, colours, spare());
  axis.style.marginLeft = lanesCanvas.style.marginLeft = `${chart.gutter}px`;
  paintNames(scene);
  paintOverview(chart.gutter + chart.room);
}

function paintLanes(scene, colours, ticks) {
  chart.part = chart.paper ? { top: 0, height: scene.height } : partInSight(plane, scene.height);
  const [context, sharp] = prepared(lanesCanvas, chart.room, chart.part.height);
  context.translate(0, -chart.part.top);
  lanesCanvas.style.top = `${chart.part.top}px`;
  paintScene(canvasPen(context, sharp), scene, colours, ticks, ringsNow(), chart.part);
}

const FEW = 80;

// A page that opens with histograms draws a few marks where nobody sees them: code and letters are ready when they are needed.
export function rehearse() {
  const { placed } = selection();
  if (!chart.shown || !chart.shown.dense || chart.paper) return;
  const from = Math.max(Math.floor((placed.size - FEW) / 2), 0);
  const [first, last] = [placed.mid[from] - 0.5, placed.mid[Math.min(from + FEW, placed.size - 1)] + 0.5];
  const scene = arrange({ placed, lanes: currentLanes(), first, last, ...measureChart() });
  const [context, sharp] = prepared(document.createElement("canvas"), scene.room, 400);
  paintScene(canvasPen(context, sharp), scene, palette(), ticksOf(scene.scale), new Set());
}

// Beside the lanes there is a little room for the names of the axis, unless the chart fills a phone.
export const spare = () => (chart.gutter ? 12 : 0);

// Brings an event into the window, if it is drawn.
export function showEvent(event) {
  const item = sceneNow().items.find((one) => one.event === event);
  if (item) reveal(plane, item.y, AXIS);
}

// All of the selection, with room for labels and fading ends; of what was ever known while the slider is back in time.
export function wholeRange() {
  const { placed } = selection();
  const { room, narrow } = measureChart();
  const open = [placed.a, placed.b].map((ends) => ends.some((end) => !Number.isFinite(end)));
  const all = state.asOf === null ? reach(placed, settings.today) : reachOfAll(settings.today);
  return withMargin(all, room, open[0] ? 70 : 24, open[1] ? 80 : narrow ? 24 : 90);
}

let whole = [0, 0];

export function showAll() {
  whole = wholeRange();
  setRange(...whole);
}

// Who looks at everything goes on to do so when the slider moves.
function keepWhole() {
  if (state.first === whole[0] && state.last === whole[1]) showAll();
}

export function setRange(first, last) {
  const length = last - first;
  if (!(length >= SHORTEST) || length > LONGEST || Math.abs(first) > LONGEST || Math.abs(last) > LONGEST) return;
  change({ first, last });
}

// `share`: which part of the width stays where it is.
export function zoom(factor, share = 0.5) {
  const length = state.last - state.first;
  const at = state.first + length * share;
  const wanted = Math.max(length * factor, SHORTEST);
  setRange(at - wanted * share, at + wanted * (1 - share));
}

export function pan(share) {
  const by = (state.last - state.first) * share;
  setRange(state.first + by, state.last + by);
}

export function centre(day) {
  const half = (state.last - state.first) / 2;
  setRange(day - half, day + half);
}

export const scaleNow = () => scaleOf(state.first, state.last, chart.room);
