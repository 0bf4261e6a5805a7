// How the date and the status of one event moved: a line for each moment, all on one scale.

import { dayWords } from "./date_words.js";
import { make, svg } from "./dom.js";
import { facts, markOf, placementsOf, statusWords, whenWords, WINDOW } from "./facts.js";
import { statesOf } from "./knowledge.js";
import { settings } from "./settings.js";
import { change, state } from "./state.js";
import { swatch } from "./swatch.js";
import { NOTHING } from "./unpack.js";
import { say } from "./words.js";

const HEIGHT = 14;

function daysOf(at) {
  const [from, to] = placementsOf(at);
  const found = [];
  for (let one = from; one < to; one += 1) found.push({ first: facts.first[one], last: facts.last[one], extent: facts.extent[one] });
  return found;
}

function scaleFor(states) {
  const days = states.flatMap(daysOf).flatMap(({ first, last }) => [first, last]).filter((day) => day !== NOTHING);
  if (!days.length) return null;
  const [low, high] = [Math.min(...days), Math.max(...days) + 1];
  const pad = Math.max((high - low) * 0.12, 1);
  return (day) => (100 * (day - low + pad)) / (high - low + 2 * pad);
}

// In percent of the width, so that it needs no measuring.
function strip(at, scale) {
  const parts = daysOf(at).map(({ first, last, extent }) => {
    const [left, right] = [first === NOTHING ? 0 : scale(first), last === NOTHING ? 100 : scale(last + 1)];
    const wide = Math.max(right - left, 1.6);
    return svg("rect", { x: `${left}%`, y: 3, width: `${wide}%`, height: HEIGHT - 6, rx: 2, fill: "currentColor", opacity: extent === WINDOW || wide > 60 ? 0.45 : 1 });
  });
  return svg("svg", { class: `m-${settings.marks[markOf(at)][0]}`, width: "100%", height: HEIGHT, "aria-hidden": "true" }, svg("line", { x1: "0", x2: "100%", y1: HEIGHT / 2, y2: HEIGHT / 2, stroke: "currentColor", opacity: 0.25 }), ...parts);
}

// Nothing for an event of which the same has always been known.
export function historyStrip(event) {
  const states = statesOf(event);
  if (states.length < 2) return null;
  const scale = scaleFor(states);
  const shownAt = states.filter((at) => state.asOf === null || facts.since[at] <= state.asOf).pop();
  const lines = states.map((at) => {
    const since = facts.since[at];
    const day = since === NOTHING ? say("page.always") : say("page.since", { day: dayWords(since) });
    const button = make("button", { type: "button", kind: "since", text: day, onclick: () => change({ asOf: at === event ? null : since === NOTHING ? null : since }) });
    const said = make("p", { kind: "said" }, swatch(markOf(at)), make("span", { text: `${whenWords(at)} · ${statusWords(at)}` }));
    return make("li", { "aria-current": at === shownAt && "true" }, button, scale && strip(at, scale), said);
  });
  return make("section", { kind: "history" }, make("h3", { text: say("page.history") }), make("ol", {}, ...lines));
}
