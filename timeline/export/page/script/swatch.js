// A mark as a small drawing; its colour comes from the style sheet.

import { svg } from "./dom.js";
import { MARKS } from "./settings.js";

export function swatch(mark) {
  const { key, outline, solid } = MARKS[mark];
  const path = svg("path", solid ? { d: outline, class: "solid" } : { d: outline });
  return svg("svg", { viewBox: "0 0 16 16", class: `mark m-${key}`, "aria-hidden": "true" }, path);
}
