// Files of what is seen: a picture of the chart or the graph, the selection as a table or a calendar, and paper.

import { slots } from "./controls.js";
import { csvFile } from "./csv_file.js";
import { make, put } from "./dom.js";
import { evidence } from "./evidence.js";
import { fold } from "./folding.js";
import { icsFile } from "./ics_file.js";
import { canBePicture, pngFile, svgFile } from "./picture_file.js";
import { closePopover, popover } from "./popover.js";
import { settings } from "./settings.js";
import { say } from "./words.js";

const FILES = { svg: svgFile, png: pngFile, csv: csvFile, ics: icsFile };
const PICTURES = new Set(["svg", "png"]);
const LONGEST = 60; // letters of a file's name

const nameOf = (kind) => `${fold(settings.title).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, LONGEST) || "timeline"}.${kind}`;

export async function save(kind) {
  await evidence();
  const address = URL.createObjectURL(await FILES[kind]());
  const link = make("a", { href: address, download: nameOf(kind) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function downloads() {
  put(slots.tools, popover("download", [make("span", { text: say("page.download.menu") })], say("page.download.menu"), fill));
}

function fill(box) {
  const item = (kind, act, off) => make("button", { type: "button", kind: "item", "data-file": kind, text: say(`page.download.${kind}`), disabled: off, onclick: () => { closePopover(); act(); } });
  const drawn = canBePicture();
  box.replaceChildren(...Object.keys(FILES).map((kind) => item(kind, () => save(kind), PICTURES.has(kind) && !drawn)), item("print", () => print(), false), ...(drawn ? [] : [make("p", { kind: "quiet", text: say("page.download.picture_of") })]));
}
