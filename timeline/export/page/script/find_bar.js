// The search field, the list of actors and the period, over every view; each is a part of the address.

import { decoded, parts } from "./address.js";
import { showAll } from "./chart.js";
import { slots } from "./controls.js";
import { isoDay, readDay } from "./days.js";
import { shortDay } from "./date_words.js";
import { byId, make, put } from "./dom.js";
import { facts } from "./facts.js";
import { actorsByEvents, listen } from "./finding.js";
import { fold } from "./folding.js";
import { popover } from "./popover.js";
import { selection } from "./selection.js";
import { change, onChange, SELECTING, state, tellNow } from "./state.js";
import { count, numeral, say } from "./words.js";

const LISTED = 80; // actors in the list at once

const ids = (text) => text.split(",").map(decoded);

Object.assign(parts, {
  q: { write: () => state.find.trim(), read: (text) => heard({ find: text.slice(0, 400) }) },
  a: {
    write: () => [...state.actors].map((actor) => encodeURIComponent(facts.actorIds[actor])).join(","),
    read: (text) => ({ actors: new Set(ids(text).map((id) => facts.actorIds.indexOf(id)).filter((actor) => actor >= 0)) }),
  },
  from: { write: () => state.from !== null && isoDay(state.from), read: (text) => readDay(text) !== null && { from: readDay(text) } },
  to: { write: () => state.to !== null && isoDay(state.to), read: (text) => readDay(text) !== null && { to: readDay(text) } },
});

function heard(values) {
  listen();
  return values;
}

export function findBar() {
  put(slots.find, searchField(), actorMenu(), periodMenu(), outcome());
  addEventListener("keydown", (event) => {
    const typing = event.target.matches && event.target.matches("input, select, textarea");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    byId("find").focus();
  });
}

function searchField() {
  const field = make("input", { type: "search", id: "find", placeholder: say("page.find.placeholder"), "aria-label": say("page.find.placeholder"), autocomplete: "off", spellcheck: "false", maxlength: "400" });
  field.addEventListener("focus", listen);
  field.addEventListener("input", () => {
    change({ find: field.value });
    tellNow();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && state.view === "timeline" && selection().placed.size) showAll();
  });
  const show = () => {
    if (field.value !== state.find) field.value = state.find;
  };
  onChange(["find"], show);
  return field;
}

// How many are left, said aloud as well, and the way back to all of them.
function outcome() {
  const said = make("span", { role: "status", kind: "outcome" });
  const clear = make("button", { type: "button", kind: "clear", "data-act": "clear", text: say("page.find.clear"), onclick: () => change({ find: "", actors: new Set(), from: null, to: null, off: new Set() }) });
  const refresh = () => {
    const narrowed = state.find.trim() || state.actors.size || state.from !== null || state.to !== null || state.off.size;
    said.textContent = narrowed ? count("page.find.found", selection().events.length) : "";
    clear.hidden = !narrowed;
  };
  onChange(SELECTING, refresh);
  refresh();
  return make("span", { kind: "found" }, said, clear);
}

function actorMenu() {
  const number = make("small");
  const refresh = () => {
    number.textContent = state.actors.size ? numeral(state.actors.size) : numeral(facts.actors.length);
    number.parentNode && number.parentNode.classList.toggle("chosen", state.actors.size > 0);
  };
  const menu = popover("actors", [make("span", { text: say("page.actors") }), number], say("page.find.actors"), fillActors);
  onChange(["actors"], refresh);
  refresh();
  menu.hidden = !facts.actors.length;
  return menu;
}

function fillActors(box) {
  const listed = actorsByEvents();
  const folded = new Map(listed.map(([actor]) => [actor, fold(facts.actors[actor])]));
  const list = make("ul", { kind: "choices" });
  const more = make("p", { kind: "quiet" });
  const field = make("input", { type: "search", "aria-label": say("page.find.actor_name"), placeholder: say("page.find.actor_name"), hidden: listed.length <= 12 });
  const refresh = () => {
    const word = fold(field.value.trim());
    const found = listed.filter(([actor]) => folded.get(actor).includes(word));
    const first = found.filter(([actor]) => state.actors.has(actor));
    const rest = found.filter(([actor]) => !state.actors.has(actor)).slice(0, LISTED);
    list.replaceChildren(...[...first, ...rest].map(([actor, events]) => choice(actor, events)));
    const left = found.length - first.length - rest.length;
    more.textContent = left > 0 ? say("page.more", { n: numeral(left) }) : "";
  };
  field.addEventListener("input", refresh);
  refresh();
  box.replaceChildren(field, list, more, make("button", { type: "button", kind: "clear", text: say("page.find.all_actors"), onclick: () => { change({ actors: new Set() }); refresh(); } }));
}

function choice(actor, events) {
  const tick = make("input", { type: "checkbox", "data-actor": facts.actorIds[actor] });
  tick.checked = state.actors.has(actor);
  tick.addEventListener("change", () => {
    const actors = new Set(state.actors);
    if (!actors.delete(actor)) actors.add(actor);
    change({ actors });
  });
  return make("li", {}, make("label", {}, tick, make("span", { text: facts.actors[actor], dir: "auto" }), make("small", { text: numeral(events) })));
}

function periodMenu() {
  const face = make("span");
  const refresh = () => {
    const [from, to] = [state.from, state.to];
    const ends = [from === null ? "…" : shortDay(from), to === null ? "…" : shortDay(to)];
    face.textContent = from === null && to === null ? say("page.find.period") : ends.join(" – ");
    face.parentNode && face.parentNode.classList.toggle("chosen", from !== null || to !== null);
  };
  const menu = popover("period", [face], say("page.find.period"), fillPeriod);
  onChange(["from", "to"], refresh);
  refresh();
  return menu;
}

function fillPeriod(box) {
  const end = (name) => {
    const field = make("input", { type: "date", "data-end": name, value: state[name] === null || state[name] < 1 ? "" : isoDay(state[name]) });
    field.addEventListener("change", () => change({ [name]: field.value ? readDay(field.value) : null }));
    return make("label", { kind: "end" }, make("span", { text: say(`page.find.${name}`) }), field);
  };
  const fill = () => box.replaceChildren(end("from"), end("to"), make("button", { type: "button", kind: "clear", text: say("page.find.any_time"), onclick: () => { change({ from: null, to: null }); fill(); } }));
  fill();
}
