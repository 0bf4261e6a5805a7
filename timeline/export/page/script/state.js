// What the reader has chosen. Whoever changes it says what, whoever depends on it listens.

import { eachFrame } from "./dom.js";

export const state = {
  view: "timeline",
  lanes: "actor",
  first: 0, // days with fractions: the ends of the visible time
  last: 1,
  off: new Set(), // marks that are filtered out
  actors: new Set(), // only these, if any
  from: null, // days of the period, inclusive
  to: null,
  find: "",
  asOf: null, // what was known on that day; `null` is now
  open: -1, // the event in the panel
  focus: -1, // the event that the keyboard stands on
  heard: false, // whether quotes can be searched: they are unpacked late
  sort: "", // the column of the table, with `-` the other way round; empty is time
  page: 0, // of the table
  chosen: new Set(), // the events picked for the story
  step: -1, // the event that the story stands on
  hub: -1, // the actor that the graph is drawn around
};

// What must follow a value at once, before anybody else looks: by the name of the value.
export const follows = {};

const listeners = [];
let changed = new Set();

// Tells all listeners at once, where somebody waits for the answer to one press of a key.
export function tellNow() {
  if (!changed.size) return;
  const names = changed;
  changed = new Set();
  for (const [wanted, act] of listeners) if (!wanted || wanted.some((name) => names.has(name))) act(names);
}

const tell = eachFrame(tellNow);

// `wanted`: names of what the listener depends on; without them, everything. Listeners are called once a frame.
export function onChange(wanted, act) {
  listeners.push([wanted, act]);
}

export function change(values) {
  for (const [name, value] of Object.entries(values)) {
    if (state[name] === value) continue;
    state[name] = value;
    if (follows[name]) follows[name](value);
    changed.add(name);
  }
  if (changed.size) tell();
}

export const SELECTING = ["off", "actors", "from", "to", "find", "heard", "asOf"];
