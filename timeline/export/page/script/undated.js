// Events without a date, listed with the bounds that are known: nothing is ever put on a day that nobody named.

import { make } from "./dom.js";
import { markOf, shown, statusWords, titleOf, whenWords } from "./facts.js";
import { openPanel } from "./panel.js";
import { selection } from "./selection.js";
import { onChange, SELECTING } from "./state.js";
import { swatch } from "./swatch.js";
import { numeral, say } from "./words.js";

const FIRST = 30;
let most = FIRST;

export function undatedList() {
  const section = make("section", { id: "undated", "aria-label": say("page.undated") });
  const refresh = () => {
    const { undated } = selection();
    section.hidden = !undated.length;
    const rows = undated.slice(0, most).map((event) => {
      const at = shown.state[event];
      const button = make("button", { type: "button", "data-event": event, text: titleOf(event), dir: "auto" });
      button.addEventListener("click", () => openPanel(event, button));
      return make("li", {}, swatch(markOf(at)), make("div", {}, button, make("small", { text: `${whenWords(at)} · ${statusWords(at)}` })));
    });
    const more = undated.length > most && make("button", { type: "button", kind: "more", text: say("page.more", { n: numeral(undated.length - most) }), onclick: () => { most *= 10; refresh(); } });
    section.replaceChildren(make("h2", { text: say("page.undated") }, make("small", { text: ` ${numeral(undated.length)}` })), make("ul", {}, ...rows), ...(more ? [more] : []));
  };
  onChange(SELECTING, refresh);
  refresh();
  return section;
}
