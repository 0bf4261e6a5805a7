// Draws a scene with whatever pen it is given: first what the marks stand on, then the marks.

import { shortDay } from "./date_words.js";
import { paintConnectors, paintGroups, paintItems } from "./paint_items.js";
import { settings } from "./settings.js";
import { state } from "./state.js";
import { say } from "./words.js";

export const nowLine = () => settings.today + 0.5;

// `rings`: the events to be circled; `part`: which rows are asked for. Everything stands relative to the corner of the lanes.
export function paintScene(pen, scene, colours, ticks, rings, part = { top: 0, height: scene.height }) {
  const scale = scene.now || scene.scale;
  paintGround(pen, scene, scale, colours, ticks);
  if (scene.dense) {
    scene.bars.forEach((list, mark) => list.length && pen.rects(list, { fill: colours.marks[mark] }));
    return;
  }
  const shift = scene.shift || 0;
  if (scene.items.length <= 160) paintConnectors(pen, scene, colours, shift);
  paintItems(pen, scene, colours, shift, rings, part);
  paintGroups(pen, scene, colours, shift);
}

function paintGround(pen, scene, scale, colours, ticks) {
  const { room, height } = scene;
  scene.strips.forEach((strip, place) => {
    if (place % 2 === 0) pen.rect(0, strip.top, room, strip.bottom - strip.top, { fill: colours.band });
  });
  const edge = scale.x(state.asOf === null ? nowLine() : state.asOf + 1);
  if (edge < room) pen.rect(Math.max(edge, 0), 0, room - Math.max(edge, 0), height, { fill: colours.future, alpha: 0.45 });
  for (const { day } of ticks.ticks) {
    const x = scale.x(day);
    if (x >= 0 && x <= room) pen.line([[x, 0], [x, height]], { stroke: colours.grid });
  }
  if (state.asOf !== null && edge > -2 && edge < room + 2) pen.line([[edge, 0], [edge, height]], { stroke: colours.ink, width: 1.5, dash: [5, 4] });
  const today = scale.x(nowLine());
  if (today > -2 && today < room + 2) pen.line([[today, 0], [today, height]], { stroke: colours.today, width: 2 });
}

// Today, and the day whose knowledge is shown: {x, texts, kind}, `texts` from the longest to the shortest.
export function flags(scale) {
  const day = shortDay(settings.today);
  const found = [{ x: scale.x(nowLine()), texts: [`${say("page.today")} ${day}`, say("page.today")], kind: "today" }];
  if (state.asOf !== null) found.push({ x: scale.x(state.asOf + 1), texts: [say("page.as_of", { day: shortDay(state.asOf) }), shortDay(state.asOf)], kind: "known" });
  return found.filter(({ x }) => x >= 0 && x <= scale.width);
}
