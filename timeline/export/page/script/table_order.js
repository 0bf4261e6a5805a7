// The order of the rows: by time unless a column is asked for; undated ones stand last in either direction of time.

import { actorNames, facts, markOf, shown, titleOf } from "./facts.js";
import { foldAll } from "./folding.js";
import { selection } from "./selection.js";
import { state } from "./state.js";
import { say } from "./words.js";

export const SORTABLE = ["date", "event", "actors", "status", "source"];

const KEYS = {
  event: (event) => titleOf(event),
  actors: (event) => actorNames(shown.state[event]).join(" "),
  source: (event) => (facts.outlet[shown.state[event]] < 0 ? "" : facts.outlets[facts.outlet[shown.state[event]]] || say("claim.desk")),
};

// `name` or `-name`, or nothing for the order of time.
export function sortOf() {
  const down = state.sort.startsWith("-");
  const name = down ? state.sort.slice(1) : state.sort;
  return SORTABLE.includes(name) ? [name, down] : ["date", false];
}

function byKey(rows, name) {
  if (name === "status") return [...rows].sort((one, other) => markOf(shown.state[one]) - markOf(shown.state[other]));
  const keys = foldAll(rows.map(KEYS[name]));
  const places = rows.map((_, place) => place);
  // what has nothing in the column comes last
  places.sort((one, other) => (keys[one] === "") - (keys[other] === "") || (keys[one] < keys[other] ? -1 : keys[one] > keys[other] ? 1 : one - other));
  return places.map((place) => rows[place]);
}

// Dated ones in the order of time, then those without a date.
export function rowsInTime() {
  const { placed, undated } = selection();
  return [...new Set(placed.event), ...undated];
}

export function rowsInOrder() {
  const [name, down] = sortOf();
  if (name !== "date") return down ? byKey(rowsInTime(), name).reverse() : byKey(rowsInTime(), name);
  if (!down) return rowsInTime();
  const { placed, undated } = selection();
  return [...[...new Set(placed.event)].reverse(), ...undated];
}
