// The selection as a calendar (RFC 5545): the entries that `ics_entry.py` writes. What has no date is left out, and it says so.

import { attribution } from "./claim_view.js";
import { dateWords } from "./date_words.js";
import { webAddress } from "./dom.js";
import { changesOf, claimsOf, datesBefore, notedOf } from "./evidence.js";
import { castOf, edtfOf, facts, idOf, isDrawn, isSuggested, placementsOf, shown, statusWords, titleOf, whenWords, WINDOW } from "./facts.js";
import { hoursOf, stampOf } from "./ics_time.js";
import { statesOf } from "./knowledge.js";
import { MARKS, settings } from "./settings.js";
import { state } from "./state.js";
import { rowsInTime } from "./table_order.js";
import { NOTHING } from "./unpack.js";
import { count, say } from "./words.js";

const PREFIXED = new Set(["cancelled", "did_not_occur", "postponed"]);
const CERTAIN = new Set(["confirmed", "underway", "occurred"]);
const OCTETS = 75;
const NEVER = "19700101T000000Z"; // a stamp is demanded even of what nobody dated

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\r", "").replaceAll("\n", "\\n");
const line = (name, value) => folded(`${name}:${value}`);

// No line is longer than 75 octets; letters are never cut in two.
function folded(text) {
  const encoder = new TextEncoder();
  let [written, size] = ["", 0];
  for (const letter of text) {
    const octets = encoder.encode(letter).length;
    if (size + octets > OCTETS) {
      written += "\r\n ";
      size = 1;
    }
    written += letter;
    size += octets;
  }
  return written;
}

function markOfDate(at) {
  const [from] = placementsOf(at);
  const window = facts.extent[from] === WINDOW;
  if (facts.last[from] === NOTHING) return window ? "not_before" : "from";
  if (facts.first[from] === NOTHING) return window ? "not_after" : "until";
  return window ? "some_day" : "";
}

function summary(event, at, occurrence) {
  let title = titleOf(event);
  if (isSuggested(at)) title = say("suggested_title", { title });
  const mark = markOfDate(at);
  if (mark) title = say(`calendar.${mark}`, { title });
  return PREFIXED.has(occurrence) ? say(`calendar.${occurrence}`, { title }) : title;
}

// The dates that it had before, the first one first; an entry that stands on its old date has not moved from it.
function movedFrom(event, at) {
  const others = datesBefore(event, at).filter((edtf) => edtf !== edtfOf(at));
  return others.length ? say("calendar.moved", { dates: others.map(dateWords).join(say("date.list")) }) : "";
}

function description(event, at, claims) {
  const named = castOf(at).map(([actor, role]) => say("calendar.actor", { name: facts.actors[actor], role: say(`role.${settings.roles[role]}`) })).join(say("date.list"));
  const place = facts.place[at] < 0 ? "" : facts.places[facts.place[at]];
  const known = [say("calendar.when", { date: whenWords(at) }), movedFrom(event, at), say("calendar.status", { status: statusWords(at) }), place && say("calendar.place", { place }), named && say("calendar.actors", { actors: named })];
  const said = claims.map((claim) => [claim.quote && say("claim.quote", { quote: claim.quote }), attribution(claim), claim.link && webAddress(claim.link)].filter(Boolean).join("\n"));
  return [known.filter(Boolean).join("\n"), ...said].join("\n\n");
}

function times(hours) {
  const write = (name, value) => line(value.timed ? name : `${name};VALUE=DATE`, value.text);
  const [start, end] = hours[0];
  const others = hours.slice(1).map(([other]) => other).filter((other) => other.timed === start.timed);
  const repeated = others.length ? [line(start.timed ? "RDATE" : "RDATE;VALUE=DATE", others.map(({ text }) => text).join(","))] : [];
  return [write("DTSTART", start), ...(end ? [write("DTEND", end)] : []), ...repeated];
}

// A window, an open end and what is off or put off block nobody's day.
function takesItsDays(at, occurrence) {
  const [from] = placementsOf(at);
  return facts.extent[from] !== WINDOW && facts.first[from] !== NOTHING && facts.last[from] !== NOTHING && !PREFIXED.has(occurrence);
}

// Of what is known now, all; of what was known on a day, the changes that had been by then.
function sequence(event, at, claims) {
  const now = changesOf(event);
  const stamps = at === event ? [stampOf(now.touched)] : claims.map((claim) => stampOf(claim.published)).sort();
  const all = statesOf(event);
  const states = all.slice(0, all.indexOf(at) + 1);
  const turned = (of) => states.filter((one, place) => place && of(one) !== of(states[place - 1])).length;
  return { stamp: stamps.pop() || "", changes: at === event ? now.changes : turned(edtfOf) + turned((one) => facts.status[one]) };
}

function entry(event, at, hours) {
  const occurrence = MARKS[facts.status[at]].key;
  const claims = claimsOf(event, state.asOf);
  const url = claims.map((claim) => claim.link && webAddress(claim.link)).filter(Boolean).pop();
  const { stamp, changes } = sequence(event, at, claims);
  const labels = [facts.kinds[facts.kind[event]], ...notedOf(event, "tags")].filter(Boolean);
  return [
    "BEGIN:VEVENT",
    line("UID", escaped(idOf(event))),
    line("SEQUENCE", changes),
    line("DTSTAMP", stamp || NEVER),
    ...(stamp ? [line("LAST-MODIFIED", stamp)] : []),
    ...times(hours),
    line("TRANSP", takesItsDays(at, occurrence) ? "OPAQUE" : "TRANSPARENT"),
    line("SUMMARY", escaped(summary(event, at, occurrence))),
    line("STATUS", CERTAIN.has(occurrence) ? "CONFIRMED" : "TENTATIVE"),
    line("DESCRIPTION", escaped(description(event, at, claims))),
    ...(facts.place[at] < 0 ? [] : [line("LOCATION", escaped(facts.places[facts.place[at]]))]),
    ...(labels.length ? [line("CATEGORIES", labels.map(escaped).join(","))] : []),
    ...(url ? [line("URL", url)] : []),
    line("X-TIMELINE-EDTF", edtfOf(at)),
    line("X-TIMELINE-OCCURRENCE", occurrence),
    "END:VEVENT",
  ];
}

function remarks(left) {
  const undated = left.filter((event) => !isDrawn(shown.state[event]));
  const far = left.filter((event) => isDrawn(shown.state[event]));
  const listed = [["undated", undated], ["out_of_range", far]].filter(([, events]) => events.length);
  return listed.map(([name, events]) => count(`left_out.${name}`, events.length, { titles: events.map(titleOf).join(say("date.list")) }));
}

export function icsFile() {
  const entries = [];
  const left = [];
  for (const event of rowsInTime()) {
    const at = shown.state[event];
    const hours = hoursOf(at);
    if (hours.length) entries.push(...entry(event, at, hours));
    else left.push(event);
  }
  const said = [...remarks(left), ...settings.notes];
  const head = ["BEGIN:VCALENDAR", "PRODID:-//timeline//timeline page 1//EN", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", line("X-WR-CALNAME", escaped(settings.title || "timeline")), line("X-WR-TIMEZONE", settings.timezone), ...said.map((text) => line("X-COMMENT", escaped(text))), ...(said.length ? [line("X-WR-CALDESC", escaped(said.join(" ")))] : [])];
  return new Blob([[...head, ...entries, "END:VCALENDAR", ""].join("\r\n")], { type: "text/calendar;charset=utf-8" });
}
