// The names of the lanes: beside them where there is room, else above.

import { make } from "./dom.js";
import { count } from "./words.js";

export const GUTTER = 168;

const column = make("div", { kind: "names" });
let drawn = "";

export const names = () => column;

export function paintNames(scene) {
  const key = JSON.stringify([scene.narrow, scene.strips.map((strip) => [strip.name, strip.top, strip.bottom])]);
  if (key === drawn) return;
  drawn = key;
  column.classList.toggle("above", scene.narrow);
  column.replaceChildren(
    ...scene.strips.map((strip, lane) => {
      const box = make("div", { kind: "lane" }, make("span", { text: strip.name, dir: "auto", title: `${strip.name} · ${count("page.events", scene.lanes.counts[lane])}` }));
      box.style.top = `${strip.top}px`;
      box.style.height = `${strip.bottom - strip.top}px`;
      return box;
    }),
  );
}
