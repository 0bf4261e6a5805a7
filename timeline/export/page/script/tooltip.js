// The small box beside the pointer.

import { byId, clamp, make, put } from "./dom.js";
import { dayWords } from "./date_words.js";
import { binAt } from "./density.js";
import { markWord, statusWords, titleOf, whenWords } from "./facts.js";
import { swatch } from "./swatch.js";
import { count, numeral, say } from "./words.js";

const tip = put(document.body, make("div", { id: "tip", role: "presentation", hidden: true })) && byId("tip");

export function hideTip() {
  tip.hidden = true;
}

function show(x, y, ...lines) {
  tip.replaceChildren(...lines);
  tip.hidden = false;
  const { offsetWidth: width, offsetHeight: height } = tip;
  tip.style.left = `${clamp(x + 14, 6, Math.max(innerWidth - width - 8, 6))}px`;
  tip.style.top = `${y + 18 + height > innerHeight ? Math.max(y - height - 12, 4) : y + 18}px`;
}

const title = (text) => make("b", { text: text.length > 240 ? `${text.slice(0, 240)}…` : text, dir: "auto" });

export function tipOfItem(item, x, y) {
  show(x, y, title(titleOf(item.event)), make("span", { text: `${whenWords(item.state)} · ${statusWords(item.state)}` }));
}

export function tipOfGroup(group, x, y) {
  const shown = group.items.slice(0, 5).map((item) => make("span", { text: titleOf(item.event), kind: "one" }));
  show(x, y, title(count("page.events", group.items.length)), ...shown, make("span", { text: say("page.zoom_here"), kind: "do" }));
}

export function tipOfBin(scene, lane, day, x, y) {
  const found = binAt(scene.found, lane, day);
  if (!found) return hideTip();
  const first = dayWords(found.first);
  const last = dayWords(Math.max(Math.ceil(found.last) - 1, Math.floor(found.first)));
  const days = first === last ? first : `${first} – ${last}`;
  const lines = found.counts.flatMap((number, mark) => (number ? [make("span", { kind: "count" }, swatch(mark), make("span", { text: `${numeral(number)} ${markWord(mark)}` }))] : []));
  show(x, y, title(scene.strips[lane].name), make("span", { text: `${days} · ${count("page.events", found.total)}` }), ...lines, make("span", { text: say("page.zoom_here"), kind: "do" }));
  return undefined;
}
