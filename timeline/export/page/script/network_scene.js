// The graph as a picture: points spread over the room that there is, labels that cover neither each other nor a point.

import { facts, isSuggested, markOf, shown, titleOf } from "./facts.js";
import { cut, widthOf } from "./measure.js";
import { FADED, MARKS } from "./settings.js";
import { spots } from "./spring.js";

const EDGE = 44; // free space around
const BETWEEN = 7; // between two points
const ACTOR = { size: 13.5, weight: 650 };
const EVENT = { size: 12 };
const MANY_JOINTS = 320; // with more, no place is free of them
const LETTERS = { actor: [34, 22, 13], event: [30, 20] };

export function networkScene(network, width, narrow) {
  const { nodes } = network;
  const per = narrow ? 24 : 13;
  const height = Math.min(Math.max(nodes.length * per, 420), narrow ? 1100 : 780);
  const points = placed(network, width, height);
  apart(points, width, height);
  label(points, network.joints, width, height);
  return { ...network, points, width, height };
}

const radiusOf = (node, most) => (node.event >= 0 ? 7 : 6 + 7 * Math.sqrt(node.weight / most));

// Each direction fills the room by itself, the longer one of the graph the longer one of the room.
function placed({ nodes, joints }, width, height) {
  let [xs, ys] = spots(nodes.length, joints);
  const reach = (list) => Math.max(...list) - Math.min(...list);
  if (reach(xs) > reach(ys) !== width > height) [xs, ys] = [ys, xs];
  const most = nodes.reduce((high, node) => Math.max(high, node.weight), 1);
  const to = (list, size, edge) => {
    const [low, high] = [Math.min(...list), Math.max(...list)];
    return Float64Array.from(list, (value) => (high - low < 1e-6 ? size / 2 : edge + ((value - low) / (high - low)) * (size - 2 * edge)));
  };
  const [left, top] = [to(xs, width, Math.min(width / 8, 110)), to(ys, height, EDGE)];
  return nodes.map((node, at) => ({ ...node, x: left[at], y: top[at], radius: radiusOf(node, most) }));
}

// Points that lie upon each other give way.
function apart(points, width, height) {
  for (let round = 0; round < 40; round += 1) {
    let moved = false;
    for (let one = 0; one < points.length; one += 1) for (let other = one + 1; other < points.length; other += 1) moved = push(points[one], points[other], one) || moved;
    for (const point of points) {
      point.x = Math.min(Math.max(point.x, 16), width - 16);
      point.y = Math.min(Math.max(point.y, 16), height - 16);
    }
    if (!moved) return;
  }
}

function push(one, other, seed) {
  const [x, y] = [other.x - one.x, other.y - one.y];
  const wanted = one.radius + other.radius + BETWEEN;
  const now = Math.hypot(x, y);
  if (now >= wanted) return false;
  const [towardsX, towardsY] = now > 0.01 ? [x / now, y / now] : [Math.cos(seed), Math.sin(seed)];
  const by = (wanted - now) / 2 + 0.2;
  one.x -= towardsX * by;
  one.y -= towardsY * by;
  other.x += towardsX * by;
  other.y += towardsY * by;
  return true;
}

const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

// Where a label may stand around its point; above and below it gives way to the edge of the picture.
const SIDES = {
  above: (x, y, away, wide, tall) => [x - wide / 2, y - away - tall],
  below: (x, y, away, wide) => [x - wide / 2, y + away],
  right: (x, y, away, wide, tall) => [x + away, y - tall / 2],
  left: (x, y, away, wide, tall) => [x - away - wide, y - tall / 2],
  overRight: (x, y, away, wide, tall) => [x + away / 2, y - away / 2 - tall],
  overLeft: (x, y, away, wide, tall) => [x - away / 2 - wide, y - away / 2 - tall],
  underRight: (x, y, away) => [x + away / 2, y + away / 2],
  underLeft: (x, y, away, wide) => [x - away / 2 - wide, y + away / 2],
};
const OF_ACTORS = ["above", "below", "right", "left", "overRight", "overLeft", "underRight", "underLeft"];
const OF_EVENTS = ["right", "left", "below", "above", "underRight", "overRight", "underLeft", "overLeft"];

function boxAt(point, side, wide, tall, width) {
  const [left, top] = SIDES[side](point.x, point.y, point.radius + 4, wide, tall);
  const x = side === "above" || side === "below" ? Math.min(Math.max(left, 0), width - wide) : left;
  return { left: x, top, right: x + wide, bottom: top + tall };
}

