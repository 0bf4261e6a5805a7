// A canvas as tall as a long page costs more than all that is drawn on it: only the part in sight, and some more, is painted.

import { clamp } from "./dom.js";

const BESIDE = 250; // pixels above and below that scrolling may show before they are painted anew
const STEP = 100;

// `top`, `height`: of the part of a plane that is painted, in the plane's pixels. It is as high for a low plane, which cuts it
// off: a canvas that keeps its size is painted anew in half the time.
export function partInSight(plane, height) {
  const most = Math.ceil((innerHeight + 2 * BESIDE) / STEP) * STEP;
  if (height <= most) return { top: 0, height: most };
  const above = -plane.getBoundingClientRect().top - BESIDE;
  return { top: clamp(Math.floor(above / STEP) * STEP, 0, height - most), height: most };
}

export function isPainted(plane, part, height) {
  const above = -plane.getBoundingClientRect().top;
  const [from, to] = [clamp(above, 0, height), clamp(above + innerHeight, 0, height)];
  return from >= part.top && to <= part.top + part.height;
}

// Scrolls as little as it takes to bring a place of the plane under the axis and above the window's end.
export function reveal(plane, y, under) {
  const at = plane.getBoundingClientRect().top + y;
  const by = Math.min(at - under - 30, 0) + Math.max(at - innerHeight + 40, 0);
  if (by) scrollBy({ top: by, behavior: "instant" });
}
