// Search: every word must stand in the title, in the name of an actor or a place, in a quote or in the name of who said it.

import { evidence, spoken } from "./evidence.js";
import { facts, shown, titleOf } from "./facts.js";
import { foldAll, wordsOf } from "./folding.js";
import { filters } from "./selection.js";
import { change, state } from "./state.js";
import { NOTHING } from "./unpack.js";

let titles = null;
let names = null;
let said = null;

function prepare() {
  titles = titles || foldAll(Array.from({ length: facts.count }, (_, event) => titleOf(event)));
  names = names || { actors: foldAll(facts.actors), places: foldAll(facts.places) };
  if (state.heard && !said) said = prepareSpoken();
}

// `by`: the place of the speaker's name in `texts` for each claim, or -1.
function prepareSpoken() {
  const { texts, claimAt, claimDay, quote, by: pairs } = spoken();
  const by = new Int32Array(quote.length).fill(-1);
  for (let at = 0; at < pairs.length; at += 2) by[pairs[at]] = pairs[at + 1];
  return { texts: foldAll(texts), claimAt, claimDay, quote, by };
}

const hits = (list, word) => Uint8Array.from(list, (text) => (text.includes(word) ? 1 : 0));

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
  const casts = castsWith(hits(names.actors, word));
  const places = hits(names.places, word);
  const texts = said && hits(said.texts, word);
  return (event, at) => {
    if (titles[event].includes(word) || casts[facts.cast[at]]) return true;
    const place = facts.place[at];
    return (place >= 0 && places[place] === 1) || (texts !== null && isSpoken(texts, event, until));
  };
}

filters.push(({ find, asOf }) => {
  const words = wordsOf(find);
  if (!words.length) return null;
  prepare();
  const tests = words.map((word) => testOf(word, asOf));
  return (event, at) => tests.every((test) => test(event, at));
});

// Quotes are unpacked when somebody is about to search.
export async function listen() {
  if (state.heard) return;
  await evidence();
  change({ heard: true });
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
