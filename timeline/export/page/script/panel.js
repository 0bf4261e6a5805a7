// Everything about one event: beside the chart on a desk, a sheet on a phone.

import { attribution, claimView } from "./claim_view.js";
import { dateWords } from "./date_words.js";
import { byId, make, put } from "./dom.js";
import { claimsOf, datesBefore, disputesOf, evidence, notedOf } from "./evidence.js";
import { castOf, eventOf, facts, idOf, isSuggested, markOf, shown, statusWords, titleOf, whenWords } from "./facts.js";
import { historyStrip } from "./history_strip.js";
import { settings } from "./settings.js";
import { change, onChange, state } from "./state.js";
import { swatch } from "./swatch.js";
import { kindLabel, say } from "./words.js";

const body = make("div", { id: "panel-body" });
const panel = make("div", { id: "panel", role: "dialog", tabindex: "-1", hidden: true }, body);
let opener = null;

// Builders of further sections: each gets the event and gives an element or nothing.
export const panelSections = [];

export function buildPanel() {
  panel.setAttribute("aria-label", say("page.panel"));
  panel.prepend(make("button", { type: "button", kind: "close", "aria-label": say("page.close"), text: "✕", onclick: closePanel }));
  put(document.body, panel);
  onChange(["open", "asOf"], () => (state.open >= 0 ? fill() : hide()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) closePanel();
  });
}

export function openPanel(event, from) {
  opener = from || document.activeElement;
  change({ open: event, focus: event });
}

export function closePanel() {
  change({ open: -1 });
  hide();
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
}

function hide() {
  panel.hidden = true;
  document.body.classList.remove("open");
}

async function fill() {
  const event = state.open;
  await evidence();
  if (event !== state.open) return;
  const wasHidden = panel.hidden;
  const at = shown.state[event];
  body.replaceChildren(...(at < 0 ? unknown(event) : parts(event, at)).filter(Boolean));
  panel.hidden = false;
  document.body.classList.add("open");
  if (wasHidden || panel.dataset.event !== String(event)) {
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
  }
  panel.dataset.event = event;
}

function unknown(event) {
  return [make("h2", { text: titleOf(event), dir: "auto" }), make("p", { text: say("page.not_yet_known") }), historyStrip(event)];
}

function parts(event, at) {
  const claims = claimsOf(event, state.asOf);
  return [
    make("p", { kind: "status" }, swatch(markOf(at)), make("span", { text: statusWords(at) }), isSuggested(at) && make("em", { kind: "badge", text: say("suggested") })),
    make("h2", { text: titleOf(event), dir: "auto" }),
    make("p", { text: whenWords(at), kind: "when" }),
    factList(event, at),
    historyStrip(event),
    contradictions(event),
    ...panelSections.map((build) => build(event, at)),
    make("h3", { text: say("page.claims") }),
    ...(claims.length ? claims.map(claimView) : [make("p", { text: say("page.no_claims") })]),
    permalink(event),
  ];
}

function factList(event, at) {
  const list = make("dl");
  const add = (label, ...content) => content.length && put(list, make("dt", { text: say(`page.${label}`) }), make("dd", { dir: "auto" }, ...content));
  const comma = say("date.list");
  const was = datesBefore(event, at);
  if (was.length) add("was", was.map(dateWords).join(comma));
  if (facts.place[at] >= 0) add("place", facts.places[facts.place[at]]);
  const cast = castOf(at).map(([actor, role]) => say("calendar.actor", { name: facts.actors[actor], role: say(`role.${settings.roles[role]}`) }));
  if (cast.length) add("actors", cast.join(comma));
  add("kind", kindLabel(facts.kinds[facts.kind[event]]));
  for (const name of ["after", "before", "bounded"]) {
    const ids = notedOf(event, name);
    if (ids.length) add(name === "bounded" ? "bounded_by" : name, ...ids.flatMap((id, place) => (place ? [comma, reference(id)] : [reference(id)])));
  }
  const tags = notedOf(event, "tags");
  if (tags.length) add("tags", tags.join(comma));
  for (const note of notedOf(event, "notes")) add("notes", note);
  return list;
}

// Another event, if it is in the page.
function reference(id) {
  const event = eventOf(id);
  if (event < 0) return id;
  return make("button", { type: "button", kind: "reference", text: titleOf(event), dir: "auto", onclick: () => change({ open: event, focus: event }) });
}

// Two claims that cannot both hold, side by side.
function contradictions(event) {
  const pairs = state.asOf === null ? disputesOf(event) : [];
  if (!pairs.length) return null;
  const side = (claim) => make("div", {}, claim.quote ? make("blockquote", { text: say("claim.quote", { quote: claim.quote }), dir: "auto" }) : make("p", { text: claim.when ? dateWords(claim.when) : "" }), make("p", { text: attribution(claim), kind: "quiet", dir: "auto" }));
  return make("section", { kind: "against" }, make("h3", { text: say("page.contradictions") }), ...pairs.map(([one, other]) => make("div", { kind: "pair" }, side(one), side(other))));
}

// A fragment in another page has no address of its own.
function permalink(event) {
  if (settings.embed) return null;
  const address = `#e=${encodeURIComponent(idOf(event))}`;
  const said = make("span", { role: "status", kind: "quiet" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(address, location.href).href);
      said.textContent = say("page.copied");
    } catch {
      said.textContent = new URL(address, location.href).href;
    }
  };
  return make("p", { kind: "permalink" }, make("button", { type: "button", text: say("page.permalink"), onclick: copy }), said);
}

