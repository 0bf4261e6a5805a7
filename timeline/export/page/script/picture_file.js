// What is seen as a picture: lines that can be edited (SVG), or points (PNG); with the headline and the credit.

import { AXIS, paintAxis } from "./axis.js";
import { chart, ringsNow, sceneNow, spare } from "./chart.js";
import { palette } from "./colours.js";
import { svg } from "./dom.js";
import { fitted } from "./measure.js";
import { network, paintGraph } from "./network_view.js";
import { paintScene } from "./paint.js";
import { canvasPen } from "./pen_canvas.js";
import { svgPen } from "./pen_svg.js";
import { settings } from "./settings.js";
import { state } from "./state.js";
import { ticksOf } from "./ticks.js";
import { say } from "./words.js";

const PAD = 24;
const HEAD = 44;
const FOOT = 26;
const SHARP = 2;
const LARGEST = 16000; // pixels of a canvas in either direction
const NAME = { size: 13 };

export const canBePicture = () => (state.view === "timeline" && !!chart.shown) || (state.view === "graph" && !!network.scene && network.scene.points.length > 0);

const inner = () => (state.view === "graph" ? network.scene : { width: chart.gutter + chart.room + 14, height: AXIS + chart.shown.height });

function sizes() {
  const { width, height } = inner();
  return { width: width + 2 * PAD, height: height + HEAD + FOOT + 2 * PAD };
}

function paint(pen, { width, height }) {
  const colours = palette();
  pen.rect(0, 0, width, height, { fill: colours.paper });
  pen.text(PAD, PAD + 12, fitted(settings.title || say("page.untitled"), width - 2 * PAD, { size: 20, weight: 700 }), { size: 20, weight: 700, fill: colours.ink });
  pen.within(PAD, PAD + HEAD, width - 2 * PAD, height - HEAD - FOOT - 2 * PAD, () => (state.view === "graph" ? paintGraph(pen) : paintTimeline(pen, colours)));
  const foot = [settings.credit, document.querySelector("#left-out > p:last-child").textContent].filter(Boolean).join(" · ");
  pen.text(PAD, height - PAD, fitted(foot, width - 2 * PAD, { size: 12 }), { size: 12, fill: colours.quiet });
}

function paintTimeline(pen, colours) {
  const scene = sceneNow();
  const scale = scene.now || scene.scale;
  const ticks = ticksOf(scale);
  pen.within(chart.gutter, 0, chart.room + 14, AXIS, () => paintAxis(pen, scale, ticks, colours, spare()));
  pen.within(chart.gutter, AXIS, chart.room, scene.height, () => paintScene(pen, scene, colours, ticks, ringsNow()));
  pen.within(0, AXIS, chart.gutter || chart.room, scene.height, () => {
    for (const strip of scene.strips) paintName(pen, strip, scene.narrow, colours);
  });
}

function paintName(pen, strip, narrow, colours) {
  if (narrow) return pen.text(6, strip.top + 13, fitted(strip.name, chart.room - 12, NAME), { ...NAME, weight: 650, fill: colours.quiet });
  const text = fitted(strip.name, chart.gutter - 14, NAME);
  return pen.text(chart.gutter - 10, (strip.top + strip.bottom) / 2, text, { ...NAME, fill: colours.ink, align: "right" });
}

export function svgFile() {
  const size = sizes();
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", ...size, viewBox: `0 0 ${size.width} ${size.height}` });
  paint(svgPen(root), size);
  return new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" });
}

export function pngFile() {
  const { width, height } = sizes();
  const sharp = Math.min(SHARP, LARGEST / width, LARGEST / height);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * sharp), Math.round(height * sharp)];
  const context = canvas.getContext("2d");
  context.setTransform(sharp, 0, 0, sharp, 0, 0);
  paint(canvasPen(context, sharp), { width, height });
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
