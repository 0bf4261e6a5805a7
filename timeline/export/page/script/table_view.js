// The same selection as a table: what is read without a chart, by a screen reader, and on paper.

import { parts } from "./address.js";
import { pickBox } from "./chosen.js";
import { make, put } from "./dom.js";
import { actorNames, facts, isSuggested, markOf, shown, statusWords, titleOf, whenWords } from "./facts.js";
import { openPanel } from "./panel.js";
import { redacted } from "./settings.js";
import { change, onChange, SELECTING, state } from "./state.js";
import { swatch } from "./swatch.js";
import { rowsInOrder, SORTABLE, sortOf } from "./table_order.js";
import { count, say } from "./words.js";

const PAGE = 100;
const MOST = 2000; // rows on paper

Object.assign(parts, {
  s: { write: () => state.sort, read: (text) => SORTABLE.includes(text.replace("-", "")) && { sort: text } },
  p: { write: () => (state.page ? String(state.page + 1) : ""), read: (text) => /^[1-9]\d{0,4}$/.test(text) && { page: Number(text) - 1 } },
});

export const columns = () => ["date", "event", "actors", "status", ...(redacted("sources") ? [] : ["source"]), "pick"];

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
    pick: [make("label", {}, pickBox(event), make("span", { text: say("page.column.pick"), "aria-hidden": "true" }))],
  };
  return make("tr", { role: "row", kind: isSuggested(at) && "suggested" }, ...columns().map((name) => make("td", { role: "cell", kind: `c-${name}`, dir: name === "actors" && "auto" }, ...cells[name])));
}

// A press sorts by the column, another one turns the order round.
function heading(name) {
  const [by, down] = sortOf();
  const facts = { role: "columnheader", scope: "col", kind: `h-${name}` };
  if (!SORTABLE.includes(name)) return make("th", { ...facts, text: say(`page.column.${name}`) });
  const next = by === name && !down ? `-${name}` : name;
  const button = make("button", { type: "button", "data-sort": name, onclick: () => change({ sort: next === "date" ? "" : next, page: 0 }) }, make("span", { text: say(`page.column.${name}`) }), make("span", { kind: "arrow", "aria-hidden": "true", text: by !== name ? "↕" : down ? "↓" : "↑" }));
  return make("th", { ...facts, "aria-sort": by === name ? (down ? "descending" : "ascending") : "none" }, button);
}

function pager(pages, turn) {
  const page = state.page;
  return make("nav", { kind: "pager", "aria-label": say("page.pages") }, make("button", { type: "button", text: "‹", "aria-label": say("page.previous"), "data-act": "page_back", disabled: page === 0, onclick: () => turn(-1) }), make("span", { role: "status", text: say("page.page_of", { page: page + 1, pages }) }), make("button", { type: "button", text: "›", "aria-label": say("page.next"), "data-act": "page_on", disabled: page === pages - 1, onclick: () => turn(1) }));
}

export function table(rows, total) {
  const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...columns().map(heading)));
  const body = make("tbody", { role: "rowgroup" }, ...rows.map(tableRow));
  return make("table", { role: "table", "aria-rowcount": total + 1 }, make("caption", {}, make("span", { text: count("page.events", total) })), head, body);
}

let printing = false;

export function tableView() {
  const section = make("section", { kind: "table", "aria-label": say("page.table") });
  const turn = (by) => {
    change({ page: state.page + by });
    section.scrollIntoView({ block: "start" });
  };
  const refresh = () => {
    if (state.view !== "table") return;
    const rows = rowsInOrder();
    const pages = Math.max(Math.ceil(rows.length / PAGE), 1);
    if (state.page >= pages) change({ page: pages - 1 });
    const held = focusedIn(section);
    const seen = printing ? rows.slice(0, MOST) : rows.slice(state.page * PAGE, (state.page + 1) * PAGE);
    section.replaceChildren(table(seen, rows.length));
    if (pages > 1) put(section, pager(pages, turn));
    if (printing && rows.length > MOST) put(section, make("p", { text: say("page.more", { n: rows.length - MOST }) }));
    if (held && section.querySelector(held)) section.querySelector(held).focus({ preventScroll: true });
  };
  onChange([...SELECTING, "view", "sort", "page"], refresh);
  // what narrows the rows begins at the first page again
  onChange(SELECTING, (names) => !names.has("heard") && state.page && change({ page: 0 }));
  for (const [name, now] of [["beforeprint", true], ["afterprint", false]]) addEventListener(name, () => { printing = now; refresh(); });
  return section;
}

// The control that has the focus, so that it keeps it when the table is made anew.
function focusedIn(section) {
  const node = document.activeElement;
  if (!node || !section.contains(node)) return "";
  const name = ["data-sort", "data-act", "data-event"].find((one) => node.hasAttribute(one));
  return name ? `[${name}="${node.getAttribute(name)}"]` : "";
}
