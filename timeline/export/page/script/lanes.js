// Which lane each placement stands in, and which others it touches.

import { facts, markOf, markWord, shown } from "./facts.js";
import { kindLabel, say } from "./words.js";

export const LANES = ["actor", "place", "kind", "status", "source"];

const MOST = 24; // lanes beyond this number share one: more would not be read
const NONE = -1;
const OTHERS = -2;

// What events of one lane have in common: a place in the lists of names, or of casts.
const GROUPS = {
  actor: (_, state) => facts.cast[state],
  place: (_, state) => facts.place[state],
  kind: (event) => facts.kind[event],
  status: (_, state) => markOf(state),
  source: (_, state) => facts.outlet[state],
};

const NAMES = {
  actor: (key) => facts.actors[key],
  place: (key) => facts.places[key],
  kind: (key) => kindLabel(facts.kinds[key]),
  status: (key) => markWord(key),
  source: (key) => facts.outlets[key] || say("claim.desk"),
};

function nameOf(key, by) {
  if (key === OTHERS) return say("page.lane_others");
  return key === NONE ? say(`page.lane_without.${by}`) : NAMES[by](key);
}

function keysOf(group, by) {
  if (by !== "actor") return [group < 0 ? NONE : group];
  const cast = [...new Set(facts.castActor.subarray(facts.castAt[group], facts.castAt[group + 1]))];
  return cast.length ? cast : [NONE];
}

// The group of each placement; `keys` and `sizes` (in events) by group, in the order in which time first needs them.
function grouped(placed, by) {
  const [group, counted] = [new Int32Array(placed.size), new Uint8Array(facts.count)];
  const [keys, sizes] = [new Map(), new Map()];
  for (let at = 0; at < placed.size; at += 1) {
    const event = placed.event[at];
    const own = GROUPS[by](event, shown.state[event]);
    group[at] = own;
    if (counted[event]) continue;
    counted[event] = 1;
    sizes.set(own, (sizes.get(own) || 0) + 1);
    if (!keys.has(own)) keys.set(own, keysOf(own, by));
  }
  return { group, keys, sizes };
}

function countsOf(keys, sizes) {
  const counts = new Map();
  for (const [group, list] of keys) for (const key of list) counts.set(key, (counts.get(key) || 0) + sizes.get(group));
  return counts;
}

function mostUsed(counts) {
  if (counts.size <= MOST) return counts;
  return new Map([...counts].sort((one, other) => other[1] - one[1]).slice(0, MOST));
}

// `touched(at)`: the lanes of a placement, first the one where it stands, then those it is joined to.
// `names` and `counts` go by lane, `others` is the one that many share; lanes stand in the order in which time first needs them, the nameless ones last.
export function lanesOf(placed, by) {
  const { group, keys, sizes } = grouped(placed, by);
  const kept = mostUsed(countsOf(keys, sizes));
  for (const [one, list] of keys) keys.set(one, [...new Set(list.map((key) => (kept.has(key) ? key : OTHERS)))]);
  const counts = countsOf(keys, sizes);
  const order = new Map();
  for (const key of [...[...counts.keys()].filter((key) => key >= 0), NONE, OTHERS]) if (counts.has(key)) order.set(key, order.size);
  for (const [one, list] of keys) keys.set(one, list.map((key) => order.get(key)));
  return {
    by,
    others: order.has(OTHERS) ? order.get(OTHERS) : -1,
    names: [...order.keys()].map((key) => nameOf(key, by)),
    counts: [...order.keys()].map((key) => counts.get(key)),
    touched: (at) => keys.get(group[at]),
  };
}
