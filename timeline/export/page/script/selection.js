// Which events the reader's choices keep, and where they stand in time.

import { facts, isDrawn, markOf, placementsOf, shown } from "./facts.js";
import { MARKS } from "./settings.js";
import { SELECTING, state } from "./state.js";
import { NOTHING } from "./unpack.js";

// Makers of tests: each gets the choices and gives `(event, state) => boolean`, or nothing where all pass.
export const filters = [
  ({ actors }) => actors.size && ((_, at) => hasOneOf(at, actors)),
  ({ from, to }) => (from !== null || to !== null) && ((_, at) => touches(at, from, to)),
];

function hasOneOf(at, actors) {
  const cast = facts.cast[at];
  for (let place = facts.castAt[cast]; place < facts.castAt[cast + 1]; place += 1) if (actors.has(facts.castActor[place])) return true;
  return false;
}

function touches(at, from, to) {
  const [start, stop] = placementsOf(at);
  for (let place = start; place < stop; place += 1) {
    const [first, last] = [facts.first[place], facts.last[place]];
    if ((to === null || first === NOTHING || first <= to) && (from === null || last === NOTHING || last >= from)) return true;
  }
  return false;
}

let kept = null;
let keptFor = [];

// What the answer depends on: that quotes are here counts for who searches only.
const askedNow = () => SELECTING.map((name) => (name === "heard" ? state.heard && state.find.trim() !== "" : state[name]));

// `events`: those that pass, in the order of the file. `counts`: of each mark, whether filtered out or not.
// `undated`: those of `events` that stand nowhere in time. `placed`: see `place`.
export function selection() {
  const now = askedNow();
  if (kept && now.every((value, at) => value === keptFor[at])) return kept;
  keptFor = now;
  const tests = filters.map((test) => test(state)).filter(Boolean);
  const counts = new Array(MARKS.length).fill(0);
  const [events, passes] = [[], new Uint8Array(facts.count)];
  for (let event = 0; event < facts.count; event += 1) {
    const at = shown.state[event];
    if (at < 0 || !tests.every((test) => test(event, at))) continue;
    const mark = markOf(at);
    counts[mark] += 1;
    if (state.off.has(mark)) continue;
    events.push(event);
    passes[event] = 1;
  }
  const undated = events.filter((event) => !isDrawn(shown.state[event]));
  kept = { events, counts, undated, placed: placedOf(passes, events.length) };
  return kept;
}

let everything = null;
let everythingFor;

// The placements of the events that pass, in order: they are sorted once for each day of knowledge, and then picked.
function placedOf(passes, number) {
  if (!everything || everythingFor !== state.asOf) {
    everything = sortedAll();
    everythingFor = state.asOf;
  }
  if (number === everything.events) return everything;
  const from = everything;
  const picked = new Int32Array(from.size);
  let size = 0;
  for (let at = 0; at < from.size; at += 1) if (passes[from.event[at]]) picked[(size += 1) - 1] = at;
  return reordered(from, picked.subarray(0, size));
}

function reordered(from, order) {
  const size = order.length;
  const to = { size, event: new Int32Array(size), extent: new Uint8Array(size), a: new Float64Array(size), b: new Float64Array(size), mid: new Float64Array(size) };
  for (const name of ["event", "extent", "a", "b", "mid"]) copied(from[name], to[name], order);
  return to;
}

function copied(from, to, order) {
  for (let at = 0; at < order.length; at += 1) to[at] = from[order[at]];
}

// One entry for each placement, by start: `a` and `b` are its first moment and the one after its last (infinite where
// that end is open), `mid` where its mark sits. `events`: how many events there are, drawn or not.
function sortedAll() {
  const events = [];
  let size = 0;
  for (let event = 0; event < facts.count; event += 1) {
    if (shown.state[event] < 0) continue;
    const [from, to] = placementsOf(shown.state[event]);
    size += to - from;
    events.push(event);
  }
  const placed = unsorted(size, events);
  const keys = new Float64Array(size);
  for (let at = 0; at < size; at += 1) {
    const start = Number.isFinite(placed.a[at]) ? placed.a[at] : placed.b[at];
    keys[at] = Math.round((start + 6e6) * 1440) * size + at;
  }
  keys.sort();
  for (let at = 0; at < size; at += 1) keys[at] %= size;
  return { ...reordered(placed, keys), events: events.length };
}

function unsorted(size, events) {
  const [a, b, mid] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const [owner, extent] = [new Int32Array(size), new Uint8Array(size)];
  let at = 0;
  for (const event of events) {
    const [from, to] = placementsOf(shown.state[event]);
    for (let one = from; one < to; one += 1, at += 1) {
      const [first, last] = [facts.first[one], facts.last[one]];
      a[at] = first === NOTHING ? -Infinity : first;
      b[at] = last === NOTHING ? Infinity : last + 1;
      mid[at] = middle(first, last, facts.clock[one]);
      owner[at] = event;
      extent[at] = facts.extent[one];
    }
  }
  return { a, b, mid, event: owner, extent };
}

// The known end where the other is open, the stated hour, else the middle.
function middle(first, last, clock) {
  if (first === NOTHING) return last + 1;
  if (last === NOTHING) return first;
  return clock >= 0 && first === last ? first + clock / 1440 : (first + last + 1) / 2;
}

// First and last moment of what is placed, and of today where it is near.
export function reach(placed, today) {
  let [first, last] = [Infinity, -Infinity];
  for (let at = 0; at < placed.size; at += 1) {
    const [a, b] = [placed.a[at], placed.b[at]];
    first = Math.min(first, Number.isFinite(a) ? a : b);
    last = Math.max(last, Number.isFinite(b) ? b : a);
  }
  return withToday(first, last, today);
}

function withToday(first, last, today) {
  if (first > last) return [today - 15, today + 15];
  const near = Math.max(60, last - first);
  return first - near <= today && today <= last + near ? [Math.min(first, today), Math.max(last, today + 1)] : [first, last];
}

let all = null;

// Of every date that was ever known, whatever is chosen: it does not move.
export function reachOfAll(today) {
  if (!all) {
    let [first, last] = [Infinity, -Infinity];
    for (const day of facts.first) if (day !== NOTHING) [first, last] = [Math.min(first, day), Math.max(last, day)];
    for (const day of facts.last) if (day !== NOTHING) [first, last] = [Math.min(first, day), Math.max(last, day + 1)];
    all = withToday(first, last, today);
  }
  return all;
}
