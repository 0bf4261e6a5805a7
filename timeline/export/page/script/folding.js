// Texts as they are compared: without accents, capitals and typographic variants, as people type them.

export function fold(text) {
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

// The words that must all be found; what stands in quotation marks is one.
export function wordsOf(text) {
  const found = [];
  for (const [, quoted, plain] of fold(text).matchAll(/["“«]([^"”»]+)["”»]?|(\S+)/g)) {
    const word = (quoted || plain || "").trim();
    if (word) found.push(word);
  }
  return found;
}
