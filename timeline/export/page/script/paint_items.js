// One event: its bar, band or fading end, its mark, its label, and the dotted lines to the other lanes it touches.

import { SPAN, WINDOW } from "./facts.js";
import { FADE, MARK } from "./packing.js";
import { MARKS } from "./settings.js";
import { numeral } from "./words.js";

const BAR = 13; // height
const STEPS = [0.75, 0.45, 0.2]; // of a fading end
const LIGHTER = 0.55; // a suggestion

const strength = (item) => (item.suggested ? LIGHTER : 1);

export function paintItems(pen, scene, colours, shift, rings, part) {
  const inPart = (item) => item.y > part.top - BAR && item.y < part.top + part.height + BAR;
  const seen = scene.items.filter((item) => item.boxRight + shift > -60 && item.boxLeft + shift < scene.room + 60 && inPart(item));
  for (const item of seen) paintBody(pen, item, colours, shift, scene.room);
  for (const item of seen) paintMark(pen, item, colours, shift);
  for (const item of seen) paintLabel(pen, item, colours, shift, scene.room);
  for (const item of seen) if (rings.has(item.event)) pen.circle(clear(item, scene.room, shift), item.y, 11.2, { stroke: colours.today, width: 2.5 });
}

// Where a mark can be seen: a bar that runs through the whole picture has its middle elsewhere.
const clear = (item, room, shift) => Math.min(Math.max(item.x + shift, Math.min(item.right + shift, 14)), Math.max(item.left + shift, room - 14));

function paintBody(pen, item, colours, shift, room) {
  const colour = colours.marks[item.mark];
  if (item.a === -Infinity || item.b === Infinity) paintOpen(pen, item, colour, shift);
  else if (item.extent === SPAN) paintSpan(pen, item, colour, colours, shift, room);
  else if (item.extent === WINDOW) paintWindow(pen, item, colour, colours, shift, room);
}

const clipped = (item, shift, room) => [Math.max(item.left + shift, -20), Math.min(item.right + shift, room + 20)];

function paintSpan(pen, item, colour, colours, shift, room) {
  const [left, right] = clipped(item, shift, room);
  const pattern = MARKS[item.mark].pattern;
  const style = pattern ? { pattern, fill: colour, ground: colours.paper } : { fill: colour };
  pen.rect(left, item.y - BAR / 2, right - left, BAR, { ...style, stroke: colour, width: 1.5, alpha: strength(item) });
}

// Some day in between: three bands, one within the other, a dotted whisker, and a tick at either stated end.
function paintWindow(pen, item, colour, colours, shift, room) {
  const [left, right] = [item.left + shift, item.right + shift];
  const [from, to] = clipped(item, shift, room);
  for (const part of [0, 0.18, 0.34]) {
    const [low, high] = [Math.max(left + (right - left) * part, from), Math.min(right - (right - left) * part, to)];
    if (high > low) pen.rect(low, item.y - BAR / 2, high - low, BAR, { fill: colour, alpha: 0.17 * strength(item) });
  }
  pen.line([[from, item.y], [to, item.y]], { stroke: colours.connector, dash: [2, 2.5] });
  for (const end of [left, right]) pen.line([[end, item.y - BAR / 2], [end, item.y + BAR / 2]], { stroke: colour, width: 1.5, alpha: strength(item) });
}

// A span goes on (strong), a window is only bounded on one side (pale, with a tick there).
function paintOpen(pen, item, colour, shift) {
  const onwards = item.b === Infinity;
  const edge = item.x + shift;
  const step = FADE / STEPS.length - 3;
  const height = item.extent === SPAN ? BAR : BAR - 4;
  STEPS.forEach((alpha, place) => {
    const x = onwards ? edge + place * step : edge - (place + 1) * step;
    pen.rect(x, item.y - height / 2, step, height, { fill: colour, alpha: alpha * strength(item) * (item.extent === SPAN ? 0.9 : 0.5) });
  });
  const tip = edge + (onwards ? 1 : -1) * (STEPS.length * step + 7);
  const foot = edge + (onwards ? 1 : -1) * STEPS.length * step;
  pen.line([[foot, item.y - 5], [tip, item.y], [foot, item.y + 5], [foot, item.y - 5]], { fill: colour, alpha: 0.7 * strength(item) });
  if (item.extent !== SPAN) pen.line([[edge, item.y - BAR / 2], [edge, item.y + BAR / 2]], { stroke: colour, width: 1.5, alpha: strength(item) });
}

function paintMark(pen, item, colours, shift) {
  const { outline, solid } = MARKS[item.mark];
  const colour = colours.marks[item.mark];
  const x = item.x + shift;
  if (item.extent === SPAN && solid && item.a !== -Infinity && item.b !== Infinity && item.right - item.left > MARK) return;
  if (!solid) pen.circle(x, item.y, 6.2, { fill: colours.paper });
  const style = solid ? { fill: colour, stroke: colours.paper, width: 1.2 } : { stroke: colour, width: 2.1 };
  pen.mark(outline, x, item.y, 16, { ...style, alpha: strength(item) });
}

function paintLabel(pen, item, colours, shift, room) {
  if (!item.text) return;
  const style = { italic: item.suggested, fill: item.faded ? colours.quiet : colours.ink, halo: colours.paper };
  if (item.inside && item.solid && item.extent === SPAN) Object.assign(style, { fill: colours.paper, halo: null });
  const held = item.inside ? Math.min(Math.max(item.textAt + shift, 6), item.right + shift - item.textWidth - 6) : item.textAt + shift;
  if (held < room && held > -3) pen.text(held, item.y, item.text, style);
}

// What had no room: a dot for one, a number for more.
export function paintGroups(pen, scene, colours, shift) {
  for (const group of scene.groups) {
    const x = group.x + shift;
    if (x < -20 || x > scene.room + 20) continue;
    if (group.items.length === 1) {
      pen.circle(x, group.y, 4, { fill: colours.marks[group.items[0].mark] });
      continue;
    }
    pen.circle(x, group.y, 10.5, { fill: colours.paper, stroke: colours.quiet, width: 1.2 });
    pen.text(x, group.y + 0.5, `+${numeral(group.items.length)}`, { fill: colours.ink, size: 10, align: "center" });
  }
}

// A dotted line to the nearer edge of each other lane, and a dot on it.
export function paintConnectors(pen, scene, colours, shift) {
  for (const item of scene.items) {
    if (!item.others.length) continue;
    const x = item.x + shift;
    if (x < -4 || x > scene.room + 4) continue;
    let [high, low] = [item.y, item.y];
    for (const lane of item.others) {
      const strip = scene.strips[lane];
      const below = strip.top > item.y;
      const foot = below ? strip.top + scene.head + 4 : strip.bottom - 4;
      [high, low] = [Math.min(high, foot), Math.max(low, foot)];
      pen.circle(x, foot, 3, { fill: colours.marks[item.mark], alpha: strength(item) });
    }
    pen.line([[x, high], [x, low]], { stroke: colours.connector, dash: [2.5, 2.5] });
  }
}
