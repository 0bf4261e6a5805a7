// The bar over the chart: chips for the marks with their counts, what the lanes stand for, and the tools.

import { centre, showAll, zoom } from "./chart.js";
import { isDark } from "./colours.js";
import { make, put } from "./dom.js";
import { facts, markOf, markWord, shown } from "./facts.js";
import { LANES } from "./lanes.js";
import { nowLine } from "./paint.js";
import { selection } from "./selection.js";
import { MARKS, redacted } from "./settings.js";
import { change, onChange, SELECTING, state } from "./state.js";
import { swatch } from "./swatch.js";
import { numeral, say } from "./words.js";

// Places for what other modules add: `find` takes the search field, `menus` further choices, `tools` further buttons.
export const slots = { find: make("div", { kind: "find" }), menus: make("div", { kind: "menus" }), tools: make("div", { kind: "tools" }) };

export function controls() {
  put(slots.menus, laneMenu());
  put(slots.tools, ...TOOLS.map(([name, face, act]) => tool(name, face || say(`page.${name}`), act)), unfold());
  return make("div", { kind: "bar" }, slots.find, slots.menus, slots.tools, chips());
}

export function tool(name, face, act) {
  return make("button", { type: "button", "data-act": name, "aria-label": say(`page.${name}`), title: say(`page.${name}`), text: face, onclick: act });
}

const TOOLS = [
  ["zoom_out", "−", () => zoom(2)],
  ["zoom_in", "+", () => zoom(0.5)],
  ["all", "", showAll],
  ["go_today", "", () => centre(nowLine())],
  ["theme", "◐", turnTheme],
];

// On a phone the menus wait behind one button, so that the chart begins on the first screen.
function unfold() {
  const button = tool("more_controls", "≡", () => {
    const open = document.body.classList.toggle("unfolded");
    button.setAttribute("aria-expanded", String(open));
  });
  button.setAttribute("aria-expanded", "false");
  return button;
}

function turnTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  change({ theme: document.documentElement.dataset.theme });
}

let known = null;
let knownFor;

// The marks that any event has on the day whose knowledge is shown.
function marksKnown() {
  if (!known || knownFor !== state.asOf) known = new Set(Array.from(shown.state, (at) => (at < 0 ? -1 : markOf(at))));
  knownFor = state.asOf;
  return known;
}

// Those that the file uses, today or earlier; pressed is shown.
function chips() {
  const list = make("div", { kind: "chips", role: "group", "aria-label": say("page.legend") });
  const made = new Map();
  const refresh = () => {
    const { counts } = selection();
    MARKS.forEach((_, mark) => {
      if (!made.has(mark)) return;
      made.get(mark).lastChild.textContent = numeral(counts[mark]);
      made.get(mark).setAttribute("aria-pressed", String(!state.off.has(mark)));
      made.get(mark).hidden = !marksKnown().has(mark) && !state.off.has(mark);
    });
  };
  const used = new Set(Array.from(facts.status, (_, at) => markOf(at)));
  MARKS.forEach((_, mark) => {
    if (!used.has(mark)) return;
    const chip = make("button", { type: "button", kind: "chip", "data-mark": MARKS[mark].key, onclick: () => toggle(mark) }, swatch(mark), make("span", { text: markWord(mark) }), make("small"));
    made.set(mark, chip);
    list.append(chip);
  });
  onChange(SELECTING, refresh);
  refresh();
  return list;
}

function toggle(mark) {
  const off = new Set(state.off);
  if (!off.delete(mark)) off.add(mark);
  change({ off });
}

function laneMenu() {
  const offered = LANES.filter((by) => by !== "source" || !redacted("sources"));
  const select = make("select", { id: "lanes", "aria-label": say("page.lanes_by"), onchange: () => change({ lanes: select.value }) }, ...offered.map((by) => make("option", { value: by, text: say(`page.lanes.${by}`) })));
  const show = () => {
    select.value = state.lanes;
  };
  onChange(["lanes"], show);
  show();
  return make("label", { kind: "menu" }, make("span", { text: say("page.lanes_by") }), select);
}

export const chartHint = () => make("p", { kind: "hint", text: say("page.hint") });
