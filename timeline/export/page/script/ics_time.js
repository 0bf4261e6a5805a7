// When a calendar entry stands: the rules of `ics_time.py`. Days, or moments in UTC.

import { civil, dayNumber } from "./days.js";
import { parse } from "./edtf.js";
import { edtfOf, facts, placementsOf, POINT, SPAN } from "./facts.js";
import { settings } from "./settings.js";
import { NOTHING } from "./unpack.js";

const LAST = 3652059; // 9999-12-31
const MINUTES = 1440;
const EPOCH = 719163; // 1970-01-01

const two = (number) => String(number).padStart(2, "0");
const compact = (day) => {
  const [year, month, date] = civil(day);
  return `${String(year).padStart(4, "0")}${two(month)}${two(date)}`;
};

export const dayValue = (day) => ({ key: day * MINUTES * 60, text: compact(day), timed: false });

function momentValue(seconds) {
  const day = Math.floor(seconds / 86400);
  const rest = seconds - day * 86400;
  return { key: seconds, text: `${compact(day)}T${two(Math.floor(rest / 3600))}${two(Math.floor(rest / 60) % 60)}${two(rest % 60)}Z`, timed: true };
}

// Seconds that a time zone is ahead of UTC at a moment of UTC.
function ahead(seconds) {
  const moment = new Date((seconds - EPOCH * 86400) * 1000);
  const found = Object.fromEntries(new Intl.DateTimeFormat("en-US", { timeZone: settings.timezone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" }).formatToParts(moment).map(({ type, value }) => [type, value]));
  const local = Date.UTC(Number(found.year), Number(found.month) - 1, Number(found.day), Number(found.hour), Number(found.minute), Number(found.second));
  return Math.round((local - Math.floor(moment.getTime() / 1000) * 1000) / 1000);
}

function moment(day, clock) {
  const local = day * 86400 + clock.hour * 3600 + clock.minute * 60 + clock.second;
  if (clock.offset !== null) return momentValue(local - clock.offset * 60);
  return momentValue(local - ahead(local - ahead(local)));
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/;

// A day or time as it stands in an article, in UTC; without an offset it is the wall clock of the page's zone.
export function stampOf(iso) {
  const found = ISO.exec(iso);
  if (!found) return "";
  const [year, month, date, hour, minute, second, , hours, minutes] = found.slice(1).map((part) => Number(part || 0));
  const offset = found[7] ? (found[7] === "-" ? -1 : 1) * (hours * 60 + minutes) : iso.endsWith("Z") ? 0 : null;
  return moment(dayNumber(year, month, date), { hour, minute, second, offset }).text;
}

// Clock times of each placement: open ends have none.
function clocksOf(edtf, many) {
  const { form, ranges } = parse(edtf);
  const held = form === "set" ? ranges.filter(({ first, last }) => typeof first !== "string" || typeof last !== "string") : ranges.slice(0, 1);
  if (held.length !== many) return [];
  const clock = (end) => (typeof end === "string" ? null : end.clock);
  return held.map(({ first, last }) => [clock(first), clock(last)]);
}

// Nothing where a day lies outside the years 1 to 9999, or for what has no date.
export function hoursOf(at) {
  const [from, to] = placementsOf(at);
  const clocks = to > from ? clocksOf(edtfOf(at), to - from) : [];
  const found = [];
  for (let place = from; place < to; place += 1) {
    const [one, other] = [facts.first[place], facts.last[place]];
    const [first, last] = [one === NOTHING ? other : one, other === NOTHING ? one : other];
    if (first < 1 || last >= LAST) return [];
    found.push(timed(place, one, other, clocks[place - from]) || [dayValue(first), dayValue(last + 1)]);
  }
  return found;
}

function timed(place, first, last, clocks) {
  if (!clocks || !clocks[0]) return null;
  const extent = facts.extent[place];
  if (extent === POINT) return [moment(first, clocks[0]), null];
  if (extent !== SPAN || !clocks[1] || first === NOTHING || last === NOTHING) return null;
  const [start, end] = [moment(first, clocks[0]), moment(last, clocks[1])];
  return end.key > start.key ? [start, end] : null;
}
