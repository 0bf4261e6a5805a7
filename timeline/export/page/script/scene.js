// The whole picture before anybody draws it: which lanes and rows there are, and what stands in them where.

import { binned, stacked } from "./density.js";
import { isSuggested, markOf, shown, titleOf } from "./facts.js";
import { FADE, gathered, labelOf, pack, spread } from "./packing.js";
import { scaleOf } from "./scale.js";
import { FADED, MARKS } from "./settings.js";
import { say } from "./words.js";

export const ROW = 26;
const PADDING = 6;
const NAME = 24; // height of a lane's name where it stands above its lane
const ROWS = 96; // shared out among the lanes
const MANY = { wide: 500, narrow: 220 }; // more than these become histograms
const BESIDE = 0.5; // how much of the next screenful is laid out with this one, so that moving does not rearrange it

export const labelStyle = (item) => ({ italic: item.suggested });

function visibleIn(placed, first, last, margin) {
  const found = [];
  const { a, b, mid, size } = placed;
  for (let at = 0; at < size; at += 1) {
    const start = a[at] === -Infinity ? mid[at] - margin : a[at];
    const stop = b[at] === Infinity ? mid[at] + margin : b[at];
    if (start < last && stop > first) found.push(at);
  }
  return found;
}

// `room`: pixels of the time axis. `narrow`: lane names stand above their lanes.
export function arrange({ placed, lanes, first, last, room, narrow }) {
  const scale = scaleOf(first, last, room);
  const margin = FADE / scale.perDay;
  const inside = visibleIn(placed, first, last, margin);
  const base = { scale, lanes, narrow, room, inside: inside.length, head: narrow ? NAME : 0 };
  return inside.length > MANY[narrow ? "narrow" : "wide"] ? dense(base, placed, inside) : detailed(base, placed, margin);
}

function dense(base, placed, inside) {
  const { lanes, scale, head } = base;
  const height = lanes.names.length <= 3 ? 84 : lanes.names.length <= 8 ? 48 : 20;
  const strips = lanes.names.map((name, lane) => {
    const top = lane * (height + PADDING + head);
    return { name, top, bottom: top + height + PADDING + head, rows: 1 };
  });
  const found = binned(placed, inside, lanes, scale);
  const tops = strips.map((strip) => strip.top + head + PADDING);
  return { ...base, dense: true, strips, found, bars: stacked(found, tops, height, scale), items: [], groups: [], height: strips.length ? strips[strips.length - 1].bottom : 60 };
}

function itemOf(placed, at, lanes) {
  const event = placed.event[at];
  const at2 = shown.state[event];
  const mark = markOf(at2);
  const suggested = isSuggested(at2);
  return {
    event,
    state: at2,
    mark,
    suggested,
    solid: MARKS[mark].solid,
    faded: FADED.has(MARKS[mark].key),
    extent: placed.extent[at],
    a: placed.a[at],
    b: placed.b[at],
    mid: placed.mid[at],
    lane: lanes.touched(at)[0],
    others: lanes.touched(at).slice(1),
    label: labelOf(titleOf(event), suggested ? say("suggested_title", { title: "" }) : ""),
  };
}

function detailed(base, placed, margin) {
  const { lanes, scale, room, narrow, head } = base;
  const length = scale.last - scale.first;
  const near = visibleIn(placed, scale.first - length * BESIDE, scale.last + length * BESIDE, margin);
  const limit = MANY[narrow ? "narrow" : "wide"] * 2;
  const chosen = near.length > limit ? visibleIn(placed, scale.first, scale.last, margin) : near;
  const perLane = lanes.names.map(() => []);
  for (const at of chosen) {
    const item = itemOf(placed, at, lanes);
    spread(item, scale);
    perLane[item.lane].push(item);
  }
  const most = Math.min(Math.max(Math.floor(ROWS / Math.max(lanes.names.length, 1)), 3), 40);
  const strips = [];
  const items = [];
  const groups = [];
  let top = 0;
  lanes.names.forEach((name, lane) => {
    const list = perLane[lane].sort((one, other) => one.left - other.left);
    const { rows, surplus } = pack(list, room, most, labelStyle, chosen.length <= 700);
    const start = top + PADDING + head;
    for (const item of list) {
      if (item.row === undefined) continue;
      item.y = start + (item.row + 0.5) * ROW;
      items.push(item);
    }
    const overflow = gathered(surplus);
    for (const group of overflow) groups.push({ ...group, lane, y: start + (rows + 0.5) * ROW });
    const tall = Math.max(rows + (overflow.length ? 1 : 0), narrow ? 0.35 : 0.85) * ROW;
    strips.push({ name, top, bottom: start + tall + PADDING });
    top = start + tall + PADDING;
  });
  const whole = chosen === near ? length * BESIDE : 0;
  return { ...base, dense: false, strips, items, groups, height: Math.max(top, 60), from: scale.first - whole, to: scale.last + whole };
}

// The same picture a little further on: nothing is rearranged while the axis only moves.
export function moved(scene, first, last) {
  if (scene.dense || Math.abs(last - first - (scene.scale.last - scene.scale.first)) > 1e-6) return null;
  if (first < scene.from - 1e-6 || last > scene.to + 1e-6) return null;
  return { ...scene, shift: (scene.scale.first - first) * scene.scale.perDay, now: scaleOf(first, last, scene.room) };
}
