// The graph view: actors and events of the selection, or what is around one actor.

import { decoded, parts } from "./address.js";
import { onThemeChange, palette } from "./colours.js";
import { slots } from "./controls.js";
import { make, put, svg } from "./dom.js";
import { facts, statusWords, shown, whenWords } from "./facts.js";
import { actorsByEvents } from "./finding.js";
import { networkOf } from "./network.js";
import { networkScene, paintNetwork } from "./network_scene.js";
import { openPanel } from "./panel.js";
import { svgPen } from "./pen_svg.js";
import { selection } from "./selection.js";
import { change, onChange, SELECTING, state } from "./state.js";
import { count, say } from "./words.js";

const NARROW = 640;
const OFFERED = 300; // actors in the list
const TOUCH = 12; // the least radius of what can be pressed

parts.g = {
  write: () => state.hub >= 0 && encodeURIComponent(facts.actorIds[state.hub]),
  read: (text) => facts.actorIds.indexOf(decoded(text)) >= 0 && { hub: facts.actorIds.indexOf(decoded(text)) },
};

const figure = make("figure");
const notes = make("ul", { kind: "notes" });
const menu = make("select", { id: "around" });

export const network = { scene: null };

export function networkView() {
  const section = make("section", { kind: "network", "aria-label": say("page.view.graph") }, figure, notes);
  menu.setAttribute("aria-label", say("page.graph.around"));
  put(slots.menus, make("label", { kind: "around" }, make("span", { text: say("page.graph.around") }), menu));
  menu.addEventListener("change", () => change({ hub: Number(menu.value) }));
  onChange([...SELECTING, "view", "hub", "open", "theme"], refresh);
  onThemeChange(refresh);
  let width = 0;
  new ResizeObserver(() => {
    if (Math.abs(figure.clientWidth - width) < 1) return;
    width = figure.clientWidth;
    refresh();
  }).observe(figure);
  figure.addEventListener("keydown", pressed);
  return section;
}

let drawnFor = [];

function refresh() {
  const width = figure.clientWidth;
  if (state.view !== "graph" || !width) return;
  const { events } = selection();
  const now = [events, state.hub, width];
  if (now.some((value, at) => value !== drawnFor[at])) {
    drawnFor = now;
    network.scene = networkScene(networkOf(events, state.hub, width < NARROW), width, width < NARROW);
    offer();
  }
  draw();
}

function offer() {
  const listed = actorsByEvents().slice(0, OFFERED).map(([actor]) => actor);
  if (state.hub >= 0 && !listed.includes(state.hub)) listed.unshift(state.hub);
  menu.replaceChildren(make("option", { value: -1, text: say("page.graph.everybody") }), ...listed.map((actor) => make("option", { value: actor, text: facts.actors[actor] })));
  menu.value = state.hub;
}

export function paintGraph(pen) {
  paintNetwork(pen, network.scene, palette(), state.hub, new Set([state.open]));
}

const keyOf = (point) => (point.event < 0 ? `a${point.actor}` : `e${point.event}`);

function draw() {
  const { scene } = network;
  const held = figure.contains(document.activeElement) ? document.activeElement.dataset.key : "";
  notes.replaceChildren(...remarks(scene).map((text) => make("li", { text })));
  if (!scene.points.length) return figure.replaceChildren(make("p", { kind: "notice", text: say("page.graph.none") }));
  const root = svg("svg", { width: scene.width, height: scene.height, viewBox: `0 0 ${scene.width} ${scene.height}`, role: "group", "aria-label": say("page.graph.label") });
  const picture = svg("g", { "aria-hidden": "true" });
  root.append(picture);
  paintGraph(svgPen(picture));
  const buttons = scene.points.map(button);
  const stop = buttons.find((one) => one.dataset.key === (held || `a${state.hub}`)) || buttons[0];
  stop.setAttribute("tabindex", "0");
  root.append(...buttons);
  figure.replaceChildren(root);
  if (held) stop.focus({ preventScroll: true });
  return undefined;
}

function remarks(scene) {
  const found = [say("page.graph.hint")];
  if (scene.shared) found.push(say("page.graph.shared"));
  if (scene.weaker) found.push(count("page.graph.left_joints", scene.weaker));
  if (scene.left) found.push(count("page.graph.left_actors", scene.left));
  if (scene.alone) found.push(count("page.graph.alone", scene.alone));
  return found;
}

// What is pressed and what a screen reader names: one for each point, over the picture.
function button(point) {
  const words = point.event < 0 ? say("page.graph.meets", { name: point.name, events: count("page.events", point.weight) }) : `${point.name}, ${whenWords(shown.state[point.event])}, ${statusWords(shown.state[point.event])}`;
  const node = svg("circle", { class: "spot", cx: point.x, cy: point.y, r: Math.max(point.radius + 3, TOUCH), role: "button", tabindex: "-1", "aria-label": words, "data-key": keyOf(point) }, svg("title", {}, words));
  node.addEventListener("click", () => press(point, node));
  return node;
}

function press(point, node) {
  if (point.event >= 0) openPanel(point.event, node);
  else change({ hub: state.hub === point.actor ? -1 : point.actor });
}

const TOWARDS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function pressed(event) {
  const point = network.scene && network.scene.points.find((one) => keyOf(one) === event.target.dataset.key);
  if (!point || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ") press(point, event.target);
  else if (TOWARDS[event.key]) go(point, TOWARDS[event.key], event.target);
  else return;
  event.preventDefault();
}

// To the nearest point in that direction: what lies aside counts as further away.
function go(from, [byX, byY], node) {
  let [best, least] = [null, Infinity];
  for (const point of network.scene.points) {
    const [x, y] = [point.x - from.x, point.y - from.y];
    const [along, aside] = [x * byX + y * byY, Math.abs(x * byY) + Math.abs(y * byX)];
    if (along > 1 && along + 2 * aside < least) [best, least] = [point, along + 2 * aside];
  }
  const next = best && figure.querySelector(`[data-key="${keyOf(best)}"]`);
  if (!next) return;
  node.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}
