// Claims, relations and contradictions of one event at a time: see `evidence.py`. Unpacked when first asked for.

import { byId, whenIdle } from "./dom.js";
import { facts } from "./facts.js";
import { unpack, NOTHING } from "./unpack.js";

const CLAIM = ["quote", "when", "published", "source", "claimAt", "claimDay", "says", "anchor", "claimFlags"];
const OF_CHANGES = ["changes", "touched"];
const SOURCE = ["outlet", "article", "link"];
const OF_CLAIMS = ["words", "others", "by", "note", "place"];
const OF_EVENTS = ["tags", "notes", "was", "wasThen", "after", "before", "bounded"];
const NONE = 255;

let waiting = null;
let take = null;
let texts = [];
const columns = {};
const pairs = {};

async function open() {
  take = await unpack("evidence");
  texts = take("texts");
  for (const name of [...CLAIM, ...SOURCE, ...OF_CHANGES, "disputes"]) columns[name] = take(name);
}

export function evidence() {
  waiting = waiting || open();
  return waiting;
}

export const evidenceIsHere = () => take !== null;

const textOf = (name, at) => (at < 0 || columns[name][at] < 0 ? "" : texts[columns[name][at]]);

function claimAt(at) {
  const claim = { at };
  for (const name of ["quote", "when", "published"]) claim[name] = textOf(name, at);
  for (const name of SOURCE) claim[name] = textOf(name, columns.source[at]);
  for (const name of OF_CLAIMS) [claim[name] = ""] = pairsOf(name).get(at) || [];
  claim.day = columns.claimDay[at] === NOTHING ? null : columns.claimDay[at];
  claim.says = columns.says[at] === NONE ? -1 : columns.says[at];
  claim.anchor = columns.anchor[at] === NONE ? -1 : columns.anchor[at];
  const flags = columns.claimFlags[at];
  return Object.assign(claim, { passed: !(flags & 1), suggested: !!(flags & 2), rejected: !!(flags & 4), desk: !!(flags & 8) });
}

// In the order of the row: from the earliest word to the latest. `until`: only what had been published by that day;
// what has passed since then had not yet.
export function claimsOf(event, until = null) {
  const found = [];
  for (let at = columns.claimAt[event]; at < columns.claimAt[event + 1]; at += 1) {
    const claim = claimAt(at);
    if (until === null) found.push(claim);
    else if (claim.day === null || claim.day <= until) found.push({ ...claim, passed: false });
  }
  return found;
}

// Pairs of claims that cannot both hold.
export function disputesOf(event) {
  const found = [];
  const column = columns.disputes;
  for (let at = 0; at < column.length; at += 3) {
    if (column[at] !== event) continue;
    const base = columns.claimAt[event];
    found.push([claimAt(base + column[at + 1]), claimAt(base + column[at + 2])]);
  }
  return found;
}

function pairsOf(name) {
  if (!pairs[name]) {
    pairs[name] = new Map();
    const column = take(name);
    for (let at = 0; at < column.length; at += 2) {
      if (!pairs[name].has(column[at])) pairs[name].set(column[at], []);
      pairs[name].get(column[at]).push(texts[column[at + 1]]);
    }
  }
  return pairs[name];
}

// `name` is one of tags, notes, was, after, before, bounded; `wasThen` goes by the place of an earlier state.
export function notedOf(event, name) {
  return OF_EVENTS.includes(name) ? pairsOf(name).get(event) || [] : [];
}

// The dates that it had been moved from when it was as this state says.
export const datesBefore = (event, at) => (at === event ? notedOf(event, "was") : notedOf(at - facts.count, "wasThen"));

// How often the event was changed, and when it was last touched: an ISO day or time, empty where nobody dated it.
export const changesOf = (event) => ({ changes: columns.changes[event], touched: textOf("touched", event) });

// What somebody may search for: places of quotes in `texts` by claim, and pairs of a claim and its speaker's name.
export const spoken = () => ({ texts, claimAt: columns.claimAt, claimDay: columns.claimDay, quote: columns.quote, by: take("by") });

export function evidenceWhenIdle() {
  if (byId("evidence").textContent.length < 4_000_000) whenIdle(evidence);
}
