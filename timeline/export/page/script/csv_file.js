// The selection as a table for spreadsheets, safe to open: RFC 4180, one row an event, in the order of the table.

import { claimsOf } from "./evidence.js";
import { actorsOf, castOf, DISPUTED, edtfOf, facts, idOf, isSuggested, shown, titleOf, whenWords } from "./facts.js";
import { isoDay } from "./days.js";
import { MARKS, settings } from "./settings.js";
import { rowsInOrder } from "./table_order.js";
import { state } from "./state.js";
import { NOTHING } from "./unpack.js";

const COLUMNS = ["id", "title", "kind", "when", "date_in_words", "earliest", "latest", "occurrence", "disputed", "suggested", "place", "actors", "actor_ids", "claims", "quote", "when_words", "said_by", "outlet", "article", "published", "url"];
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

// A cell that a spreadsheet would take for a formula gets a leading apostrophe.
const harmless = (cell) => (FORMULA.test(cell) ? `'${cell}` : cell);
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const day = (number) => (number === NOTHING ? "" : isoDay(number));
const yes = (flag) => (flag ? "yes" : "no");

// The latest-published claim that counts, those with a quote first; of equals, the last.
export function leading(claims) {
  const rank = (claim) => [claim.passed ? 0 : 1, claim.quote ? 1 : 0, claim.published];
  return claims.reduce((best, claim) => {
    if (!best) return claim;
    const [one, other] = [rank(best), rank(claim)];
    const at = one.findIndex((part, place) => part !== other[place]);
    return at < 0 || other[at] > one[at] ? claim : best;
  }, null);
}

function bounds(at) {
  const date = facts.date[at];
  if (date < 0) return [day(facts.low[at]), day(facts.high[at])];
  const [from, to] = [facts.dateAt[date], facts.dateAt[date + 1]];
  return to > from ? [day(facts.first[from]), day(facts.last[to - 1])] : ["", ""];
}

function cells(event) {
  const at = shown.state[event];
  const claims = claimsOf(event, state.asOf);
  const claim = leading(claims) || {};
  return [
    idOf(event),
    titleOf(event),
    facts.kinds[facts.kind[event]],
    edtfOf(at),
    whenWords(at),
    ...bounds(at),
    MARKS[facts.status[at]].key,
    yes(facts.flags[at] & DISPUTED),
    yes(isSuggested(at)),
    facts.place[at] < 0 ? "" : facts.places[facts.place[at]],
    castOf(at).map(([actor, role]) => `${facts.actors[actor]} (${settings.roles[role]})`).join("; "),
    actorsOf(at).map((actor) => facts.actorIds[actor]).join("; "),
    String(claims.length),
    ...["quote", "words", "by", "outlet", "article", "published", "link"].map((name) => claim[name] || ""),
  ];
}

export function csvFile() {
  const rows = [COLUMNS, ...rowsInOrder().map((event) => cells(event).map(harmless))];
  return new Blob([rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")], { type: "text/csv;charset=utf-8" });
}
