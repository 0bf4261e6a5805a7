// Canonical EDTF, read for saying it in words: where a date stands in time is worked out in Python.

import { dayNumber } from "./days.js";

const POINT =
  /^(-?\d{2}(?:\d\d|\dX|XX)|Y-?\d+)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::?\d\d)?)?)?([?~%])?$/;
const FINE = { century: 0, decade: 1, year: 2, month: 3, day: 4, minute: 5, second: 6 };

function offsetOf(zone) {
  if (!zone) return null;
  if (zone === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(":", "") || 0)];
  return (zone[0] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

function point(text) {
  const found = POINT.exec(text);
  if (!found) throw new RangeError(`not a date: ${text}`);
  const [, year, month, day, hour, minute, second, zone, qualifier] = found;
  const low = Number(year.replace("Y", "").replaceAll("X", year.startsWith("-") ? "9" : "0"));
  const high = Number(year.replace("Y", "").replaceAll("X", year.startsWith("-") ? "0" : "9"));
  let precision = year.endsWith("XX") ? "century" : year.endsWith("X") ? "decade" : "year";
  if (month && month !== "XX") precision = day && day !== "XX" ? "day" : "month";
  const clock = hour === undefined ? null : { hour: Number(hour), minute: Number(minute), second: Number(second || 0), offset: offsetOf(zone) };
  if (clock) precision = second === undefined ? "minute" : "second";
  const fine = FINE[precision] >= FINE.day;
  const first = dayNumber(low, FINE[precision] >= FINE.month ? Number(month) : 1, fine ? Number(day) : 1);
  const written = qualifier ? text.slice(0, -1) : text;
  return { text, first, lastYear: high, precision, fine, clock, qualifier, unspecified: written.includes("X") };
}

const end = (text) => (text === "" || text === ".." ? text : point(text));

function member(text) {
  if (!text.includes("..")) return { first: point(text), last: point(text) };
  const [first, last] = text.split("..");
  return { first: first ? point(first) : "..", last: last ? point(last) : ".." };
}

// `form`: point, span, window or set. `ranges`: pairs of points or open ends (`..`, or empty for unknown).
export function parse(text) {
  let form = "point";
  let ranges;
  if (text[0] === "[" || text[0] === "{") {
    form = text[0] === "[" ? "window" : "set";
    ranges = text.slice(1, -1).split(",").map(member);
  } else if (text.includes("/")) {
    form = "span";
    const [first, last] = text.split("/");
    ranges = [{ first: end(first), last: end(last) }];
  } else {
    ranges = [member(text)];
    if (ranges[0].first.unspecified) form = "window";
  }
  const points = ranges.flatMap(({ first, last }) => [first, last]).filter((one) => typeof one !== "string");
  const marks = new Set(points.map((one) => one.qualifier).filter(Boolean));
  const coarsest = points.reduce((least, one) => Math.min(least, FINE[one.precision]), FINE.second);
  return { form, ranges, qualifier: marks.size > 1 ? "%" : [...marks][0] || "", fine: coarsest >= FINE.day };
}
