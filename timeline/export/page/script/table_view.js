// The same selection as a table: what is read without a chart, by a screen reader, and on paper.

import { make } from "./dom.js";
import { actorNames, facts, isSuggested, markOf, shown, statusWords, titleOf, whenWords } from "./facts.js";
import { openPanel } from "./panel.js";
import { selection } from "./selection.js";
import { redacted } from "./settings.js";
import { onChange, SELECTING, state } from "./state.js";
import { swatch } from "./swatch.js";
import { count, say } from "./words.js";

const PAGE = 100;
let page = 0;

export const columns = () => ["date", "event", "actors", "status", ...(redacted("sources") ? [] : ["source"])];

// Dated ones in the order of time, then those without a date.
export function rowsInOrder() {
  const { placed, undated } = selection();
  return [...new Set(placed.event), ...undated];
}

export function tableRow(event) {
  const at = shown.state[event];
  const button = make("button", { type: "button", "data-event": event, text: titleOf(event), dir: "auto" });
  button.addEventListener("click", () => openPanel(event, button));
  const outlet = facts.outlet[at];
  const cells = {
    date: [whenWords(at)],
    event: [button, isSuggested(at) && make("em", { kind: "badge", text: say("suggested") })],
    actors: [actorNames(at).join(say("date.list"))],
    status: [swatch(markOf(at)), ` ${statusWords(at)}`],
    source: [outlet < 0 ? "" : facts.outlets[outlet] || say("claim.desk")],
  };
  return make("tr", { kind: isSuggested(at) && "suggested" }, ...columns().map((name) => make("td", { kind: `c-${name}`, dir: name === "actors" && "auto" }, ...cells[name])));
}

export function tableView() {
  const section = make("section", { kind: "table", "aria-label": say("page.table") });
  const refresh = () => {
    if (state.view !== "table") return;
    const rows = rowsInOrder();
    const pages = Math.max(Math.ceil(rows.length / PAGE), 1);
    page = Math.min(page, pages - 1);
    const head = make("thead", {}, make("tr", {}, ...columns().map((name) => make("th", { scope: "col", kind: `h-${name}`, text: say(`page.column.${name}`) }))));
    const body = make("tbody", {}, ...rows.slice(page * PAGE, (page + 1) * PAGE).map(tableRow));
    const turn = (by) => {
      page += by;
      refresh();
      section.scrollIntoView({ block: "start" });
    };
    const pager = pages > 1 && make("nav", { kind: "pager", "aria-label": say("page.pages") }, make("button", { type: "button", text: "‹", "aria-label": say("page.previous"), disabled: page === 0, onclick: () => turn(-1) }), make("span", { text: say("page.page_of", { page: page + 1, pages }) }), make("button", { type: "button", text: "›", "aria-label": say("page.next"), disabled: page === pages - 1, onclick: () => turn(1) }));
    section.replaceChildren(make("table", {}, make("caption", { text: count("page.events", rows.length) }), head, body), ...(pager ? [pager] : []));
  };
  onChange([...SELECTING, "view"], refresh);
  return section;
}
