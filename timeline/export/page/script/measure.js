// How wide a text is, and how to cut it.

export const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, system-ui, sans-serif";
export const LABEL = 13;
const FEWEST = 6; // letters that are still of use
const NARROWEST = 30; // pixels that six of them take at least

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();
const SIMPLE = /^[\u0020-\u02ff\u2010-\u203a]*$/; // one letter a unit: most texts, and cut without looking for their letters
const letters = typeof Intl.Segmenter === "function" ? new Intl.Segmenter() : null;

export const fontOf = ({ size = LABEL, weight = 400, italic = false } = {}) => `${italic ? "italic " : ""}${weight} ${size}px ${FONT}`;

export function widthOf(text, style) {
  const font = fontOf(style);
  let known = widths.get(font);
  if (!known) widths.set(font, (known = new Map()));
  let width = known.get(text);
  if (width === undefined) {
    ruler.font = font;
    width = ruler.measureText(text).width;
    if (known.size > 20000) known.clear();
    known.set(text, width);
  }
  return width;
}

// At most so many letters as a reader counts them, with an ellipsis in place of the rest.
export function cut(text, most) {
  if (text.length <= most) return text;
  if (SIMPLE.test(text)) return `${text.slice(0, Math.max(most - 1, 1)).trimEnd()}…`;
  const head = text.slice(0, most * 8);
  const parts = letters ? Array.from(letters.segment(head), (one) => one.segment) : Array.from(head);
  if (parts.length <= most && head.length === text.length) return text;
  if (head.length < text.length) parts.pop(); // it may be cut in two
  return parts.slice(0, Math.max(most - 1, 1)).join("").trimEnd() + "…";
}

// As much of the text as has room in a width; empty if that is too little to be of use.
export function fitted(text, width, style) {
  const whole = widthOf(text, style);
  if (whole <= width) return text;
  if (width < NARROWEST) return "";
  // letters are about as wide as each other: the guess is a letter or two away from what fits
  let most = Math.min(Math.floor((text.length * width) / whole) + 1, 80);
  while (most >= FEWEST && widthOf(cut(text, most), style) > width) most -= 1;
  return most < FEWEST ? "" : cut(text, most);
}
