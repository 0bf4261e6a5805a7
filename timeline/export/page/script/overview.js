// The strip under the chart: all of the time, how much is in it, and which part of it is shown.

import { civil, dayNumber } from "./days.js";
import { dayWords, yearOf } from "./date_words.js";
import { clamp, make } from "./dom.js";
import { palette } from "./colours.js";
import { canvasPen } from "./pen_canvas.js";
import { nowLine } from "./paint.js";
import { scaleOf, withMargin } from "./scale.js";
import { reachOfAll, selection } from "./selection.js";
import { settings } from "./settings.js";
import { change, state } from "./state.js";
import { prepared } from "./surface.js";
import { say } from "./words.js";

const HEIGHT = 44;
const BIN = 4;
const HANDLE = 10;

const strip = make("canvas", { kind: "overview", role: "slider", tabindex: "0", "aria-valuemin": "0", "aria-valuemax": "100" });
let whole = null;

export function overview() {
  listen();
  return strip;
}

export function paintOverview(width) {
  const { placed } = selection();
  const [first, last] = withMargin(reachOfAll(settings.today), width, 12, 12);
  whole = scaleOf(first, last, width);
  const pen = canvasPen(...prepared(strip, width, HEIGHT));
  const colours = palette();
  pen.rect(0, 0, width, HEIGHT, { fill: colours.band });
  paintYears(pen, width, colours);
  const counts = new Float64Array(Math.ceil(width / BIN) + 1);
  for (let at = 0; at < placed.size; at += 1) counts[clamp(Math.floor(whole.x(placed.mid[at]) / BIN), 0, counts.length - 1)] += 1;
  const most = counts.reduce((high, one) => Math.max(high, one), 1);
  const bars = [];
  counts.forEach((count, bin) => {
    const tall = count ? Math.max((HEIGHT - 18) * Math.sqrt(count / Math.max(most, 3)), 3) : 0;
    if (tall) bars.push(bin * BIN, HEIGHT - tall, BIN - 1.5, tall);
  });
  pen.rects(bars, { fill: colours.quiet });
  const now = whole.x(nowLine());
  if (now > 0 && now < width) pen.line([[now, 0], [now, HEIGHT]], { stroke: colours.today, width: 1.5 });
  paintWindow(pen, width, colours);
  const middle = (100 * (state.first + state.last - 2 * first)) / (2 * (last - first));
  strip.setAttribute("aria-label", say("page.overview"));
  strip.setAttribute("aria-valuenow", String(Math.round(clamp(middle, 0, 100))));
  strip.setAttribute("aria-valuetext", `${dayWords(state.first)} – ${dayWords(state.last)}`);
}

function paintYears(pen, width, colours) {
  const [from] = civil(whole.first);
  const [to] = civil(whole.last);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => (one * 365.2425 * whole.perDay) > 60) || 2000;
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const x = whole.x(dayNumber(year, 1, 1));
    if (x < 0 || x > width - 20) continue;
    pen.line([[x, 0], [x, 7]], { stroke: colours.quiet });
    pen.text(x + 3, 8, yearOf(dayNumber(year, 1, 1)), { fill: colours.quiet, size: 11 });
  }
}

function paintWindow(pen, width, colours) {
  const [left, right] = [clamp(whole.x(state.first), 0, width), clamp(whole.x(state.last), 0, width)];
  pen.rect(0, 0, left, HEIGHT, { fill: colours.paper, alpha: 0.6 });
  pen.rect(right, 0, width - right, HEIGHT, { fill: colours.paper, alpha: 0.6 });
  pen.rect(left + 0.75, 0.75, Math.max(right - left - 1.5, 1), HEIGHT - 1.5, { stroke: colours.ink, width: 1.5 });
  if (right - left < width - 4) for (const x of [left, right]) pen.rect(x - 2, HEIGHT / 2 - 8, 4, 16, { fill: colours.ink });
}

// The window is moved as a whole, or by one of its ends; elsewhere it jumps there.
function listen() {
  let held = null;
  strip.addEventListener("pointerdown", (event) => {
    const x = event.offsetX;
    const [left, right] = [whole.x(state.first), whole.x(state.last)];
    const part = Math.abs(x - left) < HANDLE ? "first" : Math.abs(x - right) < HANDLE ? "last" : "both";
    if (part === "both" && (x < left || x > right)) {
      const half = (state.last - state.first) / 2;
      change({ first: whole.day(x) - half, last: whole.day(x) + half });
    }
    held = { x, part, first: state.first, last: state.last };
    strip.setPointerCapture(event.pointerId);
  });
  strip.addEventListener("pointermove", (event) => {
    if (!held) return;
    const by = (event.offsetX - held.x) / whole.perDay;
    const first = held.part === "last" ? held.first : held.first + by;
    const last = held.part === "first" ? held.last : held.last + by;
    if (last - first > 4 / whole.perDay) change({ first, last });
  });
  for (const kind of ["pointerup", "pointercancel"]) strip.addEventListener(kind, () => { held = null; });
}
