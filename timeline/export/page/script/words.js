// The words of the interface: one table a language, as in `lang/xx/interface.yaml`.

let table = {};
let kinds = {};
let plural = null;
let digits = null;

// The reader's own order of languages decides unless the page was made in one. `take` gives the table of a language.
export function speak(known, take, wanted) {
  const asked = [wanted, ...(navigator.languages || []), "en"].filter(Boolean);
  const code = asked.map((one) => one.toLowerCase().split("-")[0]).find((one) => known.includes(one)) || known[0];
  table = take(code);
  plural = new Intl.PluralRules(code);
  digits = new Intl.NumberFormat(code);
  return code;
}

// How the kinds of events are called, in the language that is spoken.
export function nameKinds(labels) {
  kinds = labels[table.code];
}

export function at(path) {
  return path.split(".").reduce((found, key) => (found === undefined ? undefined : found[key]), table);
}

// Places are `{name}` or, with leading zeros, `{name:02d}`.
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)(?::0(\d)d)?\}/g, (_, name, width) => String(values[name]).padStart(Number(width || 0), "0"));
}

export function say(path, values) {
  const sentence = at(path);
  if (sentence === undefined) return path;
  return values ? fill(String(sentence), values) : String(sentence);
}

export function count(path, n, values = {}) {
  const forms = at(path) || {};
  return fill(String(forms[plural.select(n)] || forms.other || path), { n: numeral(n), ...values });
}

export const numeral = (n) => digits.format(n);

export const kindLabel = (kind) => kinds[kind] || kind;
