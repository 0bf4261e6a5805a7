// Puts the page together.

import { followAddress } from "./address.js";
import { asOfBar } from "./as_of.js";
import { buildChart, chart, paintChart, rehearse, showAll } from "./chart.js";
import { chartHint, controls } from "./controls.js";
import { dayWords } from "./date_words.js";
import { byId, make, put, whenIdle } from "./dom.js";
import { evidenceWhenIdle } from "./evidence.js";
import { facts, isDrawn, loadFacts, loadTexts, shown } from "./facts.js";
import { downloads } from "./download.js";
import { findBar } from "./find_bar.js";
import { readyForSearch } from "./finding.js";
import { listenToKeys } from "./keys.js";
import { showLeftOut } from "./left_out.js";
import { buildPanel } from "./panel.js";
import { networkView } from "./network_view.js";
import { listenToPointer } from "./pointer.js";
import { preparePrint } from "./print.js";
import { settings } from "./settings.js";
import { change, state } from "./state.js";
import { storyView } from "./story_view.js";
import { tableView } from "./table_view.js";
import { undatedList } from "./undated.js";
import { unpack } from "./unpack.js";
import { addView, buildViews } from "./views.js";
import { count, nameKinds, say, speak } from "./words.js";

async function load() {
  const [words, take, texts] = await Promise.all([unpack("languages"), unpack("facts"), unpack("texts")]);
  document.documentElement.lang = speak(settings.languages, words, settings.language);
  nameKinds(take("kindLabels"));
  loadFacts(take);
  loadTexts(texts);
}

// What Python wrote in one language, in the reader's.
function head() {
  document.querySelector(".kicker").textContent = settings.title ? say("page.kicker") : "";
  if (!settings.title) document.querySelector("h1").textContent = document.title = say("page.untitled");
  const known = settings.asOf === null ? [] : [say("page.as_of", { day: dayWords(settings.asOf) })];
  if (!settings.deck) document.querySelector(".deck").textContent = [count("page.events", facts.count), ...known].join(" · ");
}

function empty() {
  byId("app").append(make("p", { kind: "notice", text: say("page.empty") }));
}

function build() {
  change({ lanes: settings.lanes });
  const drawn = shown.state.some((at) => isDrawn(at));
  const bar = controls();
  const knowledge = asOfBar();
  addView("timeline", drawn ? buildChart() : make("p", { kind: "notice", text: say("page.nothing_drawn") }), chartHint(), undatedList());
  addView("graph", networkView());
  addView("table", tableView());
  addView("story", storyView());
  findBar();
  downloads();
  const [tabs, views] = buildViews();
  put(byId("app"), tabs, bar, knowledge, views);
  buildPanel();
  if (drawn) {
    showAll();
    listenToPointer();
    listenToKeys();
  }
  followAddress();
  preparePrint();
  paintChart();
}

await load();
head();
byId("static").remove();
if (facts.count) build();
else empty();
showLeftOut();
globalThis.timelinePage = Object.freeze({ state, change, scene: () => chart.shown });
document.documentElement.dataset.ready = "true";
evidenceWhenIdle();
whenIdle(async () => {
  await readyForSearch();
  if (state.view === "timeline") rehearse();
});
