// The events that somebody has picked for the story, and those that the story walks through.

import { decoded, parts } from "./address.js";
import { eventOf, idOf, isDrawn, shown, titleOf } from "./facts.js";
import { make } from "./dom.js";
import { rowsInTime } from "./table_order.js";
import { change, state } from "./state.js";
import { say } from "./words.js";

const MOST = 200; // an address has its limits

parts.c = {
  write: () => [...state.chosen].map((event) => encodeURIComponent(idOf(event))).join(","),
  read: (text) => ({ chosen: new Set(text.split(",").map(decoded).map(eventOf).filter((event) => event >= 0).slice(0, MOST)) }),
};

// Those that were picked, whatever else is filtered; without any, all that pass. In the order of time.
export function storyEvents() {
  if (!state.chosen.size) return rowsInTime();
  const known = [...state.chosen].filter((event) => shown.state[event] >= 0);
  const order = new Map(rowsInTime().map((event, place) => [event, place]));
  const place = (event) => order.get(event) ?? (isDrawn(shown.state[event]) ? -1 : Infinity);
  return known.sort((one, other) => place(one) - place(other) || one - other);
}

export function pick(event, picked) {
  const chosen = new Set(state.chosen);
  if (picked && chosen.size < MOST) chosen.add(event);
  else chosen.delete(event);
  change({ chosen });
}

export function pickBox(event) {
  const tick = make("input", { type: "checkbox", "data-pick": event, "aria-label": say("page.story.pick", { title: titleOf(event) }) });
  tick.checked = state.chosen.has(event);
  tick.addEventListener("change", () => pick(event, tick.checked));
  return tick;
}

