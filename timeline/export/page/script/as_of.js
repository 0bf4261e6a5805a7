// The slider of knowledge: what was known on a day, with the sources of that day.

import { calm, palette, onThemeChange } from "./colours.js";
import { dayWords } from "./date_words.js";
import { make } from "./dom.js";
import { days, knownOn } from "./knowledge.js";
import { canvasPen } from "./pen_canvas.js";
import { change, follows, onChange, state } from "./state.js";
import { prepared } from "./surface.js";
import { say } from "./words.js";

const TEMPO = 1100; // milliseconds between two changes while it plays

let stops = [];
let playing = 0;
follows.asOf = knownOn;

export function asOfBar() {
  stops = days();
  if (stops.length < 2) return null;
  const [first, last] = [stops[0], stops[stops.length - 1] + 1];
  const slider = make("input", { type: "range", min: first, max: last, step: 1, value: last, id: "as-of", "aria-label": say("page.knowledge") });
  const marks = make("canvas", { kind: "stops", "aria-hidden": "true" });
  const told = make("output", { for: "as-of", kind: "told" });
  const button = (name, face, act) => make("button", { type: "button", "data-act": name, "aria-label": say(`page.${name}`), title: say(`page.${name}`), text: face, onclick: act });
  const play = button("play", "▶", () => (playing ? stop() : start()));
  slider.addEventListener("input", () => {
    stop();
    set(Number(slider.value));
  });
  const set = (day) => change({ asOf: day >= last ? null : day });
  const jump = (by) => {
    const now = state.asOf === null ? last : state.asOf;
    const next = by > 0 ? stops.find((day) => day > now) : [...stops].reverse().find((day) => day < now);
    if (next !== undefined) set(next);
    else if (by > 0) set(last);
    return next !== undefined;
  };
  const start = () => {
    if (state.asOf === null) set(first);
    play.textContent = "❚❚";
    play.setAttribute("aria-label", say("page.pause"));
    playing = setInterval(() => jump(1) || stop(), calm.matches ? TEMPO * 2 : TEMPO);
  };
  const stop = () => {
    clearInterval(playing);
    playing = 0;
    play.textContent = "▶";
    play.setAttribute("aria-label", say("page.play"));
  };
  const show = () => {
    const day = state.asOf === null ? last : state.asOf;
    slider.value = day;
    const words = state.asOf === null ? say("page.known_now") : say("page.as_of", { day: dayWords(state.asOf) });
    told.textContent = words;
    slider.setAttribute("aria-valuetext", words);
    document.body.classList.toggle("past", state.asOf !== null);
  };
  onChange(["asOf"], show);
  show();
  const track = make("div", { kind: "track" }, marks, slider);
  const paint = () => paintStops(marks, track.clientWidth, first, last);
  new ResizeObserver(paint).observe(track);
  onThemeChange(paint);
  return make("div", { kind: "as-of", role: "group", "aria-label": say("page.knowledge") }, make("span", { kind: "label", text: say("page.knowledge") }), play, button("earlier", "‹", () => { stop(); jump(-1); }), track, button("later", "›", () => { stop(); jump(1); }), told, button("now", say("page.now"), () => { stop(); set(last); }));
}

// A tick for each day on which something changed, while they can be told apart; the slider's thumb is 16 pixels wide.
function paintStops(canvas, width, first, last) {
  if (width < 20) return;
  const pen = canvasPen(...prepared(canvas, width, 8));
  const colours = palette();
  if (stops.length * 3 > width) return;
  const list = stops.flatMap((day) => [8 + ((width - 16) * (day - first)) / (last - first) - 0.75, 0, 1.5, 8]);
  pen.rects(list, { fill: colours.quiet });
}
