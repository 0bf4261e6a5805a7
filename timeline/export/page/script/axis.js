// The time axis, which stays in sight on long pages: what the lines stand for, above the names of the ticks.

import { widthOf } from "./measure.js";
import { flags } from "./paint.js";

export const AXIS = 62; // height
const FLAGS = 10;
const ABOVE = 28;
const NAMES = 45;

// `spare`: pixels behind the axis into which a name may reach.
export function paintAxis(pen, scale, ticks, colours, spare) {
  const { width } = scale;
  paintAbove(pen, scale, ticks, colours, spare);
  let free = -4;
  for (const { day, text, at } of ticks.ticks) {
    const line = scale.x(day);
    if (line >= 0 && line <= width) pen.line([[line, AXIS - 8], [line, AXIS]], { stroke: colours.quiet });
    const x = scale.x(at);
    const half = widthOf(text, { size: 12.5 }) / 2;
    if (x < -1 || x > width + 1) continue;
    if (x - half < free || x + half > width + Math.max(spare, 2)) continue;
    pen.text(Math.max(x, half), NAMES, text, { fill: colours.ink, size: 12.5, align: "center" });
    free = x + half + 8;
  }
  for (const day of ticks.minor) {
    const x = scale.x(day);
    if (x >= 0 && x <= width) pen.line([[x, AXIS - 4], [x, AXIS]], { stroke: colours.connector });
  }
  pen.line([[0, AXIS - 0.5], [width, AXIS - 0.5]], { stroke: colours.ink });
  paintFlags(pen, scale, colours, spare);
}

// The year or month that the ticks belong to stays at the left edge until the next one pushes it out.
function paintAbove(pen, scale, ticks, colours, spare) {
  ticks.above.forEach(({ day, text }, place) => {
    const style = { size: 12.5, weight: 650 };
    const size = widthOf(text, style);
    const next = place + 1 < ticks.above.length ? scale.x(ticks.above[place + 1].day) - 10 : Infinity;
    const x = place ? scale.x(day) : 0;
    if (x + size <= next && x + size < scale.width + spare) pen.text(x, ABOVE, text, { ...style, fill: colours.ink });
  });
}

const FLAG = { size: 12, weight: 650 };

// Beside its line, on the side where there is room; the day whose knowledge is shown gives way to today.
function paintFlags(pen, scale, colours, spare) {
  const taken = [];
  for (const { x, texts, kind } of flags(scale)) {
    const fill = kind === "today" ? colours.today : colours.ink;
    pen.line([[x, 2], [x, AXIS]], { stroke: fill, width: kind === "today" ? 2 : 1.5, ...(kind === "known" && { dash: [5, 4] }) });
    const place = placeOf(x, texts, kind === "today", scale.width + spare, taken);
    if (!place) continue;
    taken.push(place);
    pen.text(place.left, FLAGS, place.text, { ...FLAG, fill });
  }
}

function placeOf(x, texts, rightFirst, width, taken) {
  for (const text of texts) {
    const size = widthOf(text, FLAG);
    const sides = [x + 6, x - 6 - size];
    for (const left of rightFirst ? sides : sides.reverse()) {
      const right = left + size;
      if (left >= 0 && right <= width && taken.every((one) => right + 8 < one.left || left - 8 > one.right)) return { left, right, text };
    }
  }
  return null;
}
