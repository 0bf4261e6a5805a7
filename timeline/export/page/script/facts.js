// The rows of numbers that the chart is drawn from, and what they mean: see `facts.py`.

import { boundWords, dateWords } from "./date_words.js";
import { DISPUTED_MARK, MARKS } from "./settings.js";
import { NOTHING } from "./unpack.js";
import { say } from "./words.js";

const COLUMNS = ["date", "low", "high", "place", "cast", "outlet", "since", "status", "flags"];
const SHARED = ["dateAt", "first", "last", "clock", "extent", "castAt", "castActor", "castRole", "actors", "actorIds", "places", "outlets", "kinds", "kind", "pastOf"];

export const DISPUTED = 1;
export const SUGGESTED = 2;
export const POINT = 0;
export const SPAN = 1;
export const WINDOW = 2;

// States `0` to `count - 1` are the present ones of the events, those behind them earlier ones.
export const facts = { count: 0 };

// Which state of each event is shown, or `-1` while nobody had spoken of it: `knowledge.js` moves it.
export const shown = { state: new Int32Array(0) };

const joined = (one, other) => {
  const both = new one.constructor(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};

export function loadFacts(take) {
  for (const name of COLUMNS) {
    const past = take(`past.${name}`);
    facts[name] = past.length ? joined(take(name), past) : take(name);
  }
  for (const name of SHARED) facts[name] = take(name);
  facts.count = facts.kind.length;
  shown.state = Int32Array.from({ length: facts.count }, (_, event) => event);
}

let texts = null;

export function loadTexts(take) {
  texts = { titles: take("titles"), ids: take("ids"), edtf: take("edtf") };
}

export const titleOf = (event) => texts.titles[event] || texts.ids[event];
export const idOf = (event) => texts.ids[event];
export const eventOf = (id) => texts.ids.indexOf(id);

export const markOf = (state) => (facts.flags[state] & DISPUTED ? DISPUTED_MARK : facts.status[state]);
export const isSuggested = (state) => (facts.flags[state] & SUGGESTED) !== 0;
export const edtfOf = (state) => (facts.date[state] < 0 ? "" : texts.edtf[facts.date[state]]);
export const markWord = (mark) => (mark === DISPUTED_MARK ? say("disputed") : say(`occurrence.${MARKS[mark].key}`));

export function statusWords(state) {
  const plain = say(`occurrence.${MARKS[facts.status[state]].key}`);
  return facts.flags[state] & DISPUTED ? say("disputed_status", { status: plain }) : plain;
}

const known = (day) => (day === NOTHING ? null : day);

export function whenWords(state) {
  if (facts.date[state] >= 0) return dateWords(edtfOf(state));
  const [low, high] = [known(facts.low[state]), known(facts.high[state])];
  return low === null && high === null ? say("date.none") : say("date.bounded", { bound: boundWords(low, high) });
}

// Pairs of an actor and a role.
export function castOf(state) {
  const cast = facts.cast[state];
  const found = [];
  for (let at = facts.castAt[cast]; at < facts.castAt[cast + 1]; at += 1) found.push([facts.castActor[at], facts.castRole[at]]);
  return found;
}

export const actorsOf = (state) => [...new Set(castOf(state).map(([actor]) => actor))];
export const actorNames = (state) => actorsOf(state).map((actor) => facts.actors[actor]);

export const placementsOf = (state) => {
  const date = facts.date[state];
  return date < 0 ? [0, 0] : [facts.dateAt[date], facts.dateAt[date + 1]];
};
export const isDrawn = (state) => {
  const [from, to] = placementsOf(state);
  return to > from;
};
