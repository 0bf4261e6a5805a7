// The time axis: which moments are named, and how. Names are short; what they belong to stands above them.

import { civil, dayNumber, firstOfMonth, weekday } from "./days.js";
import { dayWords, hourWords, monthWords, yearOf } from "./date_words.js";
import { at } from "./words.js";

const YEAR = 365.2425;
const HOURS = [1, 3, 6, 12];
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

const shortMonth = (number) => at("short_months")[civil(number)[1] - 1];
const dayName = (number) => {
  const [, , day] = civil(number);
  return `${at("short_weekdays")[weekday(number) - 1]} ${day === 1 ? at("date.first_of_month") : day}`;
};
const weekName = (number) => {
  const [, , day] = civil(number);
  return `${day === 1 ? at("date.first_of_month") : day} ${shortMonth(number)}`;
};

function* hours(first, last, step) {
  for (let at = Math.floor((first * 24) / step) * step; at <= last * 24; at += step) yield at / 24;
}

function* daily(first, last, step) {
  for (let at = Math.floor(first); at <= last; at += step) yield at;
}

// Mondays.
function* weeks(first, last) {
  for (let at = Math.floor(first) - weekday(first) + 1; at <= last; at += 7) yield at;
}

function* months(first, last, step) {
  const [year] = civil(first);
  for (let month = 1; ; month += step) {
    const found = firstOfMonth(year, month);
    if (found > last) return;
    yield found;
  }
}

function* years(first, last, step) {
  for (let year = Math.floor(civil(first)[0] / step) * step; ; year += step) {
    const found = dayNumber(year, 1, 1);
    if (found > last) return;
    yield found;
  }
}

// `days`: about how long; `room`: pixels that a name needs; `minor`: the marks between.
const STEPS = [
  ...HOURS.map((step) => ({ days: step / 24, room: 56, list: (a, b) => hours(a, b, step), name: (day) => hourWords(Math.round((day - Math.floor(day)) * 1440)), above: dayWords, minor: (a, b) => hours(a, b, Math.max(1, step / 3)) })),
  { days: 1, room: 58, middle: true, list: (a, b) => daily(a, b, 1), name: dayName, above: monthWords, minor: (a, b) => hours(a, b, 12) },
  { days: 7, room: 66, list: weeks, name: weekName, above: yearOf, minor: (a, b) => daily(a, b, 1) },
  { days: 30.4, room: 50, list: (a, b) => months(a, b, 1), name: shortMonth, above: yearOf, minor: weeks },
  { days: 91.3, room: 50, list: (a, b) => months(a, b, 3), name: shortMonth, above: yearOf, minor: (a, b) => months(a, b, 1) },
  ...YEARS.map((step, place) => ({ days: step * YEAR, room: 58, list: (a, b) => years(a, b, step), name: yearOf, above: null, minor: place ? (a, b) => years(a, b, YEARS[place - 1]) : (a, b) => months(a, b, 3) })),
];

// `ticks`: {day, text, at}, the name stands over `at`; `above`: {day, text}, each up to the next; `minor`: days.
export function ticksOf(scale) {
  const step = STEPS.find((one) => one.days * scale.perDay >= one.room) || STEPS[STEPS.length - 1];
  const ticks = [...step.list(scale.first, scale.last)].map((day) => ({ day, text: step.name(day), at: step.middle ? day + step.days / 2 : day }));
  const minor = [...step.minor(scale.first, scale.last)];
  const above = [];
  if (step.above) {
    for (const { day } of [{ day: scale.first }, ...ticks.filter((one) => one.day > scale.first)]) {
      const text = step.above(day);
      if (!above.length || above[above.length - 1].text !== text) above.push({ day, text });
    }
  }
  return { ticks, above, minor: minor.length * 3 > scale.width ? [] : minor };
}
