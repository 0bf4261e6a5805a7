// The story: one event at a time, with its date, its quotes and a picture if there is one.

import { parts } from "./address.js";
import { storyEvents } from "./chosen.js";
import { attribution } from "./claim_view.js";
import { byId, clamp, make, put, svg, webAddress } from "./dom.js";
import { claimsOf, disputesOf, evidence } from "./evidence.js";
import { actorNames, eventOf, facts, idOf, isDrawn, isSuggested, markOf, shown, statusWords, titleOf, whenWords } from "./facts.js";
import { openPanel } from "./panel.js";
import { reach, selection } from "./selection.js";
import { MARKS, redacted, settings } from "./settings.js";
import { change, onChange, SELECTING, state } from "./state.js";
import { swatch } from "./swatch.js";
import { numeral, say } from "./words.js";

const QUOTES = 3;
const DOTS = 400;
const SWIPE = 50; // pixels

parts.step = { write: () => state.view === "story" && state.step >= 0 && idOf(state.step), read: (text) => eventOf(text) >= 0 && { step: eventOf(text) } };

// Event id -> [data: address, words].
const pictures = byId("pictures") ? JSON.parse(byId("pictures").textContent) : {};
const pictureOf = (event) => (Object.hasOwn(pictures, idOf(event)) && /^data:image\/(png|jpeg|gif|webp);base64,/.test(pictures[idOf(event)][0]) ? pictures[idOf(event)] : null);

const article = make("article", { kind: "slide", "aria-live": "polite", "aria-atomic": "true" });
const strip = make("div", { kind: "when-strip", "aria-hidden": "true" });
const counter = make("span", { kind: "counter" });
const bar = make("progress", { max: 1, value: 1 });

let events = [];

export function storyView() {
  const button = (name, face, by) => make("button", { type: "button", "data-act": name, onclick: () => move(by) }, ...face);
  const back = button("story_back", [make("span", { text: "←", "aria-hidden": "true" }), ` ${say("page.story.previous")}`], -1);
  const on = button("story_on", [`${say("page.story.next")} `, make("span", { text: "→", "aria-hidden": "true" })], 1);
  bar.setAttribute("aria-label", say("page.story.progress"));
  const section = make("section", { kind: "story", "aria-label": say("page.view.story") }, strip, article, make("nav", { kind: "steps", "aria-label": say("page.story.steps") }, back, make("div", { kind: "progress" }, counter, bar), on));
  const refresh = () => {
    if (state.view === "story") show(back, on);
  };
  onChange([...SELECTING, "view", "step", "chosen"], refresh);
  document.addEventListener("keydown", pressed);
  swipes(article);
  return section;
}

const place = () => Math.max(events.indexOf(state.step), 0);

function move(by) {
  if (!events.length) return;
  change({ step: events[clamp(place() + by, 0, events.length - 1)] });
}

const KEYS = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity };

function pressed(event) {
  if (state.view !== "story" || !KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea, #panel, [role=tablist]")) return;
  event.preventDefault();
  move(KEYS[event.key]);
}

function swipes(node) {
  let start = null;
  node.addEventListener("touchstart", (event) => { start = event.touches.length === 1 ? [event.touches[0].clientX, event.touches[0].clientY] : null; }, { passive: true });
  node.addEventListener("touchend", (event) => {
    if (!start) return;
    const [x, y] = [event.changedTouches[0].clientX - start[0], event.changedTouches[0].clientY - start[1]];
    if (Math.abs(x) > SWIPE && Math.abs(y) < Math.abs(x)) move(x < 0 ? 1 : -1);
    start = null;
  });
}

async function show(back, on) {
  events = storyEvents();
  const at = place();
  back.disabled = at === 0;
  on.disabled = at >= events.length - 1;
  counter.textContent = events.length ? say("page.story.of", { place: numeral(at + 1), total: numeral(events.length) }) : "";
  bar.max = Math.max(events.length, 1);
  bar.value = events.length ? at + 1 : 0;
  paintStrip(events[at]);
  if (!events.length) return article.replaceChildren(make("p", { kind: "notice", text: say("page.story.none") }));
  const event = events[at];
  await evidence();
  if (events[place()] === event) article.replaceChildren(...slide(event));
  return undefined;
}

function slide(event) {
  const at = shown.state[event];
  const picture = pictureOf(event);
  article.classList.toggle("pictured", picture !== null);
  const names = actorNames(at).join(say("date.list"));
  const where = facts.place[at] >= 0 ? facts.places[facts.place[at]] : "";
  const text = make(
    "div",
    { kind: "told" },
    make("p", { kind: "day", text: whenWords(at) }),
    make("h2", { text: titleOf(event), dir: "auto" }),
    make("p", { kind: "status" }, swatch(markOf(at)), make("span", { text: statusWords(at) }), isSuggested(at) && make("em", { kind: "badge", text: say("suggested") })),
    (names || where) && make("p", { kind: "quiet", text: [names, where].filter(Boolean).join(" · "), dir: "auto" }),
    ...quotes(event),
    make("p", {}, make("button", { type: "button", kind: "reference", "data-act": "story_more", text: say("page.story.more"), onclick: (press) => openPanel(event, press.currentTarget) })),
  );
  return picture ? [make("figure", {}, make("img", { src: picture[0], alt: picture[1] }), make("figcaption", { text: picture[1], dir: "auto" })), text] : [text];
}

// The latest words that still stand, and those that contradict them; without any, the latest of all.
function quotes(event) {
  const against = new Set(state.asOf === null ? disputesOf(event).flat().map((claim) => claim.at) : []);
  const claims = claimsOf(event, state.asOf).filter((claim) => claim.quote && !claim.rejected);
  const standing = claims.filter((claim) => !claim.passed || against.has(claim.at));
  const told = (standing.length ? standing : claims).slice(-QUOTES);
  return told.map((claim) => {
    const address = !redacted("sources") && claim.link && webAddress(claim.link);
    const source = address ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer", text: attribution(claim) }) : attribution(claim);
    return make("figure", { kind: "quoted" }, make("blockquote", { text: say("claim.quote", { quote: claim.quote }), dir: "auto" }), make("figcaption", { dir: "auto" }, source));
  });
}

// Where the event stands among the others in time.
function paintStrip(now) {
  const { placed } = selection();
  const wanted = new Set(events.length > DOTS ? [] : events);
  const [first, last] = reach(placed, settings.today);
  const length = Math.max(last - first, 1);
  const x = (day) => `${2 + (96 * (day - first)) / length}%`;
  const parts = [svg("line", { x1: "0", x2: "100%", y1: 12, y2: 12, class: "ground" })];
  const today = settings.today + 0.5;
  if (today >= first && today <= last) parts.push(svg("line", { x1: x(today), x2: x(today), y1: 2, y2: 22, class: "today" }));
  let here = null;
  for (let at = 0; at < placed.size; at += 1) {
    const event = placed.event[at];
    if (event === now) here = here ?? placed.mid[at];
    else if (wanted.has(event)) parts.push(svg("circle", { cx: x(placed.mid[at]), cy: 12, r: 3.2, class: `m-${MARKS[markOf(shown.state[event])].key}` }));
  }
  if (here !== null) parts.push(svg("circle", { cx: x(here), cy: 12, r: 8, class: `here m-${MARKS[markOf(shown.state[now])].key}` }));
  strip.hidden = now === undefined || !isDrawn(shown.state[now]);
  strip.replaceChildren(put(svg("svg", { width: "100%", height: 24 }), ...parts));
}
