// What is not shown, and why, in the reader's language.

import { namedDay } from "./date_words.js";
import { byId, make } from "./dom.js";
import { facts } from "./facts.js";
import { selection } from "./selection.js";
import { settings } from "./settings.js";
import { onChange, SELECTING, state } from "./state.js";
import { count, say } from "./words.js";

function sentences() {
  const { events, undated } = selection();
  const far = undated.filter((event) => facts.date[event] >= 0).length;
  const counted = [
    ["undated_listed", undated.length - far],
    ["far", far],
    ["rejected", settings.rejected],
    ["filtered", facts.count - events.length],
  ];
  const found = counted.filter(([, number]) => number).map(([name, number]) => count(`left_out.${name}`, number));
  if (settings.redact.includes("sources")) found.push(say("left_out.sources_redacted"));
  return [...found, ...settings.notes];
}

export function showLeftOut() {
  const box = byId("left-out");
  const refresh = () => {
    const said = sentences();
    const made = say("page.made", { day: namedDay(settings.today), timezone: settings.timezone });
    box.replaceChildren(...(said.length ? [make("h2", { text: say("page.left_out") }), make("ul", {}, ...said.map((text) => make("li", { text, dir: "auto" })))] : []), make("p", { text: made }));
  };
  onChange([...SELECTING, "view"], refresh);
  refresh();
  return state;
}
