// Who is joined to what: actors to their events, or, where these are too many, actors to those they share events with.

import { facts, shown } from "./facts.js";

const MANY = { wide: 150, narrow: 70 }; // actors and events together
const EACH = 3; // joints that are drawn for each of these actors
const TOP = { wide: 60, narrow: 24 }; // actors that are joined to each other

const castOf = (event) => {
  const cast = facts.cast[shown.state[event]];
  return [...new Set(facts.castActor.subarray(facts.castAt[cast], facts.castAt[cast + 1]))];
};

function countsOf(casts) {
  const counts = new Map();
  for (const cast of casts) for (const actor of cast) counts.set(actor, (counts.get(actor) || 0) + 1);
  return counts;
}

// `hub`: only what is around this actor, or everybody for -1. Nodes are {actor} or {event}, each with its number of
// joints; joints are [node, node, times]. `left`: what had no room; `alone`: events without an actor.
export function networkOf(events, hub, narrow) {
  const size = narrow ? "narrow" : "wide";
  const all = events.map(castOf);
  const alone = all.filter((cast) => !cast.length).length;
  const near = events.map((event, at) => [event, all[at]]).filter(([, cast]) => cast.length && (hub < 0 || cast.includes(hub)));
  const counts = countsOf(near.map(([, cast]) => cast));
  if (near.length + counts.size <= MANY[size]) return { ...ofEvents(near, counts), alone, left: 0, shared: false };
  return { ...ofActors(near, counts, hub, TOP[size]), alone, shared: true };
}

function ofEvents(near, counts) {
  const places = new Map([...counts.keys()].map((actor, place) => [actor, place]));
  const nodes = [...counts].map(([actor, weight]) => ({ actor, event: -1, weight }));
  const joints = [];
  for (const [event, cast] of near) {
    for (const actor of cast) joints.push([places.get(actor), nodes.length, 1]);
    nodes.push({ actor: -1, event, weight: cast.length });
  }
  return { nodes, joints };
}

// So many that they can be told apart; whoever is joined to somebody stays joined to somebody.
function strongest(joints, size) {
  if (joints.length <= EACH * size) return joints;
  const ranked = [...joints].sort((one, other) => other[2] - one[2] || one[0] - other[0] || one[1] - other[1]);
  const joined = new Set();
  return ranked.filter(([one, other], place) => {
    const needed = place < EACH * size || !joined.has(one) || !joined.has(other);
    if (needed) joined.add(one).add(other);
    return needed;
  });
}

// The best connected ones; the actor in the middle always stays.
function ofActors(near, counts, hub, top) {
  const shared = countsOf(near.map(([, cast]) => cast).filter((cast) => cast.length > 1));
  const ranked = [...shared].sort((one, other) => (other[0] === hub) - (one[0] === hub) || other[1] - one[1] || one[0] - other[0]);
  const kept = ranked.slice(0, top).map(([actor]) => actor);
  if (!kept.length) kept.push(...[...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, top).map(([actor]) => actor));
  const places = new Map(kept.map((actor, place) => [actor, place]));
  const times = new Map();
  for (const [, cast] of near) {
    const inside = cast.map((actor) => places.get(actor)).filter((place) => place !== undefined).sort((one, other) => one - other);
    for (let one = 0; one < inside.length; one += 1) {
      for (let other = one + 1; other < inside.length; other += 1) {
        const key = inside[one] * top + inside[other];
        times.set(key, (times.get(key) || 0) + 1);
      }
    }
  }
  const all = [...times].map(([key, number]) => [Math.floor(key / top), key % top, number]);
  const joints = strongest(all, kept.length);
  const nodes = kept.map((actor) => ({ actor, event: -1, weight: counts.get(actor) }));
  return { nodes, joints, left: counts.size - kept.length, weaker: all.length - joints.length };
}
