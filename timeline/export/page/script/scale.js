// Days to pixels and back.

export function scaleOf(first, last, width) {
  const perDay = width / (last - first);
  return { first, last, width, perDay, x: (day) => (day - first) * perDay, day: (x) => first + x / perDay };
}

export const SHORTEST = 0.25; // days: nothing is known more finely than to the hour
export const LONGEST = 4_000_000;

// A share of the whole on either side, and room in pixels for ends that fade out.
export function withMargin([first, last], width, before = 24, after = 24) {
  const length = Math.max(last - first, 1);
  const perPixel = length / Math.max(width - before - after, 100);
  return [first - Math.max(before * perPixel, 0.5), last + Math.max(after * perPixel, 0.5)];
}
