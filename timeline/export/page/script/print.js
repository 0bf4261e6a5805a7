// On paper: light colours, the width of a sheet, and the table with its sources under the drawing.

import { AXIS } from "./axis.js";
import { chart, paintChart } from "./chart.js";
import { theme } from "./colours.js";
import { make } from "./dom.js";
import { claimsOf, evidence, evidenceIsHere } from "./evidence.js";
import { attribution } from "./claim_view.js";
import { shown, statusWords, titleOf, whenWords } from "./facts.js";
import { state } from "./state.js";
import { rowsInOrder } from "./table_order.js";
import { say } from "./words.js";

const MOST = 500; // events on paper
// What a browser cannot break over pages it cuts off: a high chart is made smaller, down to what can be read.
const [WIDE, HIGH] = [980, 630]; // pixels of a landscape A4 between its margins
const SMALLEST = 0.6;

const sheet = make("section", { kind: "sheet" });

function entry(event) {
  const at = shown.state[event];
  const claims = evidenceIsHere() ? claimsOf(event, state.asOf).slice(-4) : [];
  const said = claims.map((claim) => make("li", {}, claim.quote ? `${say("claim.quote", { quote: claim.quote })} ` : "", make("cite", { text: attribution(claim) }), claim.link ? make("small", { text: ` ${claim.link}` }) : ""));
  return make("div", { kind: "entry" }, make("p", { kind: "when", text: `${whenWords(at)} · ${statusWords(at)}` }), make("h3", { text: titleOf(event), dir: "auto" }), make("ul", {}, ...said));
}

function set(printing) {
  if (theme.paper === printing) return;
  theme.paper = printing;
  sheet.replaceChildren();
  if (printing) {
    const rows = rowsInOrder();
    sheet.append(make("h2", { text: say("page.table") }), ...rows.slice(0, MOST).map(entry));
    if (rows.length > MOST) sheet.append(make("p", { text: say("page.more", { n: rows.length - MOST }) }));
  }
  draw(printing ? WIDE : 0);
  const high = HIGH - document.querySelector("header").offsetHeight;
  const share = printing && chart.shown ? Math.min(Math.max(high / (AXIS + chart.shown.height), SMALLEST), 1) : 1;
  chart.node.style.zoom = share;
  if (share < 1) draw(WIDE / share);
}

function draw(width) {
  chart.paper = width;
  chart.scene = null;
  paintChart();
}

export function preparePrint() {
  document.querySelector("main").append(sheet);
  const paper = matchMedia("print");
  paper.addEventListener("change", () => set(paper.matches));
  addEventListener("beforeprint", () => set(true));
  addEventListener("afterprint", () => set(false));
  return evidence;
}
