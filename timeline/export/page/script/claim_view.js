// One claim as the panel shows it: the quote, who says it and where, the date and how it was read.

import { dateWords, dayWords, namedDay } from "./date_words.js";
import { readDay } from "./days.js";
import { make, webAddress } from "./dom.js";
import { redacted, settings } from "./settings.js";
import { markWord } from "./facts.js";
import { say } from "./words.js";

const publishedDay = (claim) => (claim.published ? readDay(claim.published.slice(0, 10)) : null);

// `according to the Kremlin, LSI, 17 October 2025`, with whatever of it is known.
export function attribution(claim) {
  if (redacted("sources")) return say("page.source_withheld");
  let origin = claim.outlet || (claim.desk ? say("claim.desk") : claim.article);
  const day = publishedDay(claim);
  if (day !== null) origin = say("claim.published", { outlet: origin, day: dayWords(day) });
  return [claim.by && say("claim.said_by", { who: claim.by }), origin].filter(Boolean).join(say("claim.separator"));
}

function anchorWords(claim) {
  const anchor = settings.anchors[claim.anchor];
  if (anchor !== "published") return say(`reading.${anchor}`);
  const day = publishedDay(claim);
  return day === null ? say("reading.published_undated") : say("reading.published", { day: namedDay(day) });
}

// `“vendredi”, read against the publication day, Thursday 16 October 2025`; empty without a date.
export function reading(claim) {
  if (!claim.when) return "";
  const parts = [];
  if (claim.words) parts.push(say("reading.words", { words: claim.words }));
  if (claim.anchor >= 0) parts.push(anchorWords(claim));
  if (claim.others) parts.push(say("reading.or", { others: claim.others.split(" ").map(dateWords).join(say("date.list")) }));
  return parts.join(say("claim.separator"));
}

function linkOf(claim) {
  const address = claim.link && webAddress(claim.link);
  return address ? make("a", { text: say("page.link"), href: address, target: "_blank", rel: "noopener noreferrer" }) : null;
}

export function claimView(claim) {
  const date = [claim.when && dateWords(claim.when), reading(claim)].filter(Boolean).join(" — ");
  const stands = [
    claim.says >= 0 && say("page.says", { status: markWord(claim.says) }),
    claim.suggested && say("suggested"),
    claim.rejected && say("page.rejected"),
    claim.passed && say("page.passed"),
  ];
  const said = stands.filter(Boolean).join(" · ");
  const quiet = (text) => text && make("p", { text, kind: "quiet", dir: "auto" });
  const article = !redacted("sources") && claim.article !== claim.outlet && !claim.desk && claim.article;
  return make(
    "article",
    { kind: `claim${claim.passed ? " passed" : ""}` },
    claim.quote && make("blockquote", { text: say("claim.quote", { quote: claim.quote }), dir: "auto" }),
    make("p", { text: attribution(claim), kind: "by", dir: "auto" }),
    quiet(article),
    quiet(date),
    quiet(said),
    claim.note && make("p", { text: say("page.note", { note: claim.note }), kind: "note", dir: "auto" }),
    linkOf(claim),
  );
}
