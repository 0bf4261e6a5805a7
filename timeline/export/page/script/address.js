// What the reader has chosen, in the fragment of the address: a view can be sent as a link.

import { isoDay, readDay } from "./days.js";
import { eventOf, idOf } from "./facts.js";
import { LANES } from "./lanes.js";
import { MARKS } from "./settings.js";
import { change, onChange, state } from "./state.js";
import { isView } from "./views.js";

const WAIT = 250; // browsers refuse an address that changes too often

// Each part: how it is written (nothing leaves it out), and what a text of it changes (nothing if it means nothing).
export const parts = {
  v: { write: () => state.view !== "timeline" && state.view, read: (text) => isView(text) && { view: text } },
  l: { write: () => state.lanes !== start.lanes && state.lanes, read: (text) => LANES.includes(text) && { lanes: text } },
  off: {
    write: () => [...state.off].map((mark) => MARKS[mark].key).join(","),
    read: (text) => ({ off: new Set(text.split(",").map((key) => MARKS.findIndex((mark) => mark.key === key)).filter((mark) => mark >= 0)) }),
  },
  on: { write: () => state.asOf !== null && isoDay(state.asOf), read: (text) => readDay(text) !== null && { asOf: readDay(text) } },
  t: { write: rangeText, read: readRange },
  e: { write: () => state.open >= 0 && idOf(state.open), read: (text) => eventOf(text) >= 0 && { open: eventOf(text), focus: eventOf(text) } },
};

const start = { lanes: "", first: 0, last: 0 };

function rangeText() {
  if (state.first === start.first && state.last === start.last) return "";
  return [state.first, state.last].map((day) => day.toFixed(3).replace(/\.?0+$/, "")).join("~");
}

function readRange(text) {
  const [first, last] = /^-?[\d.]+~-?[\d.]+$/.test(text) ? text.split("~").map(Number) : [NaN, NaN];
  return Number.isFinite(first) && Number.isFinite(last) && last - first >= 0.2 && Math.abs(first) < 4e6 && Math.abs(last) < 4e6 && { first, last };
}

// A text of an address, or nothing where it is no such text.
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

export function written() {
  const found = Object.entries(parts).flatMap(([name, part]) => {
    const text = part.write();
    return text ? [`${name}=${encodeURIComponent(text)}`] : [];
  });
  return found.length ? `#${found.join("&")}` : "";
}

function read() {
  for (const piece of location.hash.slice(1).split("&")) {
    const at = piece.indexOf("=");
    const part = at > 0 && Object.hasOwn(parts, piece.slice(0, at)) && parts[piece.slice(0, at)];
    if (!part) continue;
    const text = decoded(piece.slice(at + 1));
    if (text) change(part.read(text) || {});
  }
}

export function followAddress() {
  Object.assign(start, { lanes: state.lanes, first: state.first, last: state.last });
  read();
  let waiting = 0;
  onChange(null, () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, WAIT);
  });
  addEventListener("hashchange", read);
}

function write() {
  try {
    history.replaceState(null, "", written() || location.href.split("#")[0]);
  } catch {
    // a frame without an address of its own
  }
}
