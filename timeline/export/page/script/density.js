// Many events: one small histogram a lane instead of a mark for each.

import { markOf, shown } from "./facts.js";
import { MARKS } from "./settings.js";

const BIN = 7; // pixels

// Bins stand still in time while the axis moves. `counts[(lane * bins + bin) * marks + mark]`.
export function binned(placed, visible, lanes, scale) {
  const days = BIN / scale.perDay;
  const start = Math.floor(scale.first / days) * days;
  const bins = Math.ceil((scale.last - start) / days) + 1;
  const size = MARKS.length;
  const counts = new Uint32Array(lanes.names.length * bins * size);
  const totals = new Uint32Array(lanes.names.length * bins);
  for (const at of visible) {
    const a = Math.max(Number.isFinite(placed.a[at]) ? placed.a[at] : placed.mid[at], scale.first);
    const b = Math.min(Number.isFinite(placed.b[at]) ? placed.b[at] : placed.mid[at], scale.last);
    const mid = Math.min(Math.max(placed.mid[at], scale.first), scale.last);
    const bin = Math.floor(((mid >= a && mid <= b ? mid : (a + b) / 2) - start) / days);
    const mark = markOf(shown.state[placed.event[at]]);
    for (const lane of lanes.touched(at)) {
      counts[(lane * bins + bin) * size + mark] += 1;
      totals[lane * bins + bin] += 1;
    }
  }
  let most = 1;
  totals.forEach((total, place) => {
    if (Math.floor(place / bins) !== lanes.others) most = Math.max(most, total);
  });
  return { counts, totals, bins, start, days, most };
}

// Rectangles of each mark, stacked in the order of the legend, on a square-root scale. `tops`, `height`: of the lanes.
export function stacked(found, tops, height, scale) {
  const size = MARKS.length;
  const lists = MARKS.map(() => []);
  const width = Math.max(found.days * scale.perDay - 1, 1);
  tops.forEach((top, lane) => {
    for (let bin = 0; bin < found.bins; bin += 1) {
      const total = found.totals[lane * found.bins + bin];
      if (!total) continue;
      const tall = Math.max(height * Math.sqrt(Math.min(total / found.most, 1)), 2);
      const x = scale.x(found.start + bin * found.days);
      let y = top + height;
      for (let mark = 0; mark < size; mark += 1) {
        const count = found.counts[(lane * found.bins + bin) * size + mark];
        if (!count) continue;
        const part = (tall * count) / total;
        y -= part;
        lists[mark].push(x, y, width, part);
      }
    }
  });
  return lists;
}

// What is in a bin: its days, and how many events of each mark.
export function binAt(found, lane, day) {
  const bin = Math.floor((day - found.start) / found.days);
  if (bin < 0 || bin >= found.bins || !found.totals[lane * found.bins + bin]) return null;
  const from = (lane * found.bins + bin) * MARKS.length;
  const counts = Array.from(found.counts.subarray(from, from + MARKS.length));
  const first = found.start + bin * found.days;
  return { first, last: first + found.days, counts, total: found.totals[lane * found.bins + bin] };
}
