// Puts the events of a lane on as few rows as their marks and labels need, first come first served.

import { POINT } from "./facts.js";
import { cut, fitted, widthOf } from "./measure.js";

export const MARK = 8; // half the width of a mark
export const FADE = 46; // length of an end that stays open
const GAP = 9;
const LABELS = [60, 36]; // letters of a label, from generous to short

// Where the mark sits: at the known end where the other is open. `item` has `a`, `b`, `mid`.
export function spread(item, scale) {
  item.x = scale.x(item.mid);
  if (item.extent === POINT) {
    [item.left, item.right] = [item.x - MARK, item.x + MARK];
    return;
  }
  const left = Number.isFinite(item.a) ? scale.x(item.a) : item.x - FADE;
  const right = Number.isFinite(item.b) ? scale.x(item.b) : item.x + FADE;
  item.left = Math.min(left, item.x - MARK);
  item.right = Math.max(right, item.x + MARK);
}

// The places a label may have, best first: right of what is drawn, left of it, on it.
function* places(item, width, style) {
  const bar = item.right - item.left > 2 * MARK + 4;
  let before = "";
  for (const most of LABELS) {
    const text = item.label(most);
    if (text === before) continue; // short as it is, it had no room
    before = text;
    const size = widthOf(text, style);
    const right = item.right + size + 5;
    if (item.x > width || right <= width) yield { text, size, at: item.right + 4, left: item.left, right };
    if (item.x <= width && item.left - size - 5 >= 0) yield { text, size, at: item.left - 4 - size, left: item.left - size - 5, right: item.right };
    const [seen, end] = [Math.max(item.left, 0), Math.min(item.right, width)];
    if (bar && end - seen > size + 14 && (item.x < seen + 6 - MARK || item.x > seen + size + 8 + MARK || item.solid)) yield { text, size, at: seen + 6, left: item.left, right: item.right, inside: true };
  }
  const after = fitted(item.label(40), width - item.right - 8, style);
  if (after) yield { text: after, size: widthOf(after, style), at: item.right + 4, left: item.left, right: width };
  const ahead = fitted(item.label(40), item.left - 8, style);
  if (ahead) yield { text: ahead, size: widthOf(ahead, style), at: item.left - 4 - widthOf(ahead, style), left: 0, right: item.right };
  const short = item.label(20);
  const size = widthOf(short, style);
  if (item.right + size + 5 <= width) yield { text: short, size, at: item.right + 4, left: item.left, right: item.right + size + 5 };
  yield { text: "", size: 0, at: item.right, left: item.left, right: item.right };
}

// Gives each item a `row` and a label, within `most` rows; returns how many rows are used, and those without room.
export function pack(items, width, most, style, labelled) {
  const ends = [];
  const surplus = [];
  for (const item of items) {
    if (ends.length >= most && ends.every((end) => end + GAP > item.left)) {
      surplus.push(item); // not even without a label: nothing has to be measured
      continue;
    }
    let done = false;
    for (const place of labelled ? places(item, width, style(item)) : [{ text: "", size: 0, at: item.right, left: item.left, right: item.right }]) {
      let row = ends.findIndex((end) => end + GAP <= place.left);
      if (row < 0) row = ends.length;
      if (row >= most) continue;
      ends[row] = place.right;
      Object.assign(item, { row, text: place.text, textAt: place.at, textWidth: place.size, inside: !!place.inside, boxLeft: place.left, boxRight: place.right });
      done = true;
      break;
    }
    if (!done) surplus.push(item);
  }
  return { rows: ends.length, surplus };
}

// What had no room, gathered where it is: `{x, items}`.
export function gathered(surplus, apart = 26) {
  const groups = [];
  for (const item of [...surplus].sort((one, other) => one.x - other.x)) {
    const last = groups[groups.length - 1];
    if (last && item.x - last.from < apart) last.items.push(item);
    else groups.push({ from: item.x, items: [item] });
  }
  return groups.map(({ items }) => ({ items, x: items.reduce((sum, item) => sum + item.x, 0) / items.length }));
}

export const labelOf = (title, remark) => (most) => cut(title, Math.max(most - remark.length, 1)) + remark;
