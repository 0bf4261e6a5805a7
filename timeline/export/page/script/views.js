// The tabs: each view is built once, shown by itself, and shows the same selection.

import { make } from "./dom.js";
import { change, onChange, state } from "./state.js";
import { say } from "./words.js";

const views = [];

// `parts`: the elements of the view.
export function addView(name, ...parts) {
  const section = make("div", { id: `view-${name}`, role: "tabpanel", "aria-labelledby": `tab-${name}`, hidden: true }, ...parts);
  const tab = make("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `view-${name}`, text: say(`page.view.${name}`), onclick: () => change({ view: name }) });
  views.push({ name, section, tab });
}

export function buildViews() {
  const bar = make("div", { role: "tablist", kind: "tabs", "aria-label": say("page.views") }, ...views.map(({ tab }) => tab));
  bar.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const here = views.findIndex(({ name }) => name === state.view);
    const next = views[(here + by + views.length) % views.length];
    change({ view: next.name });
    next.tab.focus();
  });
  const show = () => {
    for (const { name, section, tab } of views) {
      section.hidden = name !== state.view;
      tab.setAttribute("aria-selected", String(name === state.view));
      tab.tabIndex = name === state.view ? 0 : -1;
    }
    document.body.dataset.view = state.view;
  };
  onChange(["view"], show);
  show();
  return [bar, make("div", { kind: "views" }, ...views.map(({ section }) => section))];
}

export const isView = (name) => views.some((one) => one.name === name);
