// How wide a text is, and how to cut it.

export const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, system-ui, sans-serif";
export const LABEL = 13;

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();
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
  const head = text.slice(0, most * 8);
  const parts = letters ? Array.from(letters.segment(head), (one) => one.segment) : Array.from(head);
  if (parts.length <= most && head.length === text.length) return text;
  if (head.length < text.length) parts.pop(); // it may be cut in two
  return parts.slice(0, Math.max(most - 1, 1)).join("").trimEnd() + "…";
}

// As much of the text as has room in a width; empty if that is too little to be of use.
export function fitted(text, width, style) {
  if (widthOf(text, style) <= width) return text;
  let [low, high] = [0, Math.min(text.length, 80)];
  while (low < high) {
    const half = Math.ceil((low + high) / 2);
    if (widthOf(cut(text, half), style) <= width) low = half;
    else high = half - 1;
  }
  return low < 6 ? "" : cut(text, low);
}
