// The keyboard on the chart: arrows go from event to event, and what they reach is said aloud.

import { centre, chart, pan, paintChart, scaleNow, setRange, showAll, showEvent, zoom } from "./chart.js";
import { dayWords } from "./date_words.js";
import { make, put } from "./dom.js";
import { shown, statusWords, titleOf, whenWords } from "./facts.js";
import { nowLine } from "./paint.js";
import { openPanel } from "./panel.js";
import { reachOfAll, selection } from "./selection.js";
import { settings } from "./settings.js";
import { change, state } from "./state.js";
import { count } from "./words.js";

const voice = make("p", { id: "voice", kind: "unseen", "aria-live": "polite", role: "status" });

export function listenToKeys() {
  put(document.body, voice);
  chart.node.addEventListener("keydown", (event) => pressed(event, KEYS));
  document.querySelector(".overview").addEventListener("keydown", (event) => pressed(event, ON_STRIP));
  for (const kind of ["focus", "blur"]) chart.node.addEventListener(kind, paintChart);
}

export function announce(text) {
  voice.textContent = text;
}

const KEYS = {
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  ArrowDown: () => along(1),
  ArrowUp: () => along(-1),
  Enter: () => (chart.shown.dense ? zoomed(0.25) : state.focus >= 0 && openPanel(state.focus, chart.node)),
  " ": () => (chart.shown.dense ? zoomed(0.25) : state.focus >= 0 && openPanel(state.focus, chart.node)),
  "+": () => zoomed(0.5),
  "=": () => zoomed(0.5),
  "-": () => zoomed(2),
  Home: showAll,
  "0": showAll,
  t: () => centre(nowLine()),
  PageDown: () => pan(0.8),
  PageUp: () => pan(-0.8),
};

// On the strip the arrows move the window, and its ends are the ends of time.
const ON_STRIP = {
  ...KEYS,
  ...Object.fromEntries([["ArrowRight", 0.1], ["ArrowUp", 0.1], ["ArrowLeft", -0.1], ["ArrowDown", -0.1]].map(([key, by]) => [key, () => pan(by)])),
  Home: () => centre(reachOfAll(settings.today)[0]),
  End: () => centre(reachOfAll(settings.today)[1]),
  Enter: showAll,
  " ": showAll,
};

function pressed(event, keys) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function zoomed(factor) {
  zoom(factor);
  announce(rangeWords());
}

export function rangeWords() {
  const { placed } = selection();
  let inside = 0;
  for (let at = 0; at < placed.size; at += 1) if (placed.mid[at] >= state.first && placed.mid[at] <= state.last) inside += 1;
  return `${count("page.events", inside)} · ${dayWords(state.first)} – ${dayWords(state.last)}`;
}

// To the next or the one before in time; histograms move by a piece instead.
function step(by) {
  if (chart.shown.dense) {
    pan(by * 0.2);
    announce(rangeWords());
    return;
  }
  const { placed } = selection();
  if (!placed.size) return;
  const now = state.focus < 0 ? -1 : placed.event.indexOf(state.focus);
  let next = now + by;
  if (now < 0) next = placed.mid.findIndex((mid) => mid >= state.first);
  if (next < 0 || next >= placed.size) return;
  go(placed.event[next], placed.mid[next]);
}

// To the nearest in time of the lane below or above.
function along(by) {
  const { items, strips } = chart.shown;
  const here = items.find((item) => item.event === state.focus);
  if (!here) return step(1);
  for (let lane = here.lane + by; lane >= 0 && lane < strips.length; lane += by) {
    const there = items.filter((item) => item.lane === lane);
    if (!there.length) continue;
    const near = there.reduce((best, item) => (Math.abs(item.mid - here.mid) < Math.abs(best.mid - here.mid) ? item : best));
    return go(near.event, near.mid);
  }
  return undefined;
}

function go(event, mid) {
  const scale = scaleNow();
  const x = scale.x(mid);
  if (x < 20 || x > chart.room - 20) setRange(mid - (state.last - state.first) / 2, mid + (state.last - state.first) / 2);
  change({ focus: event });
  showEvent(event);
  const at = shown.state[event];
  announce(`${titleOf(event)}, ${whenWords(at)}, ${statusWords(at)}`);
}
