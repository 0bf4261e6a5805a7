// Search: every word must stand in the title, in the name of an actor or a place, in a quote or in the name of who said it.

import { evidence, spoken } from "./evidence.js";
import { facts, shown, titleOf } from "./facts.js";
import { folding, wordsOf } from "./folding.js";
import { filters } from "./selection.js";
import { change, state } from "./state.js";
import { NOTHING } from "./unpack.js";

let titles = null;
let names = null;
let said = null;

function prepare() {
  titles = titles || folding(Array.from({ length: facts.count }, (_, event) => titleOf(event)));
  names = names || { actors: folding(facts.actors), places: folding(facts.places) };
}

// `quote`, `by`: places in `texts` for each claim, or -1. What else the claims hold is not searched.
function prepareSpoken() {
  const { texts, claimAt, claimDay, quote, by: pairs } = spoken();
  const [list, places] = [[], new Int32Array(texts.length).fill(-1)];
  const placeOf = (at) => {
    if (places[at] < 0) places[at] = list.push(texts[at]) - 1;
    return places[at];
  };
  const own = { quote: quote.map((at) => (at < 0 ? -1 : placeOf(at))), by: new Int32Array(quote.length).fill(-1) };
  for (let at = 0; at < pairs.length; at += 2) own.by[pairs[at]] = placeOf(pairs[at + 1]);
  return { texts: folding(list), claimAt, claimDay, ...own };
}

function castsWith(actors) {
  const found = new Uint8Array(facts.castAt.length - 1);
  for (let cast = 0; cast < found.length; cast += 1) {
    for (let at = facts.castAt[cast]; at < facts.castAt[cast + 1] && !found[cast]; at += 1) found[cast] = actors[facts.castActor[at]];
  }
  return found;
}

// Only what had been said by the day that is shown.
function isSpoken(texts, event, until) {
  for (let claim = said.claimAt[event]; claim < said.claimAt[event + 1]; claim += 1) {
    const [quote, by] = [said.quote[claim], said.by[claim]];
    if (!((quote >= 0 && texts[quote]) || (by >= 0 && texts[by]))) continue;
    if (until === null || said.claimDay[claim] === NOTHING || said.claimDay[claim] <= until) return true;
  }
  return false;
}

function testOf(word, until) {
  const inTitle = titles.ready().hits(word);
  const casts = castsWith(names.actors.ready().hits(word));
  const places = names.places.ready().hits(word);
  const texts = state.heard && said.texts.ready().hits(word);
  return (event, at) => {
    if (inTitle[event] || casts[facts.cast[at]]) return true;
    const place = facts.place[at];
    return (place >= 0 && places[place] === 1) || (texts && isSpoken(texts, event, until));
  };
}

filters.push(({ find, asOf }) => {
  const words = wordsOf(find);
  if (!words.length) return null;
  prepare();
  const tests = words.map((word) => testOf(word, asOf));
  return (event, at) => tests.every((test) => test(event, at));
});

const breath = () => new Promise((done) => setTimeout(done));

// Titles are made ready when nothing else is to be done: the first search then only has to look.
export async function readyForSearch() {
  prepare();
  while (titles.step()) await breath();
  titles.ready();
}

let listening = null;

// Quotes are unpacked and made ready when somebody is about to search, in pieces that leave room for typing.
export function listen() {
  listening = listening || hear();
  return listening;
}

async function hear() {
  await evidence();
  said = prepareSpoken();
  while (said.texts.step()) await breath();
  said.texts.ready();
  if (state.find.trim()) change({ heard: true });
  else state.heard = true; // nobody has asked yet: nothing changes
}

// The actors of what is shown now, with how many events each is in; those with most first.
export function actorsByEvents() {
  const counts = new Map();
  for (let event = 0; event < facts.count; event += 1) {
    if (shown.state[event] < 0) continue;
    const cast = facts.cast[shown.state[event]];
    const seen = new Set(facts.castActor.subarray(facts.castAt[cast], facts.castAt[cast + 1]));
    for (const actor of seen) counts.set(actor, (counts.get(actor) || 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
}
