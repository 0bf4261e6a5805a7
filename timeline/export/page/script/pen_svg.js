// A pen that writes SVG elements, with the strokes of `pen_canvas.js`.

import { svg } from "./dom.js";
import { FONT, LABEL } from "./measure.js";
import { PATTERNS } from "./pen_canvas.js";

const short = (value) => String(Math.round(value * 100) / 100);

// `root`: the element to draw into. Patterns and clips are numbered under it.
export function svgPen(root) {
  const defs = svg("defs");
  root.append(defs);
  const known = new Map();
  let parent = root;
  let clips = 0;

  const patternOf = ({ pattern, fill, ground }) => {
    const key = [pattern, fill, ground].join();
    if (!known.has(key)) {
      const id = `pattern-${known.size}`;
      const [outline, width] = PATTERNS[pattern];
      const tile = svg("pattern", { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" });
      tile.append(svg("rect", { width: 8, height: 8, fill: ground }), svg("path", { d: outline, stroke: fill, "stroke-width": width, fill: "none" }));
      defs.append(tile);
      known.set(key, `url(#${id})`);
    }
    return known.get(key);
  };

  const inked = (style) => {
    const facts = { fill: style.pattern ? patternOf(style) : style.fill || "none" };
    if (style.stroke) Object.assign(facts, { stroke: style.stroke, "stroke-width": short(style.width || 1) });
    if (style.stroke && style.dash) facts["stroke-dasharray"] = style.dash.join(" ");
    if (style.alpha !== undefined && style.alpha < 1) facts.opacity = short(style.alpha);
    return facts;
  };
  const add = (tag, facts, ...children) => parent.append(svg(tag, facts, ...children));

  return {
    rect(x, y, width, height, style) {
      add("rect", { x: short(x), y: short(y), width: short(Math.max(width, 0)), height: short(Math.max(height, 0)), ...inked(style) });
    },
    rects(list, style) {
      let path = "";
      for (let at = 0; at < list.length; at += 4) path += `M${short(list[at])} ${short(list[at + 1])}h${short(list[at + 2])}v${short(list[at + 3])}h${short(-list[at + 2])}z`;
      if (path) add("path", { d: path, ...inked(style) });
    },
    line(points, style) {
      add("path", { d: "M" + points.map(([x, y]) => `${short(x)} ${short(y)}`).join("L"), ...inked(style) });
    },
    circle(x, y, radius, style) {
      add("circle", { cx: short(x), cy: short(y), r: short(radius), ...inked(style) });
    },
    mark(outline, x, y, size, style) {
      const place = `translate(${short(x - size / 2)} ${short(y - size / 2)}) scale(${short(size / 16)})`;
      add("path", { d: outline, transform: place, "stroke-linejoin": "round", ...inked({ ...style, width: ((style.width || 1) * 16) / size }) });
    },
    text(x, y, text, style) {
      const facts = { x: short(x), y: short(y), fill: style.fill, "font-family": FONT, "font-size": style.size || LABEL, "dominant-baseline": "central" };
      facts["text-anchor"] = { center: "middle", right: "end" }[style.align] || "start";
      if (style.weight) facts["font-weight"] = style.weight;
      if (style.italic) facts["font-style"] = "italic";
      if (style.alpha !== undefined && style.alpha < 1) facts.opacity = short(style.alpha);
      if (style.halo) Object.assign(facts, { stroke: style.halo, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" });
      add("text", facts, text);
    },
    within(x, y, width, height, act) {
      const id = `clip-${(clips += 1)}`;
      defs.append(svg("clipPath", { id }, svg("rect", { width: short(width), height: short(height) })));
      const outer = parent;
      parent = svg("g", { transform: `translate(${short(x)} ${short(y)})`, "clip-path": `url(#${id})` });
      outer.append(parent);
      act();
      parent = outer;
    },
  };
}
