// What was known on a day: moves `shown.state` along the states of each event.

import { facts, shown } from "./facts.js";
import { NOTHING } from "./unpack.js";

let pastAt = null; // where the earlier states of each event begin, in the order of `facts.pastOf`

function index() {
  pastAt = new Int32Array(facts.count + 1);
  for (const event of facts.pastOf) pastAt[event + 1] += 1;
  for (let event = 0; event < facts.count; event += 1) pastAt[event + 1] += pastAt[event];
}

export const statesOf = (event) => {
  if (!pastAt) index();
  const found = [];
  for (let at = pastAt[event]; at < pastAt[event + 1]; at += 1) found.push(facts.count + at);
  return [...found, event];
};

// `null`: all that is known now.
export function knownOn(day) {
  if (!pastAt) index();
  const { since } = facts;
  for (let event = 0; event < facts.count; event += 1) {
    if (day === null || since[event] === NOTHING || since[event] <= day) {
      shown.state[event] = event;
      continue;
    }
    let found = -1;
    for (let at = pastAt[event]; at < pastAt[event + 1]; at += 1) {
      const state = facts.count + at;
      if (since[state] === NOTHING || since[state] <= day) found = state;
    }
    shown.state[event] = found;
  }
}

// The days on which something changed, in order.
export function days() {
  const found = new Set();
  for (const day of facts.since) if (day !== NOTHING) found.add(day);
  return [...found].sort((one, other) => one - other);
}
