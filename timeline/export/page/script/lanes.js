// Which lane each placement stands in, and which others it touches.

import { actorsOf, facts, markOf, markWord, shown } from "./facts.js";
import { kindLabel, say } from "./words.js";

export const LANES = ["actor", "place", "kind", "status", "source"];

const MOST = 24; // lanes beyond this number share one: more would not be read
const NONE = -1;
const OTHERS = -2;

// Keys are places in the lists of names.
const KEYS = {
  actor: (_, state) => actorsOf(state),
  place: (_, state) => [facts.place[state]],
  kind: (event) => [facts.kind[event]],
  status: (_, state) => [markOf(state)],
  source: (_, state) => [facts.outlet[state]],
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

function mostUsed(keys) {
  const counts = new Map();
  for (const group of keys) for (const key of group) counts.set(key, (counts.get(key) || 0) + 1);
  if (counts.size <= MOST) return counts;
  const ranked = [...counts].sort((one, other) => other[1] - one[1]).slice(0, MOST);
  return new Map(ranked);
}

// `touched[at]` holds the lanes of a placement: the first is where it stands, the others it is joined to.
// `names` and `counts` go by lane, `others` is the one that many share; lanes stand in the order in which time first needs them, the nameless ones last.
export function lanesOf(placed, by) {
  const perEvent = new Map();
  const keysAt = (at) => {
    const event = placed.event[at];
    if (!perEvent.has(event)) {
      const keys = KEYS[by](event, shown.state[event]);
      perEvent.set(event, keys.length ? keys : [NONE]);
    }
    return perEvent.get(event);
  };
  for (let at = 0; at < placed.size; at += 1) keysAt(at);
  const kept = mostUsed(perEvent.values());
  for (const [event, keys] of perEvent) {
    if (!keys.every((key) => kept.has(key))) perEvent.set(event, [...new Set(keys.map((key) => (kept.has(key) ? key : OTHERS)))]);
  }
  const order = new Map();
  const seen = new Set();
  for (let at = 0; at < placed.size; at += 1) for (const key of perEvent.get(placed.event[at])) seen.add(key);
  for (const key of [...[...seen].filter((key) => key >= 0), NONE, OTHERS]) if (seen.has(key)) order.set(key, order.size);
  const lists = new Map([...perEvent].map(([event, keys]) => [event, keys.map((key) => order.get(key))]));
  const counts = new Array(order.size).fill(0);
  for (const lanes of lists.values()) for (const lane of lanes) counts[lane] += 1;
  const touched = Array.from({ length: placed.size }, (_, at) => lists.get(placed.event[at]));
  return { by, others: order.has(OTHERS) ? order.get(OTHERS) : -1, names: [...order.keys()].map((key) => nameOf(key, by)), counts, touched };
}
