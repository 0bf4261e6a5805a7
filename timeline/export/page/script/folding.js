// Texts as they are compared: without accents, capitals and typographic variants, as people type them.

const ABROAD = /[^\0-\x7f]/; // what is not plain ASCII takes ten times as long

export function fold(text) {
  if (!ABROAD.test(text)) return text.toLowerCase().replace(/[\n\t]/g, " ");
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\u00a0\u202f\n\t]/g, " ")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss");
}

// All at once: a hundred thousand small texts cost more than one that is as long.
export const foldAll = (list) => (list.length ? fold(list.join("\0")).split("\0") : []);

const PIECE = 8000; // texts

// Texts made comparable piece by piece: `step` does one and tells whether more are left, `ready` does what is left.
export function folding(list) {
  const parts = [];
  let at = 0;
  let made = null;
  const step = () => {
    if (at < list.length) parts.push(fold(list.slice(at, at + PIECE).join("\0")));
    at += PIECE;
    return at < list.length;
  };
  const ready = () => {
    while (at < list.length) step();
    made = made || searchable(parts.join("\0"), list.length);
    return made;
  };
  return { step, ready };
}

// One long text, in which looking is quick; `hits(word)` tells of each of the texts in it whether it holds the word.
function searchable(text, size) {
  const ends = new Int32Array(size);
  for (let place = 0, at = 0; place < size; place += 1, at = ends[place - 1] + 1) {
    const end = text.indexOf("\0", at);
    ends[place] = end < 0 ? text.length : end;
  }
  const hits = (word) => {
    const found = new Uint8Array(size);
    let place = 0;
    for (let at = text.indexOf(word); at >= 0 && place < size; at = text.indexOf(word, ends[place] + 1)) {
      while (ends[place] < at) place += 1;
      found[place] = 1;
    }
    return found;
  };
  return { hits };
}

// The words that must all be found; what stands in quotation marks is one.
export function wordsOf(text) {
  const found = [];
  for (const [, quoted, plain] of fold(text).matchAll(/["“«]([^"”»]+)["”»]?|(\S+)/g)) {
    const word = (quoted || plain || "").trim();
    if (word) found.push(word);
  }
  return found;
}