// The first of those through which the fewest joints run.
function clearest(boxes, lines) {
  let [best, least] = [boxes[0], Infinity];
  for (const box of boxes) {
    const count = crossed(box, lines);
    if (count < least) [best, least] = [box, count];
  }
  return best;
}

// How many joints run through a box: it gives way to those where it can.
function crossed(box, lines) {
  let count = 0;
  for (const [a, b] of lines) if (runsThrough(a, b, box)) count += 1;
  return count;
}

// Cuts the line at each side of the box in turn (Liang and Barsky); something is left of it where it runs through.
function runsThrough(a, b, box) {
  let [from, to] = [0, 1];
  for (const [low, high, start, step] of [[box.left, box.right, a.x, b.x - a.x], [box.top, box.bottom, a.y, b.y - a.y]]) {
    if (Math.abs(step) < 1e-9) {
      if (start < low || start > high) return false;
      continue;
    }
    const [one, other] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from < to;
}

// Actors first, the best connected before the others; what has no room has its label on the point only.
function label(points, joints, width, height) {
  const lines = joints.length > MANY_JOINTS ? [] : joints.map(([one, other]) => [points[one], points[other]]);
  const taken = points.map(({ x, y, radius }) => ({ left: x - radius - 1, right: x + radius + 1, top: y - radius - 1, bottom: y + radius + 1 }));
  const free = (box, own) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height && taken.every((one, at) => at === own || !meet(one, box));
  const order = points.map((_, at) => at).sort((one, other) => (points[one].event >= 0) - (points[other].event >= 0) || points[other].weight - points[one].weight || one - other);
  for (const at of order) {
    const point = points[at];
    const isActor = point.event < 0;
    const style = isActor ? ACTOR : { ...EVENT, italic: isSuggested(shown.state[point.event]) };
    point.name = isActor ? facts.actors[point.actor] : titleOf(point.event);
    for (const letters of LETTERS[isActor ? "actor" : "event"]) {
      const text = cut(point.name, letters);
      const wide = widthOf(text, style) + 2;
      const boxes = (isActor ? OF_ACTORS : OF_EVENTS).map((side) => boxAt(point, side, wide, style.size * 1.3, width)).filter((box) => free(box, at));
      if (!boxes.length) continue;
      const found = clearest(boxes, lines);
      point.label = { ...found, text, style };
      taken.push(found);
      break;
    }
  }
}

// Draws with whatever pen it is given. `rings`: events to be circled.
export function paintNetwork(pen, scene, colours, hub, rings) {
  const { points, joints } = scene;
  const most = joints.reduce((high, [, , times]) => Math.max(high, times), 1);
  for (const [one, other, times] of joints) {
    const [a, b] = [points[one], points[other]];
    const width = scene.shared ? 0.8 + 4.2 * (times / most) ** 1.5 : 1;
    pen.line([[a.x, a.y], [b.x, b.y]], { stroke: colours.connector, width, alpha: scene.shared ? 0.5 : 0.7 });
  }
  for (const point of points) paintPoint(pen, point, colours, hub, rings);
  for (const { label: found, event } of points) {
    if (!found) continue;
    const faded = event >= 0 && FADED.has(MARKS[markOf(shown.state[event])].key);
    pen.text(found.left + 1, (found.top + found.bottom) / 2, found.text, { ...found.style, fill: faded || event >= 0 ? colours.quiet : colours.ink, halo: colours.paper });
  }
}

function paintPoint(pen, point, colours, hub, rings) {
  const { x, y, radius, event } = point;
  if (event < 0) {
    pen.circle(x, y, radius, { fill: colours.ink, stroke: colours.paper, width: 2 });
    if (point.actor === hub) pen.circle(x, y, radius + 4, { stroke: colours.today, width: 2.5 });
    return;
  }
  const mark = markOf(shown.state[event]);
  const { outline, solid } = MARKS[mark];
  if (!solid) pen.circle(x, y, 6.2, { fill: colours.paper });
  pen.mark(outline, x, y, 16, solid ? { fill: colours.marks[mark], stroke: colours.paper, width: 1.2 } : { stroke: colours.marks[mark], width: 2.1 });
  if (rings.has(event)) pen.circle(x, y, 13, { stroke: colours.today, width: 2.5 });
}
