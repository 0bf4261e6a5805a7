// Dates in words: the grammar of `date_words.py`, with the same patterns; a test holds the two together.

import { civil, weekday } from "./days.js";
import { parse } from "./edtf.js";
import { at, say } from "./words.js";

const yearWords = (year) => (year > 0 ? String(year) : say("date.before_era", { year: 1 - year }));

function dayBy(number, pattern, months = "months") {
  const [year, month, day] = civil(number);
  const name = day === 1 ? say("date.first_of_month") : String(day);
  return say(`date.${pattern}`, { day: name, month: at(months)[month - 1], year: yearWords(year) });
}

export const dayWords = (number) => dayBy(number, "full");
export const shortDay = (number) => dayBy(number, "full", "short_months");

export function namedDay(number) {
  return say("date.weekday", { weekday: at("weekdays")[weekday(number) - 1], date: dayWords(number) });
}

export function monthWords(number) {
  const [year, month] = civil(number);
  return say("date.month", { month: at("months")[month - 1], year: yearWords(year) });
}

export const yearOf = (number) => yearWords(civil(number)[0]);

// A day as it is shown in a narrow place, with its clock time.
export function hourWords(minutes) {
  return say("date.hour", { hour: Math.floor(minutes / 60), minute: minutes % 60 });
}

function zoneWords(offset) {
  if (!offset) return "UTC";
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? "-" : "+"}${hours}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""}`;
}

function withClock(text, clock) {
  if (!clock) return text;
  const timed = say("date.clock", { date: text, hour: clock.hour, minute: clock.minute });
  return clock.offset === null ? timed : say("date.zone", { date: timed, zone: zoneWords(clock.offset) });
}

function pointWords(point) {
  if (point.fine) return withClock(dayWords(point.first), point.clock);
  if (point.precision === "month") return monthWords(point.first);
  const year = yearWords(civil(point.first)[0]);
  if (point.precision === "year") return year;
  if (point.precision === "decade") return say("date.decade", { year });
  return say("date.century", { first: year, last: yearWords(point.lastYear) });
}

// Whether the period has a name of its own, unlike a decade, which is a range of years.
const named = (point) => point.precision === "month" || point.precision === "year";

function alone(point) {
  if (point.fine) return withClock(namedDay(point.first), point.clock);
  const text = pointWords(point);
  return point.unspecified && named(point) ? say("date.unspecified", { date: text }) : text;
}

const scale = (...points) => (points.every((point) => point.fine) ? "days" : "coarse");

// How much of the first day need not be said again.
function shared(first, last) {
  const [one, other] = [civil(first), civil(last)];
  if (one[0] !== other[0]) return "full";
  return one[1] === other[1] ? "in_month" : "in_year";
}

function closed(first, last, pattern) {
  if (first.text === last.text) return named(first) || first.fine ? alone(first) : pointWords(first);
  let shown = pointWords(first);
  if (first.precision === "day" && last.precision === "day") shown = dayBy(first.first, shared(first.first, last.first));
  return say(`date.${scale(first, last)}.${pattern}`, { first: shown, last: pointWords(last) });
}

function rangeWords({ first, last }, lasting) {
  const [opens, closes] = [typeof first !== "string", typeof last !== "string"];
  if (opens && closes) return closed(first, last, lasting ? "span" : "window");
  if (opens) {
    const pattern = !lasting ? "not_before" : last === ".." ? "from" : "from_unknown";
    return say(`date.${scale(first)}.${pattern}`, { first: pointWords(first) });
  }
  if (closes) {
    const pattern = !lasting ? "not_after" : first === ".." ? "until" : "until_unknown";
    return say(`date.${scale(last)}.${pattern}`, { last: pointWords(last) });
  }
  return say("date.none");
}

function members(date) {
  const texts = date.ranges.map((part) => rangeWords(part, date.form === "set"));
  if (texts.length === 1) return texts[0];
  const first = texts.slice(0, -1).join(say("date.list"));
  return say(`date.${date.form === "set" ? "and" : "or"}`, { first, last: texts[texts.length - 1] });
}

function qualified(text, date) {
  let shown = text;
  if (date.qualifier === "~" || date.qualifier === "%") {
    const size = date.form === "point" && date.fine ? "days" : "coarse";
    shown = say(`date.${size}.about`, { date: shown });
  }
  if (date.qualifier === "?" || date.qualifier === "%") shown = say("date.uncertain", { date: shown });
  return shown;
}

export function dateWords(edtf) {
  let date;
  try {
    date = parse(edtf);
  } catch {
    return edtf;
  }
  if (date.form === "point") return qualified(alone(date.ranges[0].first), date);
  if (date.form === "span") return qualified(rangeWords(date.ranges[0], true), date);
  return qualified(members(date), date);
}

// Two day numbers, inclusive, at least one of them known (`null` is not).
export function boundWords(first, last) {
  const pattern = first !== null && first === last ? "only" : first !== null && last !== null ? "between" : first !== null ? "not_before" : "not_after";
  return say(`date.days.${pattern}`, {
    first: first === null ? "" : dayWords(first),
    last: last === null ? "" : dayWords(last),
  });
}
