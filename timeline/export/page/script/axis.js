// The time axis, which stays in sight on long pages: what the lines stand for, above the names of the ticks.

import { widthOf } from "./measure.js";
import { flags } from "./paint.js";

export const AXIS = 62; // height
const FLAGS = 10;
const ABOVE = 28;
const NAMES = 45;

export function paintAxis(pen, scale, ticks, colours) {
  const { width } = scale;
  paintAbove(pen, scale, ticks, colours);
  let free = -4;
  for (const { day, text, at } of ticks.ticks) {
    const line = scale.x(day);
    if (line >= 0 && line <= width) pen.line([[line, AXIS - 8], [line, AXIS]], { stroke: colours.quiet });
    const x = scale.x(at);
    const half = widthOf(text, { size: 12.5 }) / 2;
    if (x < -1 || x > width + 1) continue;
    if (x - half < free || x + half > width + 12) continue;
    pen.text(Math.max(x, half), NAMES, text, { fill: colours.ink, size: 12.5, align: "center" });
    free = x + half + 8;
  }
  for (const day of ticks.minor) {
    const x = scale.x(day);
    if (x >= 0 && x <= width) pen.line([[x, AXIS - 4], [x, AXIS]], { stroke: colours.connector });
  }
  pen.line([[0, AXIS - 0.5], [width, AXIS - 0.5]], { stroke: colours.ink });
  paintFlags(pen, scale, colours);
}

// The year or month that the ticks belong to stays at the left edge until the next one pushes it out.
function paintAbove(pen, scale, ticks, colours) {
  ticks.above.forEach(({ day, text }, place) => {
    const style = { size: 12.5, weight: 650 };
    const size = widthOf(text, style);
    const next = place + 1 < ticks.above.length ? scale.x(ticks.above[place + 1].day) - 10 : Infinity;
    const x = place ? scale.x(day) : 0;
    if (x + size <= next && x + size < scale.width + 12) pen.text(x, ABOVE, text, { ...style, fill: colours.ink });
  });
}

// Knowledge to the left of its line, today to the right, unless there is no room.
function paintFlags(pen, scale, colours) {
  const found = flags(scale);
  found.forEach(({ x, text, kind }) => {
    const style = { size: 12, weight: 650, fill: kind === "today" ? colours.today : colours.ink };
    const size = widthOf(text, style);
    const left = kind === "known" ? x - 6 - size > 0 : x + 6 + size > scale.width;
    pen.text(left ? x - 6 : x + 6, FLAGS, text, { ...style, align: left ? "right" : "left" });
    pen.line([[x, 2], [x, AXIS]], { stroke: style.fill, width: kind === "today" ? 2 : 1.5, ...(kind === "known" && { dash: [5, 4] }) });
  });
}
