// What is under the pointer.

import { chart } from "./chart.js";
import { ROW } from "./scene.js";

// `{item}`, `{group}`, or in histograms `{lane, day}`; coordinates are those of the lanes.
export function hit(x, y, slack = 0) {
  const scene = chart.shown;
  if (!scene) return null;
  const lane = scene.strips.findIndex((strip) => y >= strip.top && y < strip.bottom);
  if (scene.dense) return lane < 0 ? null : { lane, day: (scene.now || scene.scale).day(x) };
  const at = x - (scene.shift || 0);
  let best = null;
  for (const item of scene.items) {
    if (Math.abs(y - item.y) > ROW / 2 + slack) continue;
    const far = Math.max(item.boxLeft - at, at - item.boxRight, 0);
    const mark = Math.abs(item.x - at) + Math.abs(item.y - y);
    if (far <= 3 + slack && (!best || far < best.far || (far === best.far && mark < best.mark))) best = { item, far, mark };
  }
  if (best) return { item: best.item };
  const group = scene.groups.find((one) => Math.hypot(one.x - at, one.y - y) < 13 + slack);
  return group ? { group } : null;
}
