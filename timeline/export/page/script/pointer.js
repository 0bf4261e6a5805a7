// Mouse and finger: pointing, clicking, dragging, wheel and pinch. The plain wheel and a finger moved up or down scroll the page.

import { chart, pan, setRange, scaleNow, zoom } from "./chart.js";
import { clamp } from "./dom.js";
import { hit } from "./hit.js";
import { openPanel } from "./panel.js";
import { state } from "./state.js";
import { hideTip, tipOfBin, tipOfGroup, tipOfItem } from "./tooltip.js";

const STILL = 5; // pixels that a click may move
const down = new Map();
let pressed = null;

const place = (event) => {
  const box = chart.canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top + chart.part.top];
};

export function listenToPointer() {
  const { canvas } = chart;
  canvas.addEventListener("pointerdown", press);
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", cancel);
  canvas.addEventListener("pointerleave", hideTip);
  chart.node.addEventListener("wheel", wheel, { passive: false });
  canvas.addEventListener("dblclick", (event) => zoom(0.5, place(event)[0] / chart.room));
}

function press(event) {
  if (event.button > 0) return;
  down.set(event.pointerId, event.clientX);
  if (down.size === 2) startPinch();
  else pressed = { x: event.clientX, y: event.clientY, first: state.first, last: state.last, moved: false };
  hideTip();
}

let pinch = null;
function startPinch() {
  const [one, other] = [...down.values()];
  const box = chart.canvas.getBoundingClientRect();
  const scale = scaleNow();
  const days = [one, other].map((x) => scale.day(x - box.left));
  if (Math.abs(one - other) > 10) pinch = days;
  pressed = null;
}

// Both fingers stay on the days they were put on.
function pinched() {
  const box = chart.canvas.getBoundingClientRect();
  const [one, other] = [...down.values()].map((x) => x - box.left);
  if (Math.abs(one - other) < 10) return;
  const perDay = (other - one) / (pinch[1] - pinch[0]);
  const first = pinch[0] - one / perDay;
  setRange(first, first + chart.room / perDay);
}

function move(event) {
  if (down.has(event.pointerId)) down.set(event.pointerId, event.clientX);
  if (pinch && down.size === 2) return pinched();
  if (!pressed) return point(event);
  const by = event.clientX - pressed.x;
  if (!pressed.moved && Math.hypot(by, event.clientY - pressed.y) < STILL) return undefined;
  if (!pressed.moved) {
    pressed.moved = true;
    chart.canvas.setPointerCapture(event.pointerId);
    chart.canvas.classList.add("held");
  }
  const days = (by * (pressed.last - pressed.first)) / chart.room;
  return setRange(pressed.first - days, pressed.last - days);
}

function point(event) {
  if (event.pointerType === "touch") return;
  const [x, y] = place(event);
  const found = hit(x, y);
  chart.canvas.classList.toggle("over", !!found);
  if (!found) hideTip();
  else if (found.item) tipOfItem(found.item, event.clientX, event.clientY);
  else if (found.group) tipOfGroup(found.group, event.clientX, event.clientY);
  else tipOfBin(chart.shown, found.lane, found.day, event.clientX, event.clientY);
}

function release(event) {
  const start = pressed;
  cancel(event);
  if (!start || start.moved) return;
  const [x, y] = place(event);
  click(hit(x, y, event.pointerType === "touch" ? 6 : 0), x);
}

function cancel(event) {
  down.delete(event.pointerId);
  if (down.size < 2) pinch = null;
  pressed = null;
  chart.canvas.classList.remove("held");
}

export function click(found, x) {
  if (!found) return;
  if (found.item) openPanel(found.item.event, chart.node);
  else if (found.group) closer(found.group.items);
  else zoom(0.1, clamp(x / chart.room, 0, 1));
}

// As near as it takes for these to stand apart.
function closer(items) {
  const days = items.map((item) => item.mid);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const length = Math.max((last - first) * 1.6, (state.last - state.first) / 8, 2);
  setRange((first + last - length) / 2, (first + last + length) / 2);
}

function wheel(event) {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    zoom(Math.exp(clamp(event.deltaY, -120, 120) / 400), clamp(place(event)[0] / chart.room, 0, 1));
  } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY) * 1.5) {
    event.preventDefault();
    pan((event.shiftKey && !event.deltaX ? event.deltaY : event.deltaX) / chart.room);
  }
}
