// What is said once, for the whole page: see `content.py`.

import { byId } from "./dom.js";

export const settings = JSON.parse(byId("settings").textContent);

// Places in the table of marks; `disputed` overrules the status.
export const MARKS = settings.marks.map(([key, outline, solid, pattern, light, dark]) => ({
  key,
  outline,
  solid,
  pattern,
  colours: [light, dark],
}));
export const DISPUTED_MARK = MARKS.findIndex((mark) => mark.key === "disputed");
export const FADED = new Set(["cancelled", "did_not_occur"]);
export const redacted = (what) => settings.redact.includes(what);
