// A pen that draws on a canvas. `pen_svg.js` knows the same strokes: whoever draws does not know which one it holds.

import { fontOf } from "./measure.js";

const outlines = new Map();
const tiles = new Map();

const pathOf = (outline) => {
  if (!outlines.has(outline)) outlines.set(outline, new Path2D(outline));
  return outlines.get(outline);
};

const TILE = 8;

// The strokes of a pattern in a tile of 8 by 8; names are those of the table of marks.
export const PATTERNS = {
  "/": ["M-2 2L2 -2M-2 10L10 -2M6 10L10 6", 1.5],
  "\\": ["M-2 6L2 10M-2 -2L10 10M6 -2L10 2", 1.5],
  "-": ["M-1 2H9M-1 6H9", 1.3],
  x: ["M-2 2L2 -2M-2 10L10 -2M6 10L10 6M-2 6L2 10M-2 -2L10 10M6 -2L10 2", 1.1],
  ".": ["M2 1.2a.9 .9 0 1 0 .01 0zM6 5.2a.9 .9 0 1 0 .01 0z", 0.9],
  "+": ["M-1 4H9M4 -1V9", 1.1],
};

function tileOf(pattern, colour, ground, ratio) {
  const key = [pattern, colour, ground, ratio].join();
  if (!tiles.has(key)) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = Math.round(TILE * ratio);
    const context = tile.getContext("2d");
    context.scale(tile.width / TILE, tile.height / TILE);
    context.fillStyle = ground;
    context.fillRect(0, 0, TILE, TILE);
    context.strokeStyle = colour;
    context.lineWidth = PATTERNS[pattern][1];
    context.stroke(new Path2D(PATTERNS[pattern][0]));
    tiles.set(key, tile);
  }
  return tiles.get(key);
}

export function canvasPen(context, ratio) {
  const styled = (style, trace) => {
    context.globalAlpha = style.alpha === undefined ? 1 : style.alpha;
    if (style.fill) {
      context.fillStyle = style.fill;
      trace("fill");
    }
    if (style.stroke) {
      context.strokeStyle = style.stroke;
      context.lineWidth = style.width || 1;
      context.setLineDash(style.dash || []);
      trace("stroke");
    }
    context.globalAlpha = 1;
  };
  const patterned = (style) => {
    if (!style.pattern) return style;
    const fill = context.createPattern(tileOf(style.pattern, style.fill, style.ground, ratio), "repeat");
    fill.setTransform(new DOMMatrix().scale(1 / ratio));
    return { ...style, fill };
  };
  return {
    rect(x, y, width, height, style) {
      styled(patterned(style), (act) => context[`${act}Rect`](x, y, width, height));
    },
    // Flat list of x, y, width, height.
    rects(list, style) {
      const path = new Path2D();
      for (let at = 0; at < list.length; at += 4) path.rect(list[at], list[at + 1], list[at + 2], list[at + 3]);
      styled(style, (act) => context[act](path));
    },
    line(points, style) {
      const path = new Path2D();
      points.forEach(([x, y], at) => (at ? path.lineTo(x, y) : path.moveTo(x, y)));
      styled(style, (act) => context[act](path));
    },
    circle(x, y, radius, style) {
      const path = new Path2D();
      path.arc(x, y, radius, 0, 7);
      styled(style, (act) => context[act](path));
    },
    // An outline in a box of 16 by 16, around a point.
    mark(outline, x, y, size, style) {
      context.save();
      context.translate(x - size / 2, y - size / 2);
      context.scale(size / 16, size / 16);
      context.lineJoin = "round";
      styled({ ...style, width: ((style.width || 1) * 16) / size }, (act) => context[act](pathOf(outline)));
      context.restore();
    },
    text(x, y, text, style) {
      context.font = fontOf(style);
      context.textAlign = style.align || "left";
      context.textBaseline = "middle";
      context.direction = "ltr";
      context.lineJoin = "round";
      context.globalAlpha = style.alpha === undefined ? 1 : style.alpha;
      if (style.halo) {
        context.strokeStyle = style.halo;
        context.lineWidth = 3.5;
        context.setLineDash([]);
        context.strokeText(text, x, y);
      }
      context.fillStyle = style.fill;
      context.fillText(text, x, y);
      context.globalAlpha = 1;
    },
    // Draws inside a box only, from its corner.
    within(x, y, width, height, act) {
      context.save();
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      context.translate(x, y);
      act();
      context.restore();
    },
  };
}
