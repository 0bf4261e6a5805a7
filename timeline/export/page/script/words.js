// The words of the interface: one table a language, as in `lang/xx/interface.yaml`.

let table = {};
let plural = null;
let digits = null;

// The reader's own order of languages decides unless the page was made in one.
export function speak(languages, wanted) {
  const known = Object.keys(languages);
  const asked = [wanted, ...(navigator.languages || []), "en"].filter(Boolean);
  const code = asked.map((one) => one.toLowerCase().split("-")[0]).find((one) => known.includes(one)) || known[0];
  table = languages[code];
  plural = new Intl.PluralRules(code);
  digits = new Intl.NumberFormat(code);
  return code;
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

export const kindLabel = (kind) => at("kinds")[kind] || kind;
