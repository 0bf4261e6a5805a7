// Days as integers: 1 is 0001-01-01, as in Python's `date.toordinal`, carried on below 1 for years before our era.

const CYCLE = 146097;
const BEFORE = 306; // days from 0000-03-01, where the computation starts its years, to 0001-01-01

export function civil(number) {
  const days = Math.floor(number) - 1 + BEFORE;
  const cycle = Math.floor(days / CYCLE);
  const rest = days - cycle * CYCLE;
  const year = Math.floor((rest - Math.floor(rest / 1460) + Math.floor(rest / 36524) - Math.floor(rest / 146096)) / 365);
  const ofYear = rest - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return [year + cycle * 400 + (month <= 2 ? 1 : 0), month, day];
}

export function dayNumber(year, month, day) {
  const shifted = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(shifted / 400);
  const ofCycle = shifted - cycle * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return cycle * CYCLE + ofCycle * 365 + Math.floor(ofCycle / 4) - Math.floor(ofCycle / 100) + ofYear + 1 - BEFORE;
}

// 1 for Monday to 7 for Sunday.
export const weekday = (number) => ((((Math.floor(number) - 1) % 7) + 7) % 7) + 1;

// The first day of a month; `month` may run out of 1 to 12 and carries into the year.
export function firstOfMonth(year, month) {
  const carry = Math.floor((month - 1) / 12);
  return dayNumber(year + carry, month - carry * 12, 1);
}

export function isoDay(number) {
  const [year, month, day] = civil(number);
  const digits = String(Math.abs(year)).padStart(4, "0");
  const two = (part) => String(part).padStart(2, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(month)}-${two(day)}`;
}

export function readDay(text) {
  const found = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return null;
  const number = dayNumber(Number(found[1]), Number(found[2]), Number(found[3]));
  return isoDay(number) === text ? number : null;
}
